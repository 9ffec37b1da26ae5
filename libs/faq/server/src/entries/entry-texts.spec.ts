import { describe, expect, it } from '@jest/globals';
import { namesSomebody } from './entry-texts.js';

describe('namesSomebody', () => {
  it.each([
    ['Hallo Kranich42, danke!', 'Kranich42'],
    ['@Kranich42 schrieb', 'Kranich42'],
    ['laut **Anonym · Eisvogel**', 'Anonym · Eisvogel'],
    ['Ölfass', 'Ölfass'],
    ['so wie (a+b) es sagte', '(a+b)'],
  ])('finds the name in %j', (text, name) => expect(namesSomebody(text, name)).toBe(true));

  it.each([
    ['Kranich421 ist jemand anders', 'Kranich42'],
    ['Überkranich', 'kranich'],
    ['Der Eisvogelweg 3', 'Eisvogel'],
    ['aXb', 'a.b'],
  ])('leaves %j alone', (text, name) => expect(namesSomebody(text, name)).toBe(false));
});
