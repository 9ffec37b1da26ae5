import { describe, expect, it } from '@jest/globals';
import { fromWallTime, startOfDay, toWallTime } from './wall-time.js';

const BERLIN = 'Europe/Berlin';

describe('the time of a clock on the wall', () => {
  it.each([
    ['2026-11-21T23:30', '2026-11-21T22:30:00.000Z'],
    ['2026-07-01T08:00', '2026-07-01T06:00:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'], // the first of two
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'], // between 1:59 and 3:00: 3:30
  ])('%s in Berlin is %s', (wallTime, instant) => {
    expect(fromWallTime(wallTime, BERLIN)?.toISOString()).toBe(instant);
  });

  it('is read back as it was written', () => {
    for (const zone of [BERLIN, 'America/St_Johns', 'Pacific/Auckland', 'UTC'])
      expect(toWallTime(fromWallTime('2026-11-21T23:30', zone)!, zone)).toBe('2026-11-21T23:30');
  });

  it.each([
    ['2026-10-31T22:59:59Z', '2026-10-30T23:00:00.000Z'],
    ['2026-10-31T23:00:00Z', '2026-10-31T23:00:00.000Z'],
    ['2026-10-25T22:00:00Z', '2026-10-24T22:00:00.000Z'], // a day of 25 hours
  ])('begins the day of %s at %s', (instant, start) => {
    expect(startOfDay(new Date(instant), BERLIN).toISOString()).toBe(start);
  });

  it('knows days that do not exist', () => {
    expect(fromWallTime('2026-02-30T10:00', BERLIN)).toBeNull();
    expect(fromWallTime('2026-02-20T25:00', BERLIN)).toBeNull();
  });
});
