import { describe, expect, it } from '@jest/globals';
import { distance } from './relative-times.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('distances in time', () => {
  const exact = { precision: 'exact', recent: 'gerade eben' } as const;
  const rounded = { precision: 'rounded', recent: 'vor weniger als # Minuten' } as const;

  it.each([
    [0, 'gerade eben'],
    [59, 'gerade eben'],
    [60, 'vor 1 Minute'],
    [3 * HOUR, 'vor 3 Stunden'],
    [DAY, 'gestern'],
    [2 * DAY, 'vorgestern'],
    [6 * DAY, 'vor 6 Tagen'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(distance(seconds, 'de', exact)).toBe(text);
  });

  it.each([
    [0, 'vor weniger als 15 Minuten'],
    [15 * MINUTE - 1, 'vor weniger als 15 Minuten'],
    [15 * MINUTE, 'vor weniger als 30 Minuten'],
    [HOUR - 1, 'vor weniger als 60 Minuten'],
    [HOUR, 'vor 1 Stunde'],
  ])('%i seconds of what is rounded are %s', (seconds, text) => {
    expect(distance(seconds, 'de', rounded)).toBe(text);
  });

  it('speak the language of the page', () => {
    expect(distance(2 * HOUR, 'en', { precision: 'exact', recent: 'just now' })).toBe('2 hours ago');
  });
});
