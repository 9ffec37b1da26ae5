import { describe, expect, it } from '@jest/globals';
import { Translator } from './translator.js';

const texts = { test: { de: { end: 'bis {{at, instant}}' }, en: { end: 'until {{at, instant}}' } } };
const at = Date.parse('2026-12-24T17:00:00Z');

describe('an instant in a text', () => {
  it.each([
    ['de', 'Europe/Berlin', 'bis 24. Dezember 2026 um 18:00'],
    ['en', 'Europe/Berlin', 'until 24 December 2026 at 18:00'],
    ['de', 'America/New_York', 'bis 24. Dezember 2026 um 12:00'],
  ] as const)('is written for %s in %s', (locale, timeZone, expected) => {
    expect(new Translator(texts, timeZone).translate(locale, 'test:end', { at })).toBe(expected);
  });
});
