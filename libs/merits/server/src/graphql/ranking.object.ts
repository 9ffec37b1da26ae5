import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { MemberObject } from '@kundig/pseudonyms/server';
import { z } from 'zod';

export enum RankingPeriodEnum {
  WEEK = 'week',
  MONTH = 'month',
  ALL = 'all',
}
registerEnumType(RankingPeriodEnum, {
  name: 'RankingPeriod',
  description: 'The last 7 days, 30 days, or all.',
});

export enum MeritEnum {
  SOLUTIONS = 'solutions',
  KUDOS = 'kudos',
}
registerEnumType(MeritEnum, { name: 'Merit', description: 'What a ranking is ordered by.' });

@ObjectType({ description: 'Somebody in a ranking; never a persona.' })
export class ContributorObject {
  @Field(() => MemberObject) member!: MemberObject;
  @Field(() => Int) solutions!: number;
  @Field(() => Int) kudos!: number;
}

@ObjectType('Ranking', { description: 'Top contributors of public boards, best first.' })
export class RankingObject {
  @Field(() => [ContributorObject], { description: 'Empty below five participants.' })
  members!: ContributorObject[];
  @Field(() => [ContributorObject], { description: 'Those who speak for the operator.' })
  staff!: ContributorObject[];
  @Field({ description: 'Whether there are five or more, so that it means something.' })
  enoughParticipants!: boolean;
}

@ObjectType({ description: 'A member who was thanked.' })
export class ThankedMember {
  @Field(() => ID) id!: string;
  @Field({ description: 'The nickname; of staff the real name.' }) name!: string;
  @Field() path!: string;
}

@ObjectType('Thanks', { description: 'Who was thanked in the last 7 days, and how often in all.' })
export class ThanksObject {
  @Field(() => [ThankedMember], { description: 'At most eight, by name: no order of merit.' })
  members!: ThankedMember[];
  @Field(() => [ThankedMember], { description: 'Those who speak for the operator: at most eight, by name.' })
  staff!: ThankedMember[];
  @Field(() => Int) kudos!: number;
  @Field(() => Int) solutions!: number;
}

@InputType()
export class ChooseAbsenceInput {
  @Field({ description: 'Whether one does not want to be listed.' }) absent!: boolean;
}
export const chooseAbsenceSchema = z.object({ absent: z.boolean() });

@ObjectType({ implements: () => MutationSuccess })
export class ChooseAbsenceSuccess extends MutationSuccess {
  @Field() absent!: boolean;
}
export const ChooseAbsenceResult = mutationResult('ChooseAbsenceResult', ChooseAbsenceSuccess);
