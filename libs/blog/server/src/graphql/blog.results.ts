import { Field, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { CommentObject } from './comment.object.js';
import { DeskArticleObject } from './desk.object.js';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class SaveArticleSuccess extends MutationSuccess {
  @Field(() => DeskArticleObject) article!: DeskArticleObject;
}
export const SaveArticleResult = mutationResult('SaveArticleResult', SaveArticleSuccess);

@ObjectType(success)
export class KeepArticleDraftSuccess extends MutationSuccess {}
export const KeepArticleDraftResult = mutationResult('KeepArticleDraftResult', KeepArticleDraftSuccess);

@ObjectType(success)
export class ReleaseArticleSuccess extends MutationSuccess {
  @Field(() => DeskArticleObject) article!: DeskArticleObject;
}
export const ReleaseArticleResult = mutationResult('ReleaseArticleResult', ReleaseArticleSuccess);

@ObjectType(success)
export class WithdrawArticleSuccess extends MutationSuccess {
  @Field(() => DeskArticleObject) article!: DeskArticleObject;
}
export const WithdrawArticleResult = mutationResult('WithdrawArticleResult', WithdrawArticleSuccess);

@ObjectType(success)
export class WriteCommentSuccess extends MutationSuccess {
  @Field(() => CommentObject, { nullable: true, description: 'Null where it waits for a moderator.' })
  comment!: CommentObject | null;
}
export const WriteCommentResult = mutationResult('WriteCommentResult', WriteCommentSuccess);

@ObjectType(success)
export class DeleteCommentSuccess extends MutationSuccess {
  @Field(() => CommentObject) comment!: CommentObject;
}
export const DeleteCommentResult = mutationResult('DeleteCommentResult', DeleteCommentSuccess);

@ObjectType(success)
export class MarkPrivateCommentSuccess extends MutationSuccess {
  @Field(() => CommentObject) comment!: CommentObject;
}
export const MarkPrivateCommentResult = mutationResult('MarkPrivateCommentResult', MarkPrivateCommentSuccess);
