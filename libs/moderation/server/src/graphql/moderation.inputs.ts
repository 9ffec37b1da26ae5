import { Field, ID, InputType } from '@nestjs/graphql';
import { writtenLine, writtenText } from '@kundig/platform/server';
import { z } from 'zod';
import { MODERATION_LIMITS } from '../moderation.limits.js';
import { ReportDecisionEnum, ReportReasonEnum } from './moderation.enums.js';

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
  @Field(() => String, { nullable: true, description: 'Needed where the post is hidden: its stub shows it.' })
  reason?: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
const resolution = { reportId: z.uuid(), clientKey };
export const resolveReportSchema = z.discriminatedUnion('decision', [
  z.object({ ...resolution, decision: z.literal('keep'), reason: optionalReason }),
  z.object({ ...resolution, decision: z.literal('hide'), reason }),
]);

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

/** Bounds of the two lists. */
export const reportsSchema = z.object({
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
