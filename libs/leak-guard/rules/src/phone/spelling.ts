import type { Span } from '../finding.js';
import type { Reading } from '../reading/reading.js';

/** What may stand between two groups of digits of one number: a space, a dash, a slash, a dot, brackets (DIN 5008, ITU-T E.123 and habit). */
const GAP = /^(?: {1,2}| ?[-/] ?|\.| ?-?\(|\) ?[-/.]? ?)$/;
const WIDEST_GAP = 5;
/** Where a mail was wrapped: the area code stands at the end of a line, the rest of the number in the next. */
const WRAPPED = /^ ?[-/]?\n$/;
const AREA_CODE = /^0[1-9][0-9]{1,4}$/;
const REST = /^[0-9]{5,9}$/;
/** Longest number with the digits of an extension (ITU-T E.164, 6.2.1, and extensions behind it). */
const LONGEST = 20;
/** Signs behind digits that make them a time, an amount or part of a word; an `x` before an extension is none. */
const NO_END = /^(?:[%€$]|[:,][0-9]|(?!x[0-9])\p{L})/iu;

/** A spelling from its first sign on, after each group of digits at which it may end. */
export interface Spelling extends Span {
  /** Digits only, the `(0)` of `+49 (0)30` left out. */
  readonly digits: string;
  /** How many groups of digits it has. */
  readonly count: number;
  /** Lengths of the groups of digits; those of longer spellings with the same beginning follow. */
  readonly lengths: readonly number[];
  /** Signs between the groups, all together. */
  readonly gaps: string;
}

/** A group of digits, and what tells whether a number may reach over it; looked at once for all numbers it may be part of. */
interface Group extends Span {
  readonly digits: string;
  /** What stands between it and the group before; null where no number goes on. */
  readonly gap: string | null;
  /** Whether the gap is the end of a line. */
  readonly isWrapped: boolean;
  /** Whether it is the 0 in brackets behind a country's code. */
  readonly isTrunkZero: boolean;
  /** Whether what follows makes it part of a word, a time or an amount. */
  readonly isOpen: boolean;
}

/**
 * The groups of digits of a reading.
 * @param harmless whether a place belongs to a date, a price and the like, at which a number has ended
 */
export function groupsOf({ text, digits }: Reading, harmless: (place: number) => boolean): Group[] {
  let before = 0;
  return digits.map(({ start, end }) => {
    const between = start - before <= WIDEST_GAP && !harmless(start) ? text.slice(before, start) : null;
    before = end;
    const isWrapped = between !== null && WRAPPED.test(between);
    const gap = between === ' ' || isWrapped || (between !== null && GAP.test(between)) ? between : null;
    const group = text.slice(start, end);
    return {
      start,
      end,
      digits: group,
      gap,
      isWrapped,
      isTrunkZero: group === '0' && gap !== null && gap.endsWith('(') && text[end] === ')',
      isOpen: text[end] !== ' ' && NO_END.test(text.slice(end, end + 2)),
    };
  });
}

/** Whether the next group is the area code of another number: *030 1234567 089 7654321*. */
const beginsAnother = (gap: string, group: string, digitsBefore: number) =>
  digitsBefore >= 9 && gap.includes(' ') && /^0[0-9]{2,}/.test(group);

/**
 * All spellings that begin with a group of digits, shortest first.
 * @param first index of the group among those of the reading
 */
export function* spellingsFrom(all: readonly Group[], first: number): Iterable<Spelling> {
  const start = all[first]!.start;
  const lengths: number[] = [];
  let [digits, gaps] = ['', ''];
  for (let index = first; index < all.length; index += 1) {
    const { end, digits: group, gap, isWrapped, isTrunkZero, isOpen } = all[index]!;
    if (index > first) {
      if (gap === null || (isWrapped && !(AREA_CODE.test(digits) && REST.test(group)))) return;
      if (beginsAnother(gap, group, digits.length)) return;
      gaps += gap;
      if (isTrunkZero) continue;
    }
    digits += group;
    if (digits.length > LONGEST) return;
    lengths.push(group.length);
    if (isOpen) return;
    yield { start, end, digits, count: lengths.length, lengths, gaps };
  }
}
