import { escaped } from '../expression.js';

/** Letters and the ways in which they are written where a keyboard or an address does not have them. */
const VARIANTS: Readonly<Record<string, string>> = {
  ä: '(?:ä|ae|a)',
  ö: '(?:ö|oe|o)',
  ü: '(?:ü|ue|u)',
  ß: '(?:ß|ss)',
  ae: '(?:ae|ä)',
  oe: '(?:oe|ö)',
  ue: '(?:ue|ü)',
  ss: '(?:ss|ß)',
  æ: '(?:æ|ae)',
  ø: '(?:ø|oe|o)',
  å: '(?:å|aa|a)',
};

/** One letter, or two that may stand for one. */
const LETTERS = /[aou]e|ss|./gsu;

function variantsOf(letter: string): string {
  const known = VARIANTS[letter];
  if (known) return known;
  const base = letter.normalize('NFD')[0]!;
  const plain = escaped(letter);
  return base !== letter && /\p{L}/u.test(letter) ? `(?:${plain}|${base})` : plain;
}

/**
 * The source of an expression for a word in all its spellings; every letter takes a bounded number of signs.
 * @param word in any letters
 */
export const spellingsOf = (word: string): string =>
  Array.from(word.normalize('NFC').toLowerCase().matchAll(LETTERS), ([letters]) => variantsOf(letters)).join(
    '',
  );
