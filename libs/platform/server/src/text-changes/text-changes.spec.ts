import { describe, expect, it } from '@jest/globals';
import { textChanges } from './text-changes.js';

/** The text before (`-`) or after (`+`) as the changes tell it. */
const side = (changes: ReturnType<typeof textChanges>, gone: 'added' | 'removed') =>
  changes
    .filter(({ kind }) => kind !== gone)
    .map(({ text }) => text)
    .join('');

describe('changes of a text', () => {
  it('are none where nothing changed', () => {
    expect(textChanges('Gleich.', 'Gleich.')).toEqual([]);
  });

  it('name the words that came and went', () => {
    expect(textChanges('Der Anschluss ist tot.', 'Der Anschluss ist gestört.')).toEqual([
      { kind: 'same', text: 'Der Anschluss ist ' },
      { kind: 'removed', text: 'tot' },
      { kind: 'added', text: 'gestört' },
      { kind: 'same', text: '.' },
    ]);
  });

  it.each([
    ['', 'Neu.'],
    ['Alt.', ''],
    ['Ein Satz.\n\nNoch einer.', 'Ein Satz.\n\n> Zitat\n\nNoch einer.'],
    ['👩‍💻 Straße', '👩‍💻 Strasse'],
  ])('tell both texts whole: %j, %j', (before, after) => {
    const changes = textChanges(before, after);
    expect(side(changes, 'added')).toBe(before);
    expect(side(changes, 'removed')).toBe(after);
  });

  it('leave out what stayed far from any change', () => {
    const long = 'Wort '.repeat(500);
    const [same, removed] = textChanges(`${long}alt`, `${long}neu`);
    expect(same!.text.length).toBeLessThan(200);
    expect(removed).toEqual({ kind: 'removed', text: 'alt' });
  });

  it('cut what they leave out between words, beside a word that is longer than all of that, too', () => {
    const words = Array.from({ length: 200 }, (_, number) => `wort${number}`);
    const between = words.join(' ');
    const [, , same] = textChanges(`alt ${between} alt`, `neu ${between} neu`);
    const shown = same!.text.trim().split(/\s+/);
    expect(shown).toContain('[…]');
    expect(shown.filter((word) => word !== '[…]' && !words.includes(word))).toEqual([]);
    expect(shown.length).toBeLessThan(60);
    const address = `https://example.com/${'a'.repeat(500)}`;
    const [, , long] = textChanges(`alt ${address} alt`, `neu ${address} neu`);
    expect(long!.text).toMatch(/^ https:\/\/example\.com\/a{100,} \[…] a{100,} $/);
  });

  it('show texts that share a few words one after the other', () => {
    const [before, after] = [
      'Wir speichern Ihre Adresse.',
      'Alles über Cookies steht auf der Adresse des Anbieters.',
    ];
    expect(textChanges(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });

  it('give up on texts with nothing in common instead of comparing for ever', () => {
    const words = (from: number) => Array.from({ length: 8000 }, (_, n) => `w${from + n}`).join(' ');
    const changes = textChanges(words(0), words(100_000));
    expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
