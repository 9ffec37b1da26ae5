import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { leakAnswers, LeakAnswersInput } from '@kundig/leak-guard/server';
import { mutationResult, MutationSuccess, writtenText } from '@kundig/platform/server';
import { z } from 'zod';
import { FORUM_LIMITS } from '../forum.limits.js';
import { PostObject } from './post.object.js';
import { ThreadObject } from './thread.object.js';

const LONGEST_TOKEN = 120;

export enum QuestionOutcomeEnum {
  SOLVED = 'solved',
  SELF_SOLVED = 'self-solved',
  STILL_OPEN = 'still-open',
}
registerEnumType(QuestionOutcomeEnum, {
  name: 'QuestionOutcome',
  description: 'What an asker answers to the question whether it is solved.',
});

@ObjectType({ description: 'A question whose asker is asked whether it is solved.' })
export class QuestionToSettleObject {
  @Field(() => ThreadObject) thread!: ThreadObject;
  @Field(() => [PostObject], { description: 'At most twenty, the last ones.' }) answers!: PostObject[];
}

@InputType()
export class SettleQuestionInput extends LeakAnswersInput {
  @Field() token!: string;
  @Field(() => QuestionOutcomeEnum) outcome!: QuestionOutcomeEnum;
  @Field(() => ID, { nullable: true, description: 'The answer that solved it.' }) postId?: string;
  @Field(() => String, { nullable: true, description: 'Markdown: how the asker solved it.' }) body?: string;
}
const token = z.string().min(1).max(LONGEST_TOKEN);
export const tokenSchema = z.object({ token });
export const settleQuestionSchema = z.discriminatedUnion('outcome', [
  z.object({ token, outcome: z.literal('solved'), postId: z.string().min(1).max(64) }),
  z.object({
    token,
    outcome: z.literal('self-solved'),
    body: writtenText(FORUM_LIMITS.bodyMin, FORUM_LIMITS.bodyMax),
    ...leakAnswers,
  }),
  z.object({ token, outcome: z.literal('still-open') }),
]);

@ObjectType({ implements: () => MutationSuccess })
export class SettleQuestionSuccess extends MutationSuccess {}
export const SettleQuestionResult = mutationResult('SettleQuestionResult', SettleQuestionSuccess);
