import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';

export enum HelpedAnswerEnum {
  YES = 'yes',
  NO = 'no',
  INCOMPLETE = 'incomplete',
  UNCLEAR = 'unclear',
  OUTDATED = 'outdated',
  WRONG = 'wrong',
}
registerEnumType(HelpedAnswerEnum, {
  name: 'HelpedAnswer',
  description: 'Yes, no, or no with what was amiss.',
});

@ObjectType('HelpedCounts', { description: 'How often readers gave each answer.' })
export class HelpedCountsObject {
  @Field(() => Int) yes!: number;
  @Field(() => Int, { description: 'Without a reason.' }) no!: number;
  @Field(() => Int) incomplete!: number;
  @Field(() => Int) unclear!: number;
  @Field(() => Int) outdated!: number;
  @Field(() => Int) wrong!: number;
}

@InputType()
export class AnswerHelpedInput {
  @Field(() => ID) postId!: string;
  @Field(() => HelpedAnswerEnum) answer!: HelpedAnswerEnum;
}
export const answerHelpedSchema = z.object({
  postId: z.string().min(1).max(64),
  answer: z.enum(HelpedAnswerEnum),
});

@ObjectType({ implements: () => MutationSuccess })
export class AnswerHelpedSuccess extends MutationSuccess {}
export const AnswerHelpedResult = mutationResult('AnswerHelpedResult', AnswerHelpedSuccess);
