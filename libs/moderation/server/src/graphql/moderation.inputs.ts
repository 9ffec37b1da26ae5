import { Field, ID, InputType, Int, OmitType } from '@nestjs/graphql';
import { FORUM_LIMITS, tagsSchema, ThreadKindEnum, titleSchema } from '@kundig/forum/server';
import { writtenLine, writtenText } from '@kundig/platform/server';
import { z } from 'zod';
import { MODERATION_LIMITS } from '../moderation.limits.js';
import { ReportCaseListEnum, ReportDecisionEnum, ReportReasonEnum } from './moderation.enums.js';

const id = z.string().min(1).max(64);
const clientKey = z.uuid().nullish();
const reason = writtenLine(MODERATION_LIMITS.reasonMin, MODERATION_LIMITS.reasonMax);
const optionalReason = reason.nullish().transform((value) => value ?? null);

@InputType()
export class ReportPostInput {
  @Field(() => ID) postId!: string;
  @Field(() => ReportReasonEnum) reason!: ReportReasonEnum;
  @Field(() => String, {
    nullable: true,
    description: `What the moderators should know, at most ${MODERATION_LIMITS.noteMax} characters.`,
  })
  note?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const reportPostSchema = z.object({
  postId: id,
  reason: z.enum(ReportReasonEnum),
  note: writtenText(0, MODERATION_LIMITS.noteMax)
    .nullish()
    .transform((value) => value || null),
  clientKey,
});

@InputType()
export class ResolveReportInput {
  @Field(() => ID) reportId!: string;
  @Field(() => ReportDecisionEnum) decision!: ReportDecisionEnum;
  @Field(() => ReportReasonEnum, {
    nullable: true,
    description: 'Why it is hidden, in the words of the list; the stub shows it.',
  })
  ground?: ReportReasonEnum;
  @Field(() => String, {
    nullable: true,
    description: `In own words, at most ${MODERATION_LIMITS.groundWordsMax} characters; needed where it is hidden without a ground, or for another one.`,
  })
  reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
const ownWords = writtenLine(0, MODERATION_LIMITS.groundWordsMax)
  .nullish()
  .transform((value) => value || null);
const resolution = { reportId: z.uuid(), reason: ownWords, clientKey };
const ground = z
  .enum(ReportReasonEnum)
  .nullish()
  .transform((value) => value ?? null);
export const resolveReportSchema = z.discriminatedUnion('decision', [
  z.object({ ...resolution, decision: z.literal('keep') }),
  z
    .object({ ...resolution, decision: z.literal('hide'), ground })
    .refine((input) => input.reason || (input.ground && input.ground !== ReportReasonEnum.OTHER), {
      path: ['reason'],
      error: 'moderation:error.reasonMissing',
    }),
]);

@InputType()
export class TakeReportInput {
  @Field(() => ID) reportId!: string;
  @Field({ description: 'Also where another moderator is at work on it.' }) takeOver!: boolean;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const takeReportSchema = z.object({ reportId: z.uuid(), takeOver: z.boolean(), clientKey });

@InputType()
export class ReportInput {
  @Field(() => ID) reportId!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const reportSchema = z.object({ reportId: z.uuid(), clientKey });

@InputType()
export class ModeratePostInput {
  @Field(() => ID) postId!: string;
  @Field({ description: `One line, at most ${MODERATION_LIMITS.reasonMax} characters.` }) reason!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const moderatePostSchema = z.object({ postId: id, reason, clientKey });

@InputType()
export class ModerateThreadInput {
  @Field(() => ID) threadId!: string;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const moderateThreadSchema = z.object({ threadId: id, reason: optionalReason, clientKey });

@InputType()
export class RelabelThreadInput {
  @Field(() => ID) threadId!: string;
  @Field({ description: `One sentence, ${FORUM_LIMITS.titleMin} to ${FORUM_LIMITS.titleMax} characters.` })
  title!: string;
  @Field(() => String, {
    nullable: true,
    description: `At most ${FORUM_LIMITS.tagsMax}, parted by commas or spaces; none removes those it has.`,
  })
  tags?: string;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
const ofThread = { threadId: id, reason: optionalReason, clientKey };
export const relabelThreadSchema = z.object({
  ...ofThread,
  title: titleSchema,
  tags: tagsSchema.nullish().transform((value) => value ?? []),
});

@InputType()
export class ChangeThreadKindInput {
  @Field(() => ID) threadId!: string;
  @Field(() => ThreadKindEnum) kind!: ThreadKindEnum;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const changeThreadKindSchema = z.object({ ...ofThread, kind: z.enum(ThreadKindEnum) });

@InputType()
export class MoveThreadInput {
  @Field(() => ID) threadId!: string;
  @Field(() => ID) boardId!: string;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const moveThreadSchema = z.object({ ...ofThread, boardId: id });

@InputType()
export class MergeThreadInput {
  @Field(() => ID) threadId!: string;
  @Field(() => ID, { description: 'The thread into which it goes.' }) intoId!: string;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const mergeThreadSchema = z.object({ ...ofThread, intoId: id });

@InputType()
export class MarkDuplicateInput {
  @Field(() => ID) threadId!: string;
  @Field(() => ID, { description: 'The thread that asked the same before.' }) ofId!: string;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const markDuplicateSchema = z.object({ ...ofThread, ofId: id });

@InputType()
export class SplitThreadInput {
  @Field(() => ID) threadId!: string;
  @Field(() => [ID], { description: `At most ${MODERATION_LIMITS.splitPostsMax} replies of the thread.` })
  postIds!: string[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether all posts that come after the first of them go, too.',
  })
  following?: boolean;
  @Field({ description: `One sentence, ${FORUM_LIMITS.titleMin} to ${FORUM_LIMITS.titleMax} characters.` })
  title!: string;
  @Field(() => ID) boardId!: string;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field() clientKey!: string;
}
export const splitThreadSchema = z.object({
  ...ofThread,
  postIds: z.array(id).min(1).max(MODERATION_LIMITS.splitPostsMax),
  following: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  title: titleSchema,
  boardId: id,
  clientKey: z.uuid(),
});

@InputType()
export class SlowThreadInput {
  @Field(() => ID) threadId!: string;
  @Field(() => Int, {
    description: `Between two replies of one person, at most ${MODERATION_LIMITS.slowMinutesMax}; 0 ends slow mode.`,
  })
  minutes!: number;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const slowThreadSchema = z.object({
  ...ofThread,
  minutes: z
    .number()
    .int()
    .min(0)
    .max(MODERATION_LIMITS.slowMinutesMax)
    .transform((value) => value || null),
});

@InputType()
export class RedactPassageInput {
  @Field(() => ID) postId!: string;
  @Field({
    description: `The words that are to disappear, as a reader sees them; at most ${MODERATION_LIMITS.passageMax} characters.`,
  })
  passage!: string;
  @Field(() => String, { nullable: true, description: 'For the audit log; must not say the passage.' })
  reason?: string;
  @Field({ description: 'Nothing brings the passage back, and that is understood.' }) acceptLoss!: boolean;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const redactPassageSchema = z.object({
  postId: id,
  passage: writtenText(1, MODERATION_LIMITS.passageMax),
  reason: optionalReason,
  acceptLoss: z.literal(true),
  clientKey,
});

const suspensionLength = {
  days: z
    .number()
    .int()
    .min(0)
    .max(MODERATION_LIMITS.suspensionDaysMax)
    .nullish()
    .transform((value) => value ?? null),
  until: z.iso
    .date()
    .nullish()
    .transform((value) => value ?? null),
};
const nickname = writtenLine(1, MODERATION_LIMITS.nicknameMax);

@InputType({ isAbstract: true })
abstract class SuspensionInput {
  @Field({
    description: `Told to whom it concerns; one line, at most ${MODERATION_LIMITS.reasonMax} characters.`,
  })
  reason!: string;
  @Field(() => Int, { nullable: true, description: 'Absent or 0 until it is lifted.' }) days?: number;
  @Field(() => String, { nullable: true, description: 'Last day, such as 2026-11-30; goes before `days`.' })
  until?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}

@InputType()
export class SuspendMemberInput extends SuspensionInput {
  @Field() nickname!: string;
}
export const suspendMemberSchema = z.object({ nickname, reason, ...suspensionLength, clientKey });

@InputType()
export class SuspendAuthorInput extends SuspensionInput {
  @Field(() => ID) postId!: string;
}
export const suspendAuthorSchema = z.object({ postId: id, reason, ...suspensionLength, clientKey });

@InputType()
export class UnsuspendMemberInput {
  @Field() nickname!: string;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const unsuspendMemberSchema = z.object({ nickname, reason: optionalReason, clientKey });

@InputType()
export class UnsuspendAuthorInput {
  @Field(() => ID) postId!: string;
  @Field(() => String, { nullable: true, description: 'For the audit log.' }) reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const unsuspendAuthorSchema = z.object({ postId: id, reason: optionalReason, clientKey });

@InputType()
export class RedactCommentInput extends OmitType(RedactPassageInput, ['postId'] as const) {
  @Field(() => ID) commentId!: string;
}
export const redactCommentSchema = redactPassageSchema.omit({ postId: true }).extend({ commentId: id });

@InputType()
export class RedactArticleInput extends OmitType(RedactPassageInput, ['postId'] as const) {
  @Field(() => ID) articleId!: string;
}
export const redactArticleSchema = redactPassageSchema.omit({ postId: true }).extend({ articleId: id });

@InputType()
export class PublishHeldPostInput {
  @Field(() => ID) heldPostId!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const publishHeldPostSchema = z.object({ heldPostId: z.uuid(), clientKey });

@InputType()
export class RefuseHeldPostInput {
  @Field(() => ID) heldPostId!: string;
  @Field({ description: 'Mailed to its writer.' }) reason!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const refuseHeldPostSchema = z.object({ heldPostId: z.uuid(), reason, clientKey });

@InputType()
export class WithdrawHeldPostInput {
  @Field(() => ID) heldPostId!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const withdrawHeldPostSchema = z.object({ heldPostId: z.uuid(), clientKey });

/** Bounds of the two lists. */
export const reportCasesSchema = z.object({
  list: z.enum(ReportCaseListEnum),
  boardId: id.nullish().transform((value) => value ?? null),
  first: z.number().int().min(1).max(50),
  after: z
    .uuid()
    .nullish()
    .transform((value) => value ?? undefined),
});
export const auditLogSchema = z.object({
  first: z.number().int().min(1).max(50),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullish()
    .transform((value) => value ?? undefined),
});
