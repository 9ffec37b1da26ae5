import type { Span } from '../finding.js';

/** A number or code as companies give them to customers, contracts and tickets. */
export interface Identifier extends Span {
  /** How many digits it has. */
  readonly digits: number;
  /** Whether it is unlikely to be a quantity or a word: five digits, or capital letters or signs besides four. */
  readonly isDistinct: boolean;
  /** Its letters as they are and `0` for each digit: numbers of one kind share it. */
  readonly shape: string;
}

const GROUP = /[a-z0-9]{1,40}/iy;
const LONGEST = 48;

/** Letters and digits all mixed behind a few letters: *NRK-60HH2C*. */
const MIXED = /^[a-z]{2,5}-(?=[0-9]{0,8}[a-z])[a-z0-9]{5,10}$/i;

/** Whether an identifier goes on behind a sign between two groups. */
function joins(text: string, groupStart: number, groupEnd: number): boolean {
  const sign = text[groupEnd];
  if (sign === undefined) return false;
  const next = text[groupEnd + 1] ?? '';
  if ('-./_'.includes(sign)) return /[a-z0-9]/i.test(next);
  if (sign !== ' ' || !/[0-9A-Z]/.test(next)) return false;
  const group = text.slice(groupStart, groupEnd);
  if (/^[0-9]+$/.test(group) && /^[A-Z]{1,3} [0-9]/.test(text.slice(groupEnd + 1, groupEnd + 6))) return true;
  return (
    /^(?:[0-9]{1,8}|[0-9]{0,6}[A-Z]{1,4})$/.test(group) &&
    /^[0-9]{1,8}(?![\p{L}\p{N}%]|[:,][0-9])/u.test(text.slice(groupEnd + 1, groupEnd + 11))
  );
}

/** A word and digits that belong to it: *NORDBAU-4471*, *nordbau4471*. */
const NUMBERED_WORD = /^[a-z]{4,16}(?:[-_./]?[0-9]{4,}|[-_./][0-9]{3})/i;

/** Groups of letters alone are short, `KD` before the digits and `N` behind them; longer ones are words. */
const isWord = (text: string, start: number, group: string, isFirst: boolean) =>
  (isFirst ? /[a-z]{6}|^[a-z]{4,}$|^[A-Z]{6}/ : /^[a-z]{4,}$/i).test(group) &&
  !NUMBERED_WORD.test(text.slice(start, start + 24));

/**
 * Reads an identifier that begins exactly at a place.
 * @returns null when nothing there has the shape of one
 */
export function identifierAt(text: string, start: number): Identifier | null {
  const first = text[start] === '#' ? start + 1 : start;
  let end = first;
  for (let index = first; index - first < LONGEST;) {
    GROUP.lastIndex = index;
    const group = GROUP.exec(text)?.[0];
    if (!group || isWord(text, index, group, index === first)) break;
    end = index + group.length;
    if (!joins(text, index, end)) break;
    index = end + 1;
  }
  const all = text.slice(first, end);
  const digits = all.replace(/[^0-9]/g, '').length;
  if (digits === 0 || /\p{L}/u.test(text[end] ?? ' ')) return null;
  const isMarked =
    /^[A-Z]{1,12}(?:[-./_ ][0-9]|[0-9]{1,4}[-./][0-9]{3})/.test(all) ||
    /^[0-9]+[-./].*[0-9]{3}|[0-9]{3}[-./]/.test(all) ||
    first > start;
  return {
    start,
    end,
    digits,
    isDistinct:
      /[0-9]{5}/.test(all) ||
      (digits >= 4 && isMarked) ||
      (digits >= 7 && /[0-9]{3}/.test(all)) ||
      (digits >= 3 && MIXED.test(all)),
    shape: all.replace(/[0-9]/g, '0'),
  };
}
