import { describe, expect, it } from '@jest/globals';
import { drawableText, isRightToLeft, lettersOf } from './drawable-text.js';

describe('what can be drawn of a text', () => {
  it.each([
    ['Wie richte ich Fäxe™ & <b>Anrufe</b> ein?', 'Wie richte ich Fäxe™ & <b>Anrufe</b> ein?'],
    ['Läuft 👍🏽 wieder 👩‍👩‍👧 🇩🇪', 'Läuft wieder'],
    ['gut\u0000\u202Eegdelbmuhc\uFEFF', 'gutegdelbmuhc'],
    ['zwei\n\tZeilen', 'zwei Zeilen'],
    ['Router 日本語 7', 'Router 7'],
    ['日本語', ''],
    ['🎉 !', ''],
    [`a${'\u0301'.repeat(40)}`, 'á\u0301\u0301\u0301'],
    ['كيف يمكنني', 'كيف يمكنني'],
  ])('%j is %j', (text, drawn) => expect(drawableText(text)).toBe(drawn));

  it('knows where a line begins, and cuts no letter in two', () => {
    expect(['„שלום“', 'كيف', 'Wie', '12'].map(isRightToLeft)).toEqual([true, true, false, false]);
    expect(lettersOf('a\u0323\u0302b')).toHaveLength(2);
  });
});
