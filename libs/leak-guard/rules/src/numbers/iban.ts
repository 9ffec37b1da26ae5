import { countrySpecs, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import type { Match, Rule } from '../rule.js';

const BEGINNING = /(?:(?<![\p{L}\p{N}])|(?<=iban))([a-z]) ?([a-z])[ -]?[0-9ol] ?[0-9ol]/gu;
const ANNOUNCED = /(?:iban|bankverbindung)[^\p{N}\n]{0,24}$/u;
/** How far back the word may stand. */
const REACH = 40;
/** What may stand between two groups, also where a line was broken. */
const GAP = /[-./_ \n]/;
const LONGEST_GAP = 3;

/** How long an account number is in each country of the register. */
const lengths: ReadonlyMap<string, number> = new Map(
  Object.entries(countrySpecs).flatMap(([country, { chars }]) => (chars ? [[country, chars] as const] : [])),
);

/** End of the first `count` letters and digits from a place, with spaces, dashes and the like between; -1 when there are fewer. */
function endOfCharacters(text: string, start: number, count: number): number {
  let [left, gap] = [count, 0];
  for (let index = start; index < text.length; index += 1) {
    if (/[a-zA-Z0-9]/.test(text[index]!)) {
      left -= 1;
      gap = 0;
      if (left === 0) return /[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ') ? -1 : index + 1;
    } else if (GAP.test(text[index]!)) {
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

/** Letters that are taken for digits where a number was typed off or read by a machine. */
const withDigits = (iban: string) =>
  iban.slice(0, 2) + iban.slice(2).replace(/O/g, '0').replace(/[IL]/g, '1');

/** Ends of what may be an account number: of its own length, and beside a word that says so of one digit more or less. */
function* endsOf(text: string, start: number, length: number, isAnnounced: boolean): Iterable<number> {
  for (const count of isAnnounced ? [length, length - 1, length + 1] : [length]) {
    const end = endOfCharacters(text, start, count);
    if (end > 0) yield end;
  }
}

/**
 * International bank account numbers of every country of the register (ISO 13616), in blocks or without, by length and
 * check digits; beside a word that announces one, a slip is taken for a slip.
 */
export const ibanRule: Rule = {
  *find({ text, folded }): Iterable<Match> {
    for (const { index, 1: first, 2: second } of folded.matchAll(BEGINNING)) {
      const length = lengths.get(`${first}${second}`.toUpperCase());
      if (length === undefined) continue;
      const isAnnounced = ANNOUNCED.test(folded.slice(Math.max(0, index - REACH), index));
      for (const end of endsOf(text, index, length, isAnnounced)) {
        const value = text
          .slice(index, end)
          .replace(/[^a-zA-Z0-9]/g, '')
          .toUpperCase();
        const isLikely = isAnnounced && (value.match(/[0-9]/g)?.length ?? 0) > length / 2;
        if (!isSound(value) && !isSound(withDigits(value)) && !isLikely) continue;
        yield { kind: 'iban', start: index, end, value };
        break;
      }
    }
  },
};
