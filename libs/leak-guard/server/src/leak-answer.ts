import { registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';

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

/** The answer as an input brings it along; nothing before the question was put. */
export const leakAnswerSchema = z.enum(['hide', 'leave']).nullish();
