import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

/** @returns a parser for commander that refuses with `expected`, as wrong usage */
const accepting =
  <T>(schema: z.ZodType<T>, expected: string) =>
  (value: string): T => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new InvalidArgumentError(`Expected ${expected}.`);
    return parsed.data;
  };

export const slug = accepting(
  z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  'small letters, digits and single hyphens',
);
export const mail = accepting(z.email().max(254), 'a mail address');
export const host = accepting(
  z
    .string()
    .max(253)
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/),
  'a host name such as iot.stackexchange.com',
);
export const shortText = accepting(z.string().trim().min(1).max(60), 'a text of at most 60 characters');
export const longText = accepting(z.string().trim().min(1).max(200), 'a text of at most 200 characters');
export const rank = accepting(z.coerce.number().int().min(0).max(9_999), 'a whole number from 0 to 9999');
export const minutes = accepting(z.coerce.number().int().min(1).max(1_440), 'whole minutes from 1 to 1440');
export const language = accepting(z.enum(['de', 'en']), 'de or en');
