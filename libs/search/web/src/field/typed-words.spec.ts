import { describe, expect, it } from '@jest/globals';
import { typedWords } from './typed-words.js';

const marked = (title: string, query: string) =>
  typedWords(title, query).map(({ start, end }) => title.slice(start, end));

describe('typedWords', () => {
  it.each([
    ['Telefon stumm', 'tele', ['Telefon']],
    ['Straße gestört, Ärger groß', 'strass aerg gross', ['Straße', 'Ärger', 'groß']],
    ['Neue Tür', 'neue tuer', ['Neue', 'Tür']],
    ['Mein Haustelefon', 'telefon', []],
    ['a b c', 'a', []],
    ['Fax', '(.*)|', []],
    ['', 'fax', []],
  ])('finds in %j what begins like %j', (title, query, expected) => {
    expect(marked(title, query)).toEqual(expected);
  });
});
