import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess, writtenLine, writtenText } from '@kundig/platform/server';
import { z } from 'zod';
import { MODERATION_LIMITS } from '../moderation.limits.js';
import type { Objection } from '../storage/objection.repository.js';

export enum ObjectionDecisionEnum {
  GRANTED = 'granted',
  REJECTED = 'rejected',
}
export enum ObjectionBarrierEnum {
  HIDDEN_BY_VIEWER = 'hidden-by-viewer',
  WRITTEN_BY_VIEWER = 'written-by-viewer',
}
export enum ObjectionDecidersEnum {
  MODERATORS = 'moderators',
  ADMINISTRATORS = 'administrators',
  NOBODY = 'nobody',
}
export enum OwnObjectionStateEnum {
  POSSIBLE = 'possible',
  WAITING = 'waiting',
  REJECTED = 'rejected',
}
registerEnumType(ObjectionDecisionEnum, {
  name: 'ObjectionDecision',
  description: 'What was hidden is shown again, or stays hidden.',
});
registerEnumType(ObjectionBarrierEnum, {
  name: 'ObjectionBarrier',
  description: 'Why somebody who moderates there does not decide about an objection.',
});
registerEnumType(ObjectionDecidersEnum, {
  name: 'ObjectionDeciders',
  description: 'Who is left to decide about an objection.',
});
registerEnumType(OwnObjectionStateEnum, {
  name: 'OwnObjectionState',
  description: 'Its author may object, waits for the answer, or has got it.',
});

@ObjectType('Objection', {
  description: 'What an author says against the hiding of a post or comment, for a second moderator.',
})
export class ObjectionObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: Objection;

  @Field(() => ID) id!: string;
  @Field() words!: string;
  @Field(() => GraphQLISODateTime, { description: 'To the quarter of an hour.' }) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { description: 'When that was decided to which the author objects.' })
  hiddenAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) resolvedAt!: Date | null;
  @Field(() => ObjectionDecisionEnum, { nullable: true }) decision!: ObjectionDecisionEnum | null;
  @Field(() => String, { nullable: true, description: 'Why it was decided so.' }) answer!: string | null;
  @Field(() => String, { nullable: true, description: 'Why an earlier decision was taken back.' })
  reopenReason!: string | null;

  static of(row: Objection): ObjectionObject {
    return Object.assign(new ObjectionObject(), { ...row, row });
  }
}

@ObjectType({ description: 'Where the author of something hidden stands with objecting to that.' })
export class OwnObjection {
  @Field(() => OwnObjectionStateEnum) state!: OwnObjectionStateEnum;
  @Field({ description: 'Why it was hidden.' }) reason!: string;
  @Field(() => String, { nullable: true, description: 'Why it stays hidden all the same.' })
  answer!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is decided about anew.' })
  reopenReason!: string | null;
}

const words = writtenText(1, MODERATION_LIMITS.objectionMax);
const WORDS = `Why it should be shown again, at most ${MODERATION_LIMITS.objectionMax} characters.`;
const id = z.string().min(1).max(64);
const clientKey = z.uuid().nullish();

@InputType()
export class ObjectToPostHidingInput {
  @Field(() => ID) postId!: string;
  @Field({ description: WORDS }) words!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const objectToPostHidingSchema = z.object({ postId: id, words, clientKey });

@InputType()
export class ObjectToCommentHidingInput {
  @Field(() => ID) commentId!: string;
  @Field({ description: WORDS }) words!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const objectToCommentHidingSchema = z.object({ commentId: id, words, clientKey });

@InputType()
export class DecideObjectionInput {
  @Field(() => ID) objectionId!: string;
  @Field(() => ObjectionDecisionEnum) decision!: ObjectionDecisionEnum;
  @Field({ description: `Told to the author; one line, at most ${MODERATION_LIMITS.reasonMax} characters.` })
  reason!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const decideObjectionSchema = z.object({
  objectionId: z.uuid(),
  decision: z.enum(ObjectionDecisionEnum),
  reason: writtenLine(MODERATION_LIMITS.reasonMin, MODERATION_LIMITS.reasonMax),
  clientKey,
});

@InputType()
export class ReopenObjectionInput {
  @Field(() => ID) objectionId!: string;
  @Field({ description: `Told to the author; one line, at most ${MODERATION_LIMITS.reasonMax} characters.` })
  reason!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const reopenObjectionSchema = z.object({
  objectionId: z.uuid(),
  reason: writtenLine(MODERATION_LIMITS.reasonMin, MODERATION_LIMITS.reasonMax),
  clientKey,
});

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class ObjectToPostHidingSuccess extends MutationSuccess {}
export const ObjectToPostHidingResult = mutationResult('ObjectToPostHidingResult', ObjectToPostHidingSuccess);

@ObjectType(success)
export class ObjectToCommentHidingSuccess extends MutationSuccess {}
export const ObjectToCommentHidingResult = mutationResult(
  'ObjectToCommentHidingResult',
  ObjectToCommentHidingSuccess,
);

@ObjectType(success)
export class DecideObjectionSuccess extends MutationSuccess {}
export const DecideObjectionResult = mutationResult('DecideObjectionResult', DecideObjectionSuccess);

@ObjectType(success)
export class ReopenObjectionSuccess extends MutationSuccess {}
export const ReopenObjectionResult = mutationResult('ReopenObjectionResult', ReopenObjectionSuccess);
