import { countrySpecs, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import type { Match, Rule } from '../rule.js';

const BEGINNING = /(?<![\p{L}\p{N}])([a-z]{2}) ?[0-9]{2}/gu;
const ANNOUNCED = /iban[^\p{L}\p{N}\n]{0,12}$/u;
const LONGEST_GAP = 1;

/** How long an account number is in each country of the register. */
const lengths: ReadonlyMap<string, number> = new Map(
  Object.entries(countrySpecs).flatMap(([country, { chars }]) => (chars ? [[country, chars] as const] : [])),
);

/** End of the first `count` letters and digits from a place, with single spaces or dashes between; -1 when there are fewer. */
function endOfCharacters(text: string, start: number, count: number): number {
  let [left, gap] = [count, 0];
  for (let index = start; index < text.length; index += 1) {
    if (/[a-zA-Z0-9]/.test(text[index]!)) {
      left -= 1;
      gap = 0;
      if (left === 0) return /[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ') ? -1 : index + 1;
    } else if (text[index] === ' ' || text[index] === '-') {
      gap += 1;
      if (gap > LONGEST_GAP) return -1;
    } else return -1;
  }
  return -1;
}

/** Check digits of the country's own account number may be wrong where those of the IBAN are right: some banks have none. */
const isSound = (iban: string) =>
  validateIBAN(iban, { allowQRIBAN: true }).errorCodes.every(
    (code) => code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
  );

/**
 * International bank account numbers of every country of the register (ISO 13616), in blocks or without, by length and
 * check digits; right after the word IBAN a wrong check digit is taken for a slip.
 */
export const ibanRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    for (const { index, 1: country } of folded.matchAll(BEGINNING)) {
      const length = lengths.get(country!.toUpperCase());
      if (length === undefined) continue;
      const end = endOfCharacters(text, index, length);
      if (end < 0) continue;
      const value = text.slice(index, end).replace(/[ -]/g, '').toUpperCase();
      if (isSound(value) || ANNOUNCED.test(folded.slice(Math.max(0, index - 16), index)))
        yield { kind: 'iban', start: index, end, value };
    }
  },
};
