import { Field, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { DraftObject } from '@kundig/pseudonyms/server';
import { PostObject } from './post.object.js';
import { ThreadObject } from './thread.object.js';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class StartThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject, { nullable: true, description: 'Null where it waits for a moderator.' })
  thread!: ThreadObject | null;
}
export const StartThreadResult = mutationResult('StartThreadResult', StartThreadSuccess);

@ObjectType(success)
export class ReplySuccess extends MutationSuccess {
  @Field(() => PostObject, { nullable: true, description: 'Null where it waits for a moderator.' })
  post!: PostObject | null;
}
export const ReplyResult = mutationResult('ReplyResult', ReplySuccess);

@ObjectType(success)
export class EditPostSuccess extends MutationSuccess {
  @Field(() => PostObject, { nullable: true, description: 'Null where the change waits for a moderator.' })
  post!: PostObject | null;
}
export const EditPostResult = mutationResult('EditPostResult', EditPostSuccess);

@ObjectType(success)
export class DeletePostSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const DeletePostResult = mutationResult('DeletePostResult', DeletePostSuccess);

@ObjectType(success)
export class ShareProblemSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const ShareProblemResult = mutationResult('ShareProblemResult', ShareProblemSuccess);

@ObjectType(success)
export class UnshareProblemSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const UnshareProblemResult = mutationResult('UnshareProblemResult', UnshareProblemSuccess);

@ObjectType(success)
export class AcceptSolutionSuccess extends MutationSuccess {
  @Field(() => PostObject) post!: PostObject;
}
export const AcceptSolutionResult = mutationResult('AcceptSolutionResult', AcceptSolutionSuccess);

@ObjectType(success)
export class WithdrawSolutionSuccess extends MutationSuccess {
  @Field(() => PostObject) post!: PostObject;
}
export const WithdrawSolutionResult = mutationResult('WithdrawSolutionResult', WithdrawSolutionSuccess);

@ObjectType(success)
export class MarkPrivateOpinionSuccess extends MutationSuccess {
  @Field(() => PostObject) post!: PostObject;
}
export const MarkPrivateOpinionResult = mutationResult('MarkPrivateOpinionResult', MarkPrivateOpinionSuccess);

@ObjectType(success)
export class ChooseIndexingSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const ChooseIndexingResult = mutationResult('ChooseIndexingResult', ChooseIndexingSuccess);

@ObjectType(success)
export class SaveDraftSuccess extends MutationSuccess {
  @Field(() => DraftObject) draft!: DraftObject;
}
export const SaveDraftResult = mutationResult('SaveDraftResult', SaveDraftSuccess);

@ObjectType(success)
export class DiscardDraftSuccess extends MutationSuccess {}
export const DiscardDraftResult = mutationResult('DiscardDraftResult', DiscardDraftSuccess);

@ObjectType(success)
export class FollowThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const FollowThreadResult = mutationResult('FollowThreadResult', FollowThreadSuccess);

@ObjectType(success)
export class UnfollowThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const UnfollowThreadResult = mutationResult('UnfollowThreadResult', UnfollowThreadSuccess);

@ObjectType(success)
export class MuteThreadSuccess extends MutationSuccess {
  @Field(() => ThreadObject) thread!: ThreadObject;
}
export const MuteThreadResult = mutationResult('MuteThreadResult', MuteThreadSuccess);

@ObjectType(success)
export class MarkReadSuccess extends MutationSuccess {}
export const MarkReadResult = mutationResult('MarkReadResult', MarkReadSuccess);
