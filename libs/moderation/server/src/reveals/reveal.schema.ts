import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  MAX_PAGE_SIZE,
  mutationResult,
  MutationSuccess,
  PersonHandover,
  RevealedPersonObject,
  writtenLine,
  writtenText,
} from '@kundig/platform/server';
import type { RevealView } from '@kundig/pseudonyms/server';
import { z } from 'zod';
import { MODERATION_LIMITS } from '../moderation.limits.js';

export enum RevealGroundEnum {
  COURT_ORDER = 'court-order',
  AUTHORITY = 'authority',
  DANGER = 'danger',
  OFFENCE = 'offence',
}
export enum RevealStateEnum {
  OPEN = 'open',
  APPROVED = 'approved',
  LAPSED = 'lapsed',
  REFUSED = 'refused',
  VIEWED = 'viewed',
}
registerEnumType(RevealGroundEnum, {
  name: 'RevealGround',
  description: 'Why somebody asks who stands behind a persona.',
});
registerEnumType(RevealStateEnum, {
  name: 'RevealState',
  description:
    'How a request stands; `LAPSED` had nobody decide in time, or was approved and nobody looked in time.',
});

@ObjectType('RevealRequest', {
  description: 'A request to learn who stands behind a persona; nothing of the person.',
})
export class RevealRequestObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: RevealView;

  @Field(() => ID) id!: string;
  @Field(() => RevealGroundEnum) ground!: RevealGroundEnum;
  @Field({ description: 'Under which the case is kept elsewhere.' }) caseNumber!: string;
  @Field({ description: 'Why it takes the person.' }) explanation!: string;
  @Field(() => RevealStateEnum) state!: RevealStateEnum;
  @Field(() => GraphQLISODateTime) requestedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  decisionReason!: string | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when whoever approved may look, once.',
  })
  viewableUntil!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) viewedAt!: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'From when on its author is told; a hold not counted.',
  })
  tellAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when nobody is told.' })
  heldUntil!: Date | null;
  @Field(() => String, { nullable: true }) holdReason!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) toldAt!: Date | null;

  static of(row: RevealView): RevealRequestObject {
    const instants = [
      'requestedAt',
      'decidedAt',
      'viewableUntil',
      'viewedAt',
      'tellAt',
      'heldUntil',
      'toldAt',
    ];
    const dated = Object.entries(row).map(([name, value]: [string, string | null]) => [
      name,
      value !== null && instants.includes(name) ? new Date(value) : value,
    ]);
    return Object.assign(new RevealRequestObject(), Object.fromEntries(dated), { row });
  }
}

@ObjectType('RevealTerms', { description: 'What the operator has settled about reveals.' })
export class RevealTermsObject {
  @Field({ description: 'Whether there is a key for them; without it they are off.' }) possible!: boolean;
  @Field(() => Int, { description: 'From a look until its author is told.' }) delayDays!: number;
}

const id = z.uuid();
const reason = writtenLine(MODERATION_LIMITS.reasonMin, MODERATION_LIMITS.reasonMax);

export const revealsSchema = z.object({
  first: z.number().int().min(1).max(MAX_PAGE_SIZE),
  after: id.nullish().transform((value) => value ?? null),
});

@InputType()
export class RequestRevealInput {
  @Field(() => ID) postId!: string;
  @Field(() => RevealGroundEnum) ground!: RevealGroundEnum;
  @Field({ description: `At most ${MODERATION_LIMITS.caseNumberMax} characters.` }) caseNumber!: string;
  @Field({ description: `At most ${MODERATION_LIMITS.noteMax} characters.` }) explanation!: string;
}
export const requestRevealSchema = z.object({
  postId: z.string().min(1).max(40),
  ground: z.enum(RevealGroundEnum),
  caseNumber: writtenLine(1, MODERATION_LIMITS.caseNumberMax),
  explanation: writtenText(MODERATION_LIMITS.revealExplanationMin, MODERATION_LIMITS.noteMax),
});

@InputType()
export class DecideRevealInput {
  @Field(() => ID) requestId!: string;
  @Field() approve!: boolean;
  @Field({ description: `One line, at most ${MODERATION_LIMITS.reasonMax} characters.` }) reason!: string;
}
export const decideRevealSchema = z.object({ requestId: id, approve: z.boolean(), reason });

@InputType()
export class ViewRevealInput {
  @Field(() => ID) requestId!: string;
}
export const viewRevealSchema = z.object({ requestId: id });

@InputType()
export class SetRevealDelayInput {
  @Field(() => Int, { description: `At most ${MODERATION_LIMITS.revealDelayDaysMax}.` }) days!: number;
}
export const setRevealDelaySchema = z.object({
  days: z.number().int().min(0).max(MODERATION_LIMITS.revealDelayDaysMax),
});

@InputType()
export class HoldRevealInput {
  @Field(() => ID) requestId!: string;
  @Field(() => String, { nullable: true, description: 'Last day, `2026-11-30`; ends a hold when missing.' })
  until?: string | null;
  @Field({ description: `One line, at most ${MODERATION_LIMITS.reasonMax} characters.` }) reason!: string;
}
export const holdRevealSchema = z.object({
  requestId: id,
  until: z.iso
    .date()
    .nullish()
    .transform((value) => value ?? null),
  reason,
});

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class RequestRevealSuccess extends MutationSuccess {}
export const RequestRevealResult = mutationResult('RequestRevealResult', RequestRevealSuccess);

@ObjectType(success)
export class DecideRevealSuccess extends MutationSuccess {}
export const DecideRevealResult = mutationResult('DecideRevealResult', DecideRevealSuccess);

@ObjectType({ implements: () => [MutationSuccess, PersonHandover] })
export class ViewRevealSuccess extends MutationSuccess implements PersonHandover {
  person!: RevealedPersonObject | null;
}
export const ViewRevealResult = mutationResult('ViewRevealResult', ViewRevealSuccess);

@ObjectType(success)
export class SetRevealDelaySuccess extends MutationSuccess {}
export const SetRevealDelayResult = mutationResult('SetRevealDelayResult', SetRevealDelaySuccess);

@ObjectType(success)
export class HoldRevealSuccess extends MutationSuccess {}
export const HoldRevealResult = mutationResult('HoldRevealResult', HoldRevealSuccess);
