import { harmlessIn } from '../harmless/harmless.js';
import type { Reading } from '../reading/reading.js';
import type { Match, Rule } from '../rule.js';
import { isPhoneAnnounced, isPhoneNamed } from './cues.js';
import {
  comparable,
  internationalNumber,
  isServiceNumber,
  mayBeNational,
  nationalNumber,
  northAmericanNumber,
} from './numbering-plan.js';
import { groupsOf, type Spelling, spellingsFrom } from './spelling.js';
import { tailOf } from './tail.js';

/** What a number begins with: a plus, `00`, a single 0, or something else. */
type Prefix = 'plus' | 'zeros' | 'zero' | 'none';

const NORTH_AMERICAN = /^(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}([-.]))[2-9][0-9]{2}[-.][0-9]{4}$/;
const NORTH_AMERICAN_DIGITS = 10;
/** Digits that a number has at least and at most when a word alone says what it is. */
const [FEWEST, MOST] = [6, 17];
/** Signs of the international form that both ends of a block share. */
const SHARED = 6;

type PhoneMatch = Match & { readonly value: string };

/** A plus at the end that is none of a sum. */
const PLUS = /(?<![\p{L}\p{N}]|[0-9] )\+ ?\(?$/u;

function prefixAt(text: string, start: number): Prefix {
  const before = text.slice(Math.max(0, start - 4), start);
  if (before.includes('+') && PLUS.test(before)) return 'plus';
  if (text.startsWith('00', start)) return 'zeros';
  return text[start] === '0' ? 'zero' : 'none';
}

/**
 * Whether a spelling with a 0 in front is a telephone number by its looks alone: its area code stands apart, or it is
 * long enough in one piece.
 */
function looksNational({ digits, count, lengths, gaps }: Spelling): boolean {
  const [area, next] = lengths;
  if (gaps.includes(')')) return true;
  if (count === 1) return digits.length >= 10 && digits.length <= 12;
  if (/^\.+$/.test(gaps)) {
    const shortest = Math.min(...lengths.slice(0, count));
    return area! >= 5
      ? digits.length >= 9 && shortest > 1
      : area === 4 && digits.length >= 10 && shortest > 2;
  }
  if (gaps.includes('\n')) return false;
  if (area === 1) return /[-/]/.test(gaps) && digits.length >= 9;
  if (area === 2) return next! >= 5 || gaps.includes('/');
  return area! <= 6 || /^01[5-7]/.test(digits);
}

/** A number by its spelling alone, or by the numbering plan where a word beside it says what it is. */
function plannedNumber(
  text: string,
  spelling: Spelling,
  prefix: Prefix,
  isCalled: () => boolean,
): string | null {
  const { digits, count, end } = spelling;
  switch (prefix) {
    case 'plus':
      return internationalNumber(digits, true);
    case 'zeros':
      return internationalNumber(digits.slice(2), count > 2 || isCalled());
    case 'zero':
      return mayBeNational(digits) && (looksNational(spelling) || isCalled()) ? nationalNumber(digits) : null;
    case 'none':
      return digits.length === NORTH_AMERICAN_DIGITS &&
        NORTH_AMERICAN.test(text.slice(beginningOf(text, spelling), end))
        ? northAmericanNumber(digits)
        : null;
  }
}

/** What a spelling stands for, or null when it is no telephone number. */
function numberOf(text: string, spelling: Spelling, prefix: Prefix, isCalled: () => boolean): string | null {
  const { length } = spelling.digits;
  if (length < FEWEST) return null;
  const planned = plannedNumber(text, spelling, prefix, isCalled);
  if (planned || prefix === 'plus' || length > MOST) return planned;
  return isCalled() ? spelling.digits : null;
}

/** The first sign of a number: its plus, or the bracket around its area code. */
function beginningOf(text: string, { start, end }: Spelling): number {
  const before = /(?:\(?\+ ?\(?|\()$/.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? '';
  if (text.slice(start, end).includes(')')) return start - before.length;
  return before.endsWith('(') ? start : start - before.replace('(', '').length;
}

/** How far the beginning of an address may lie before the digits in it. */
const LONGEST_ADDRESS = 200;
const ADDRESS = /(?:https?:\/\/|www\.)(?!wa\.me\/)[^\s]*$/i;

/** Whether digits continue a word, a decimal, a code or a web address, so that no number can begin with them. */
function isInside(text: string, start: number): boolean {
  if (start === 0 || text[start - 1] === ' ') return false;
  if (/(?:[\p{L}\p{N}_]|[0-9][.,:/-])$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
  return (
    /[/=&?%#-]/.test(text[start - 1] ?? ' ') &&
    ADDRESS.test(text.slice(Math.max(0, start - LONGEST_ADDRESS), start))
  );
}

/** Whether a word behind a place says that a number ended there; each place, at which many spellings end, is looked at once. */
function namesIn({ text, folded }: Reading): (end: number) => boolean {
  const known = new Map<number, boolean>();
  return (end) => {
    let isNamed = known.get(end);
    if (isNamed === undefined) known.set(end, (isNamed = isPhoneNamed(folded, tailOf(text, end))));
    return isNamed;
  };
}

function* numbersIn(reading: Reading, hotlines: readonly string[]): Iterable<PhoneMatch> {
  const { text, folded } = reading;
  const harmless = harmlessIn(reading);
  const groups = groupsOf(reading, (place) => harmless.at(place));
  const isNamed = namesIn(reading);
  let done = 0;
  for (const [index, { start }] of groups.entries()) {
    if (start < done || harmless.at(start) || isInside(text, start)) continue;
    const prefix = prefixAt(text, start);
    const isAnnounced = isPhoneAnnounced(folded, start);
    const spellings = [...spellingsFrom(groups, index)];
    for (const spelling of spellings.reverse()) {
      const number = numberOf(text, spelling, prefix, () => isAnnounced || isNamed(spelling.end));
      if (!number) continue;
      done = tailOf(text, spelling.end);
      const isService = prefix !== 'plus' && isServiceNumber(spelling.digits);
      if (!isService && !hotlines.some((hotline) => number.startsWith(hotline)))
        yield { kind: 'phone', start: beginningOf(text, spelling), end: done, value: number };
      break;
    }
  }
}

/** Whether the second of two numbers is where a block ends that begins with the first: *0521 98614-30 bis 0521 98614-49*. */
const endsBlock = (text: string, first: PhoneMatch, second: PhoneMatch) =>
  /^ (?:bis|to|-) $/.test(text.slice(first.end, Math.min(second.start, first.end + 8))) &&
  second.value.startsWith(first.value.slice(0, SHARED));

/** Joins blocks that are written with both their ends. */
function joined(text: string, numbers: Iterable<PhoneMatch>): PhoneMatch[] {
  const matches: PhoneMatch[] = [];
  for (const number of numbers) {
    const last = matches.at(-1);
    if (last && endsBlock(text, last, number)) matches[matches.length - 1] = { ...last, end: number.end };
    else matches.push(number);
  }
  return matches;
}

/**
 * Telephone numbers: international ones, German, Austrian and Swiss ones in every spelling, and any other digits beside
 * a word that says so; with extensions, and as blocks from one extension to another. The operator's own and numbers of
 * services for everybody stay silent.
 */
export const phoneRule: Rule = {
  sparesHarmless: true,
  find: (reading, { operator }) =>
    joined(reading.text, numbersIn(reading, operator.hotlines.map(comparable))),
};
