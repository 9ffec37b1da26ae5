import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CommentObject } from '@kundig/blog/server';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { moderatePostSchema, reportPostSchema } from '../graphql/moderation.inputs.js';
import { ReportReasonEnum } from '../graphql/moderation.enums.js';
import { MODERATION_LIMITS } from '../moderation.limits.js';

const success = { implements: () => MutationSuccess };

@InputType()
export class ReportCommentInput {
  @Field(() => ID) commentId!: string;
  @Field(() => ReportReasonEnum) reason!: ReportReasonEnum;
  @Field(() => String, {
    nullable: true,
    description: `What the moderators should know, at most ${MODERATION_LIMITS.noteMax} characters.`,
  })
  note?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const reportCommentSchema = reportPostSchema
  .omit({ postId: true })
  .extend({ commentId: reportPostSchema.shape.postId });

@InputType()
export class ModerateCommentInput {
  @Field(() => ID) commentId!: string;
  @Field({ description: `One line, at most ${MODERATION_LIMITS.reasonMax} characters.` }) reason!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const moderateCommentSchema = moderatePostSchema
  .omit({ postId: true })
  .extend({ commentId: moderatePostSchema.shape.postId });

@ObjectType(success)
export class ReportCommentSuccess extends MutationSuccess {}
export const ReportCommentResult = mutationResult('ReportCommentResult', ReportCommentSuccess);

@ObjectType(success)
export class HideCommentSuccess extends MutationSuccess {
  @Field(() => CommentObject) comment!: CommentObject;
}
export const HideCommentResult = mutationResult('HideCommentResult', HideCommentSuccess);

@ObjectType(success)
export class RestoreCommentSuccess extends MutationSuccess {
  @Field(() => CommentObject) comment!: CommentObject;
}
export const RestoreCommentResult = mutationResult('RestoreCommentResult', RestoreCommentSuccess);
