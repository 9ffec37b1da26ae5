import { describe, expect, it } from '@jest/globals';
import { readTimes, spansOf } from './service-hours.js';

describe('times of the day', () => {
  it.each([
    ['8-18', '08:00-18:00'],
    ['08:00 – 16:30', '08:00-16:30'],
    ['8.30 bis 12', '08:30-12:00'],
    ['0-24', '00:00-24:00'],
  ])('%s is %s', (written, times) => expect(readTimes(written)).toBe(times));

  it.each(['', 'immer', '18-8', '8-8', '8-25', '8:75-12', '24:30-25', '8-12-18'])('%p is none', (written) =>
    expect(readTimes(written)).toBeNull(),
  );
});

describe('a week', () => {
  it('is told in as few lines as it can be', () => {
    const day = '08:00-18:00';
    expect(
      spansOf({ monday: day, tuesday: day, wednesday: day, thursday: day, friday: '08:00-16:00' }),
    ).toEqual([
      { first: 'monday', last: 'thursday', from: '08:00', to: '18:00' },
      { first: 'friday', last: 'friday', from: '08:00', to: '16:00' },
    ]);
  });

  it('keeps days apart between which one is closed', () => {
    const day = '08:00-18:00';
    expect(spansOf({ monday: day, wednesday: day })).toHaveLength(2);
    expect(spansOf({})).toEqual([]);
  });
});
