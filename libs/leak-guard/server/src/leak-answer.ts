import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import type { LeakKind } from '@kundig/leak-guard/rules';
import { z } from 'zod';
import { LeakKindEnum } from './leak-kind.enum.js';

/** What the author wants done with what was found in a text. */
export enum LeakAnswerEnum {
  HIDE = 'hide',
  LEAVE = 'leave',
}
registerEnumType(LeakAnswerEnum, {
  name: 'LeakAnswer',
  description: 'What is to become of places in a text that may be nobody’s to read.',
  valuesMap: {
    HIDE: { description: 'Neutral words take their place.' },
    LEAVE: { description: 'The text stays as it is; the author has been asked.' },
  },
});

/** The answer as services take it. */
export type LeakAnswer = `${LeakAnswerEnum}`;

/** What an input that holds its author's text tells of places in it. */
@InputType({ isAbstract: true })
export abstract class LeakAnswersInput {
  @Field(() => LeakAnswerEnum, {
    nullable: true,
    description: 'Once asked what is to become of places that may be nobody’s to read.',
  })
  leaks?: LeakAnswerEnum;
  @Field(() => [LeakKindEnum], {
    nullable: true,
    description: 'Kinds of places that were hidden before sending, one for each; they are counted.',
  })
  leaksHidden?: LeakKind[];
}

/** Places of which a form reports that they were hidden before it was sent. */
const MOST_REPORTED = 100;

/** The same for the schema of the input; nothing is answered before the question was put. */
export const leakAnswers = {
  leaks: z.enum(['hide', 'leave']).nullish(),
  leaksHidden: z.array(z.enum(LeakKindEnum)).max(MOST_REPORTED).nullish(),
};
