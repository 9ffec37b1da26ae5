import type { Match, Rule } from '../rule.js';
import { VAT_CHECKS } from './vat-check-digits.js';

/** What follows the letters of the country (Directive 2006/112/EC, article 215; European Commission, VIES: structures). */
const SHAPES: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CHE: /^\d{9}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^[1-9]\d{8}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GB: /^\d{9}(?:\d{3})?$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^[1-9]\d{5,9}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
};
const COUNTRY = /(?<![\p{L}\p{N}])(?:che|[a-z]{2})(?=[-./ ]{0,2}[a-z0-9])/gu;
const ANNOUNCED =
  /(?:ust|umsatzsteuer|mwst|mehrwertsteuer|(?<!\p{L})uid|(?<!\p{L})vat|tva|partita iva|p\. ?iva|btw|tax id|(?<!\p{L})w-?id-?nr|wirtschafts-?id)[^\n]{0,40}$/u;
/** A German number that was written without its country. */
const WITHOUT_COUNTRY =
  /(?:ust-? ?id(?:-?nr\.?)?|umsatzsteuer-?id\p{L}*|vat (?:id|no\.?|number))[ .:=]{1,4}(?<number>[1-9][0-9]{2}[ .]?[0-9]{3}[ .]?[0-9]{3})(?![\p{L}\p{N}])/gu;
const GAP = /[-./ ]/;
const CHARACTER = /[A-Z0-9]/;
/** What Swiss numbers end in when they are meant for VAT. */
const SWISS_ENDING = /^ ?(?:mwst|tva|iva|vat)(?!\p{L})/u;
/** What German numbers end in when they name a business (§ 139c AO). */
const GERMAN_ENDING = /^-[0-9]{5}(?![0-9])/;
const ENDINGS: Readonly<Record<string, RegExp>> = { CHE: SWISS_ENDING, DE: GERMAN_ENDING };
const LONGEST = 12;

/** Ends of the candidates from a place on, each after a letter or digit that no other follows at once. */
function* candidates(text: string, start: number): Iterable<{ number: string; end: number }> {
  let number = '';
  let gap = 0;
  for (let index = start; index < text.length && number.length <= LONGEST; index += 1) {
    const sign = text[index]!.toUpperCase();
    if (CHARACTER.test(sign)) {
      number += sign;
      gap = 0;
      if (!/[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ')) yield { number, end: index + 1 };
    } else {
      gap += 1;
      if (!GAP.test(sign) || gap > 2) return;
    }
  }
}

/**
 * VAT numbers of the European Union, Switzerland and the United Kingdom: by their check digits, or by their shape after
 * a word that announces them.
 */
export const vatNumberRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    for (const { index, 0: letters } of folded.matchAll(COUNTRY)) {
      const country = letters.toUpperCase();
      const shape = SHAPES[country];
      if (!shape) continue;
      for (const { number, end } of candidates(text, index + letters.length)) {
        if (!shape.test(number)) continue;
        const sound = VAT_CHECKS[country]?.(number) ?? false;
        if (!sound && !ANNOUNCED.test(folded.slice(Math.max(0, index - 60), index))) continue;
        const ending = ENDINGS[country]?.exec(folded.slice(end, end + 8));
        yield {
          kind: 'vat-number',
          start: index,
          end: end + (ending?.[0].length ?? 0),
          value: country + number,
        };
        break;
      }
    }
    for (const { index, 0: all, groups } of folded.matchAll(WITHOUT_COUNTRY)) {
      const end = index + all.length;
      yield { kind: 'vat-number', start: end - groups!.number!.length, end };
    }
  },
};
