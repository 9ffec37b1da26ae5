import { describe, expect, it } from '@jest/globals';
import { fromWallTime, monthsAfter, startOfDay, toWallTime } from './wall-time.js';

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

  it.each([
    ['2026-11-23T08:15:00Z', 12, '2027-11-23T08:15:00.000Z'],
    ['2027-01-31T11:00:00Z', 1, '2027-02-28T11:00:00.000Z'],
    ['2028-01-31T11:00:00Z', 1, '2028-02-29T11:00:00.000Z'],
    ['2026-12-31T11:00:00Z', 2, '2027-02-28T11:00:00.000Z'],
    ['2026-05-23T22:30:00Z', 6, '2026-11-23T23:30:00.000Z'], // half past midnight of the 24th, in summer and in winter
    ['2027-03-31T10:00:00Z', -1, '2027-02-28T11:00:00.000Z'],
  ])('from %s counts %s months to %s', (instant, months, end) => {
    expect(monthsAfter(new Date(instant), months, BERLIN).toISOString()).toBe(end);
  });

  it('knows days that do not exist', () => {
    expect(fromWallTime('2026-02-30T10:00', BERLIN)).toBeNull();
    expect(fromWallTime('2026-02-20T25:00', BERLIN)).toBeNull();
  });
});
