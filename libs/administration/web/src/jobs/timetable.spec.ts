import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './timetable.js';

describe('a pattern of the timetable', () => {
  it.each([
    ['* * * * *', { key: 'cron.everyMinute', values: {} }],
    ['23 * * * *', { key: 'cron.hourly', values: { minute: '23' } }],
    ['5 3 * * *', { key: 'cron.daily', values: { time: '03:05' } }],
    ['0 3 * * 1', { key: 'cron.other', values: { pattern: '0 3 * * 1' } }],
    ['*/5 * * * *', { key: 'cron.other', values: { pattern: '*/5 * * * *' } }],
  ])('is put in words: %s', (pattern, words) => {
    expect(wordsOf(pattern)).toEqual(words);
  });
});
