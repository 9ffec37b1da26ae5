import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BoardObject } from '@kundig/forum/server';
import { mutationResult, MutationSuccess, writtenLine } from '@kundig/platform/server';
import { MemberObject } from '@kundig/pseudonyms/server';
import { z } from 'zod';
import { MODERATION_LIMITS } from '../moderation.limits.js';

const MONTHS_AT_MOST = 24;

@ObjectType('Expert', { description: 'A member as an expert of a board, for those who appoint.' })
export class ExpertObject {
  @Field(() => ID) id!: string;
  @Field(() => MemberObject) member!: MemberObject;
  @Field(() => BoardObject) board!: BoardObject;
  @Field() reason!: string;
  @Field(() => GraphQLISODateTime) endsAt!: Date;
}

const reason = writtenLine(MODERATION_LIMITS.reasonMin, MODERATION_LIMITS.reasonMax);

@InputType()
export class AppointExpertInput {
  @Field() nickname!: string;
  @Field(() => ID) boardId!: string;
  @Field({ description: `One line, at most ${MODERATION_LIMITS.reasonMax} characters.` }) reason!: string;
  @Field(() => Int, { description: `1 to ${MONTHS_AT_MOST} months of the calendar.` }) months!: number;
}
export const appointExpertSchema = z.object({
  nickname: writtenLine(1, 80),
  boardId: z.string().min(1).max(64),
  reason,
  months: z.number().int().min(1).max(MONTHS_AT_MOST),
});

@InputType()
export class EndExpertInput {
  @Field(() => ID) expertId!: string;
  @Field() reason!: string;
}
export const endExpertSchema = z.object({ expertId: z.uuid(), reason });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class AppointExpertSuccess extends MutationSuccess {}
export const AppointExpertResult = mutationResult('AppointExpertResult', AppointExpertSuccess);

@ObjectType(success)
export class EndExpertSuccess extends MutationSuccess {}
export const EndExpertResult = mutationResult('EndExpertResult', EndExpertSuccess);
