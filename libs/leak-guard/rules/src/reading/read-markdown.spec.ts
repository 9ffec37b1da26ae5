import { describe, expect, it } from '@jest/globals';
import { readMarkdown } from './read-markdown.js';

describe('what somebody reads of a Markdown text', () => {
  it.each([
    ['emphasis inside a number', '**030** 123*45*', '030 12345'],
    ['code marks', '`030` 123', '030 123'],
    ['strike-through', '~~030~~ 123', '030 123'],
    ['underscores around a word', '_030_ 123', '030 123'],
    ['underscores inside a word', 'auth_user_name', 'auth_user_name'],
    ['stars before a list entry', '* 030\n* 040', '* 030\n* 040'],
    ['a telephone code', 'Wählen Sie **21*01711234567#.', 'Wählen Sie **21*01711234567#.'],
    ['escaped signs', '030\\-123\\_4', '030-123_4'],
    ['a path with backslashes', 'C:\\Users\\max', 'C:\\Users\\max'],
    ['named references', 'max&commat;firma&period;de&nbsp;!', 'max@firma.de !'],
    ['numbered references', 'max&#64;firma&#x2e;de', 'max@firma.de'],
    ['unknown references', 'R&D; &foo; &#0; &#99999999;', 'R&D; &foo; &#0; &#99999999;'],
    ['full-width signs', '＋４９（３０）', '+49(30)'],
    ['digits of another script', '٠٣٠ १२३', '030 123'],
    ['mathematical digits', '𝟎𝟑𝟎', '030'],
    ['zero-width signs', '03\u200b0\u2060 1\u00ad2\ufeff3', '030 123'],
    ['other spaces and dashes', '030\u00a01\u20092\u201134\u22125\u20136', '030 1 2-34-5-6'],
    ['letters with marks of their own', 'Mu\u0308ller', 'Müller'],
    ['digits struck out by marks', '1\u03362\u0336', '12'],
    ['keycaps', '1\ufe0f\u20e32\ufe0f\u20e3', '12'],
    ['the one letter that grows', 'İstanbul', 'Istanbul'],
    ['lone surrogates', '\ud800 030', '\ud800 030'],
  ])('%s', (_, source, shown) => expect(readMarkdown(source).text).toBe(shown));

  it('folds to small letters unit for unit', () => {
    const { text, folded } = readMarkdown('İSTANBUL STRAẞE Ǆ 𐐀');
    expect(folded).toHaveLength(text.length);
  });

  it.each([
    ['**030** 123', '030 123', '**030** 123'],
    ['030 **123**', '030 123', '030 **123**'],
    ['**030 123**', '030 123', '030 123'],
    ['*0*3*0*', '030', '*0*3*0*'],
    ['a 0\u200b30 b', '030', '0\u200b30'],
    ['a &#48;30 b', '030', '&#48;30'],
  ])('finds in %j the place of %j, with whole pairs of marks', (source, wanted, place) => {
    const reading = readMarkdown(source);
    const start = reading.text.indexOf(wanted);
    const span = reading.sourceOf({ start, end: start + wanted.length });
    expect(source.slice(span.start, span.end)).toBe(place);
  });
});
