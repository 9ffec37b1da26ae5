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
  /** Lengths of the groups of digits. */
  readonly groups: readonly number[];
  /** Signs between the groups, all together. */
  readonly gaps: string;
}

/** Whether a gap leads to a further group of the same number; a space always does. */
const continues = (gap: string, digits: string, group: string) =>
  gap === ' ' ||
  (gap.length <= WIDEST_GAP &&
    (GAP.test(gap) || (WRAPPED.test(gap) && AREA_CODE.test(digits) && REST.test(group))));

/** Whether the next group is the area code of another number: *030 1234567 089 7654321*. */
const beginsAnother = (gap: string, group: string, digitsBefore: number) =>
  gap.includes(' ') && digitsBefore >= 9 && /^0[0-9]{2,}/.test(group);

/**
 * All spellings that begin with a group of digits, shortest first.
 * @param first index of the group among the digits of the reading
 * @param harmless whether a place belongs to a date, a price and the like, at which a number has ended
 */
export function* spellingsFrom(
  { text, digits: all }: Reading,
  first: number,
  harmless: (place: number) => boolean,
): Iterable<Spelling> {
  const start = all[first]!.start;
  const groups: number[] = [];
  let [digits, gaps] = ['', ''];
  for (let index = first; index < all.length; index += 1) {
    const { start: from, end } = all[index]!;
    const group = text.slice(from, end);
    if (index > first) {
      const gap = text.slice(all[index - 1]!.end, from);
      if (!continues(gap, digits, group) || harmless(from) || beginsAnother(gap, group, digits.length))
        return;
      gaps += gap;
      const isTrunkZero = group === '0' && gap.endsWith('(') && text[end] === ')';
      if (isTrunkZero) continue;
    }
    digits += group;
    if (digits.length > LONGEST) return;
    groups.push(group.length);
    if (text[end] !== ' ' && NO_END.test(text.slice(end, end + 2))) return;
    yield { start, end, digits, groups: [...groups], gaps };
  }
}
