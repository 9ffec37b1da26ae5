import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { InvalidInput } from '../errors/expected-error.js';
import { parseInput } from './input.js';

const schema = z.object({
  title: z
    .string()
    .min(8)
    .max(20)
    .regex(/^[a-z ]*$/),
  mail: z.email(),
  tags: z.array(z.string().min(1)).max(2),
  consent: z.literal(true, { error: 'identity:error.acceptanceMissing' }),
  name: z.string().refine((name) => name !== 'root', { message: 'identity:error.nicknameReserved' }),
});
const fine = { title: 'a fine title', mail: 'k@firma.example', tags: ['a'], consent: true, name: 'k' };

function refusalOf(input: unknown): InvalidInput {
  try {
    parseInput(schema, input);
  } catch (error) {
    return error as InvalidInput;
  }
  throw new Error('was not refused');
}

describe('input', () => {
  it('passes when nothing is wrong', () => {
    expect(parseInput(schema, fine)).toEqual(fine);
  });

  it('is refused with every field at fault at once, the first of them as the answer itself', () => {
    const refusal = refusalOf({
      title: 'short',
      mail: 'nobody',
      tags: ['a', 'b', 'c'],
      consent: false,
      name: 'root',
    });
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(refusal).toMatchObject({
      messageKey: 'platform:invalid.tooShort',
      details: { field: 'title', params: { count: 8 } },
    });
    expect(refusal.faults).toEqual([
      { field: 'title', messageKey: 'platform:invalid.tooShort', params: { count: 8 } },
      { field: 'mail', messageKey: 'platform:invalid.mail' },
      { field: 'tags', messageKey: 'platform:invalid.tooMany', params: { count: 2 } },
      { field: 'consent', messageKey: 'identity:error.acceptanceMissing' },
      { field: 'name', messageKey: 'identity:error.nicknameReserved' },
    ]);
  });

  it('tells one thing of a field that has several faults', () => {
    const { faults } = refusalOf({ ...fine, title: 'SHORT' });
    expect(faults.map(({ field }) => field)).toEqual(['title']);
  });

  it('tells what is missing apart from what is malformed', () => {
    const { title: _title, ...rest } = fine;
    expect(refusalOf(rest).faults).toEqual([{ field: 'title', messageKey: 'platform:invalid.required' }]);
    expect(refusalOf({ ...fine, title: 7 }).faults).toEqual([
      { field: 'title', messageKey: 'platform:invalid.format' },
    ]);
    expect(refusalOf({ ...fine, tags: ['a', ''] }).faults).toEqual([
      { field: 'tags.1', messageKey: 'platform:invalid.required' },
    ]);
  });
});
