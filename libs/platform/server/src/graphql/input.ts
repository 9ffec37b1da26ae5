import type { PipeTransform, Type } from '@nestjs/common';
import { Args } from '@nestjs/graphql';
import type { z } from 'zod';
import { InvalidInput, type InputFault } from '../errors/expected-error.js';

/**
 * Checks a value against its schema and returns the parsed one.
 * @throws InvalidInput naming every field at fault, each with the first thing that is wrong with it
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true }); // tells missing from malformed; goes no further
  if (result.success) return result.data;
  const faults = result.error.issues.map(faultOf);
  const [first, ...others] = faults.filter(
    ({ field }, index) => faults.findIndex((fault) => fault.field === field) === index,
  );
  throw new InvalidInput(first!.field, first!.messageKey, first!.params, others);
}

/** Schemas bring the key of a translated text along where they know better what is wrong. */
const TEXT_KEY = /^[a-z]+:[\w.]+$/i;

function faultOf(issue: z.core.$ZodIssue): InputFault {
  return { field: issue.path.join('.') || 'input', ...wordsOn(issue) };
}

function wordsOn(issue: z.core.$ZodIssue): Omit<InputFault, 'field'> {
  if (TEXT_KEY.test(issue.message)) return { messageKey: issue.message };
  switch (issue.code) {
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? { messageKey: 'platform:invalid.required' }
        : { messageKey: 'platform:invalid.tooShort', params: { count: Number(issue.minimum) } };
    case 'too_big':
      return {
        messageKey: issue.origin === 'array' ? 'platform:invalid.tooMany' : 'platform:invalid.tooLong',
        params: { count: Number(issue.maximum) },
      };
    case 'invalid_format':
      return { messageKey: issue.format === 'email' ? 'platform:invalid.mail' : 'platform:invalid.format' };
    default:
      return {
        messageKey: issue.input === undefined ? 'platform:invalid.required' : 'platform:invalid.format',
      };
  }
}

/**
 * Parameter decorator: the argument `input`, validated. Unknown keys are refused by GraphQL itself.
 * @param schema what the values must be; its output is what the method gets
 * @param type   the input type as the schema of the API shows it
 */
export const Input = (schema: z.ZodType, type: () => Type<unknown>): ParameterDecorator => {
  const pipe: PipeTransform = { transform: (value: unknown) => parseInput(schema, value) };
  return Args('input', { type }, pipe);
};
