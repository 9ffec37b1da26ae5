import type { PipeTransform, Type } from '@nestjs/common';
import { Args } from '@nestjs/graphql';
import type { z } from 'zod';
import { InvalidInput } from '../errors/expected-error.js';

/**
 * Checks a value against its schema and returns the parsed one.
 * @throws InvalidInput naming the first field at fault
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidInput(result.error.issues[0]!);
}

function invalidInput(issue: z.core.$ZodIssue): InvalidInput {
  const field = issue.path.join('.') || 'input';
  switch (issue.code) {
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? new InvalidInput(field, 'platform:invalid.required')
        : new InvalidInput(field, 'platform:invalid.tooShort', { count: Number(issue.minimum) });
    case 'too_big':
      return new InvalidInput(
        field,
        issue.origin === 'array' ? 'platform:invalid.tooMany' : 'platform:invalid.tooLong',
        {
          count: Number(issue.maximum),
        },
      );
    case 'invalid_format':
      return new InvalidInput(
        field,
        issue.format === 'email' ? 'platform:invalid.mail' : 'platform:invalid.format',
      );
    case 'custom':
      return new InvalidInput(field, issue.message); // refinements carry the key of a translated text
    default:
      return new InvalidInput(
        field,
        issue.input === undefined ? 'platform:invalid.required' : 'platform:invalid.format',
      );
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
