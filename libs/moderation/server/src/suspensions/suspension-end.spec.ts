import { describe, expect, it } from '@jest/globals';
import { suspensionEnd } from './suspension-end.js';

const now = new Date('2026-11-22T13:20:00Z');
const end = (days: number | null, until: string | null = null) =>
  suspensionEnd({ days, until }, now, 'Europe/Berlin')?.toISOString() ?? null;

describe('the end of a suspension', () => {
  it.each([
    [1, null, '2026-11-23T14:00:00.000Z'],
    [7, null, '2026-11-29T14:00:00.000Z'],
    [0, null, null],
    [null, null, null],
    [7, '2026-11-30', '2026-11-30T22:59:00.000Z'],
    [null, '2026-11-22', '2026-11-22T22:59:00.000Z'],
  ])('of %p days, until %p, is %p', (days, until, expected) => {
    expect(end(days, until)).toBe(expected);
  });

  it.each([
    ['2026-11-21', 'moderation:error.dayOver'],
    ['2026-02-30', 'platform:invalid.format'],
    ['2040-01-01', 'moderation:error.dayTooFar'],
  ])('is not %s', (until, key) => {
    expect(() => end(7, until)).toThrow(key);
  });
});
