import { Field, ObjectType } from '@nestjs/graphql';
import { ArticleObject, CommentObject } from '@kundig/blog/server';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class ThankArticleSuccess extends MutationSuccess {
  @Field(() => ArticleObject) article!: ArticleObject;
}
export const ThankArticleResult = mutationResult('ThankArticleResult', ThankArticleSuccess);

@ObjectType(success)
export class ThankCommentSuccess extends MutationSuccess {
  @Field(() => CommentObject) comment!: CommentObject;
}
export const ThankCommentResult = mutationResult('ThankCommentResult', ThankCommentSuccess);
