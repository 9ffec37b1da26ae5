import { describe, expect, it } from '@jest/globals';
import { findLeaks } from './find-leaks.js';
import { PLAIN_SETTINGS } from './settings.js';
import { MARKED_TEXTS } from './testing/marked-texts.js';

/** The text without its marks, and what stands between them. */
function unmarked(marked: string) {
  const values = Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), ([, value]) => value!);
  return { text: marked.replace(/[⟦⟧]/g, ''), values };
}

const hardFindings = (text: string) =>
  findLeaks(text, PLAIN_SETTINGS)
    .filter(({ hardness }) => hardness === 'hard')
    .map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe.each(Object.entries(MARKED_TEXTS))('%s as customers write it', (kind, texts) => {
  it.each(texts)('%s', (marked) => {
    const { text, values } = unmarked(marked);
    expect(hardFindings(text)).toEqual(values.map((value) => [kind, value]));
  });
});
