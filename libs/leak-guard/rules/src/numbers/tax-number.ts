import { announcedColumns } from '../announced/columns.js';
import type { Reading } from '../reading/reading.js';
import type { Match, Rule } from '../rule.js';
import { passesMod11Mod10 } from './mod-11-10.js';

/** Tax numbers as the offices of most German states write them: office, district, person and check digit (ELSTER, "Aufbau der Steuernummern"). */
const WITH_SLASHES = /(?<![0-9/.-])[0-9]{2,3}\/[0-9]{3,4}\/[0-9]{4,5}(?:\/[0-9])?(?![0-9/]|[.-][0-9])/g;
/** As they are written without slashes, the federal form of 13 digits, and Austrian ones (2, 3 and 4 digits). */
const ANNOUNCED_SHAPE =
  /(?<![\p{L}0-9/.+-])(?:[0-9]{10,13}|[0-9]{5}[ /][0-9]{5}|[0-9]{1,4} ?[ /.-] ?[0-9]{3,4} ?[ /.-] ?[0-9]{3,5}(?:[/-][0-9])?)(?![\p{L}0-9]|[ /-][0-9])/gu;
/** Tax identification numbers (§ 139b AO), as they are printed or in one piece. */
const IDENTIFICATION =
  /(?<![\p{L}0-9/.+-])[1-9][0-9](?:(?:[ ./-]?[0-9]{3}){3}|[0-9]{2} [0-9]{4} [0-9]{3})(?![\p{L}0-9]|[ /-][0-9])/gu;

const NUMBER_ANNOUNCED =
  /(?:steuer-? ?(?:nummer|nr)|(?<!\p{L})st\.?-? ?nr|finanzamt|elster|tax[ _]?(?:number|no)|abgabenkonto|steuerliche? nummer|schemeid="fc")(?:(?!kunde|vertrag|(?<!abgaben)konto|ticket|iban|rechnungsn|auftrag|telefon|bestell|beleg|(?<!\p{L})(?:tel|fax|kto)(?!\p{L}))[^\n]){0,60}(?::[ \t]*\n{1,2}[ \t>*-]{0,4})?$/u;
const IDENTIFICATION_ANNOUNCED =
  /(?:steuer-? ?id|(?<!\p{L})st\.?-?id|steuerliche id|identifikationsnummer|idnr|(?<!\p{L})id-nr|(?<!\p{L})tin|tax[ _]?id)[^\n]{0,40}$/u;
/** Right behind the word people group the digits as they like. */
const IN_ANY_GROUPS =
  /(?:steuer-? ?(?:nummer|nr)|(?<!\p{L})st\.?-? ?nr)\.?[^\n0-9]{0,24}(?<number>[0-9]{1,8}(?: ?[ /.-] ?[0-9]{1,8}){1,4})(?![\p{L}0-9]|[ /-][0-9])/gu;
/** *… ist unsere Steuernummer*, *… (Steuernummer)* */
const NAMED_BEHIND =
  /^ ?(?:\(|=|ist|lautet|als|is)[^\n.0-9]{0,20}(?:steuer-? ?(?:nummer|nr)|(?<!\p{L})st\.?-? ?nr|tax number)/u;
const HEAD = /^(?:steuer-? ?(?:nummer|nr)|st\.?-? ?nr|tax (?:number|no))/u;

/** Three groups of ten or eleven digits beside these words are nothing else: *Umsatzsteuer läuft über 75 413 20926*. */
const ABOUT_TAXES = /(?:steuer|finanzamt|finanzbehörde|voranmeldung|(?<!\p{L})(?:ust|elster)(?!\p{L}))/u;
/** What another number is called right before it: *Kundennr. 133/8150/8159*. */
const OTHERWISE_ANNOUNCED =
  /(?:kund|(?<!\p{L})kd|vertr|auftrag|rechnung|ticket|bestell|vorgang|fall|akten|liefer|angebot|mandat|polic|darlehen|(?<!abgaben)konto(?!inh)|telefon|(?<!\p{L})(?:tel|fax|az))[\p{L}.-]{0,16}(?: (?:nr\.?|nummer|no\.?|ist|lautet|die|war))*[ :=#(]{0,3}$/u;
const GROUPED = /^[0-9]{2,3} ?[ /.-] ?[0-9]{3,4} ?[ /.-] ?[0-9]{4,5}$/;

/** One digit stands twice or three times, all others once at most, and no digit three times in a row (BZSt, "Informationen zur IdNr."). */
function isIdentification(digits: string): boolean {
  const counts = [...'0123456789'].map((digit) => digits.slice(0, 10).split(digit).length - 1);
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && repeated[0]! <= 3 && !/(\d)\1\1/.test(digits) && passesMod11Mod10(digits);
}

const isGroupedForTaxes = (number: string): boolean =>
  GROUPED.test(number) && [10, 11].includes(number.replace(/[^0-9]/g, '').length);

function* taxNumbersIn({ text, folded }: Reading): Iterable<Match> {
  const isAnnounced = (by: RegExp, at: number, reach: number) =>
    by.test(folded.slice(Math.max(0, at - reach), at));
  const headed = new Set(
    [...announcedColumns(text)].filter(({ head }) => HEAD.test(head)).map(({ cell }) => cell.start),
  );
  for (const { index, 0: all } of text.matchAll(WITH_SLASHES)) {
    const digits = all.replaceAll('/', '').length;
    if (digits === 10 || digits === 11) yield { kind: 'tax-number', start: index, end: index + all.length };
  }
  for (const { index, 0: all } of text.matchAll(IDENTIFICATION)) {
    const grouped = /[^0-9]/.test(all) && isIdentification(all.replace(/[^0-9]/g, ''));
    if (grouped || isAnnounced(IDENTIFICATION_ANNOUNCED, index, 64))
      yield { kind: 'tax-number', start: index, end: index + all.length };
  }
  for (const { index, 0: all } of text.matchAll(ANNOUNCED_SHAPE))
    if (
      isAnnounced(NUMBER_ANNOUNCED, index, 80) ||
      NAMED_BEHIND.test(folded.slice(index + all.length, index + all.length + 48)) ||
      headed.has(index) ||
      (isGroupedForTaxes(all) &&
        ABOUT_TAXES.test(folded.slice(Math.max(0, index - 100), index + all.length + 60)))
    )
      yield { kind: 'tax-number', start: index, end: index + all.length };
  for (const { index, 0: all, groups } of folded.matchAll(IN_ANY_GROUPS)) {
    const digits = groups!.number!.replace(/[^0-9]/g, '').length;
    if (digits >= 10 && digits <= 13)
      yield {
        kind: 'tax-number',
        start: index + all.length - groups!.number!.length,
        end: index + all.length,
      };
  }
}

/** German tax numbers and tax identification numbers, and Austrian tax numbers. */
export const taxNumberRule: Rule = {
  sparesHarmless: true,
  *find(reading): Iterable<Match> {
    for (const match of taxNumbersIn(reading))
      if (!OTHERWISE_ANNOUNCED.test(reading.folded.slice(Math.max(0, match.start - 48), match.start)))
        yield match;
  },
};
