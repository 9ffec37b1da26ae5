import type { Match, Rule } from '../rule.js';
import { passesLuhn } from './luhn.js';

/** Beginnings of numbers by network, and how long its numbers are (ISO/IEC 7812-1 and the networks' published ranges). */
const NETWORKS: readonly { readonly beginning: RegExp; readonly lengths: readonly number[] }[] = [
  { beginning: /^4/, lengths: [16, 19] }, // Visa
  { beginning: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] }, // Mastercard
  { beginning: /^3[47]/, lengths: [15] }, // American Express
  { beginning: /^(?:30[0-5]|309|36|38|39)/, lengths: [14, 16] }, // Diners Club
  { beginning: /^35(?:2[89]|[3-8])/, lengths: [16] }, // JCB
  { beginning: /^(?:6011|64[4-9]|65|62)/, lengths: [16, 19] }, // Discover, UnionPay
];
/** Girocards and Maestro share their beginnings with much else, and old Visa cards their length with article numbers. */
const ANNOUNCED_NETWORKS = [
  { beginning: /^(?:50|5[6-9]|6)/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { beginning: /^4/, lengths: [13] },
];
const ANNOUNCED = /(?:karten?|kreditkarte|visa|maestro|card|girocard|cc)[^\n0-9]{0,24}$/u;
/** Right behind these words a wrong check digit is taken for a slip. */
const NAMED =
  /(?:kartennummer|karten-?nr\.?|kreditkarte\p{L}*|card[ _]?(?:number|no\.?)|(?:visa|mastercard|amex|american express)(?:-?karte)?(?:[ -]?(?:nummer|nr\.?|no\.?))?)[^\n0-9]{0,12}$/u;
/** What numbers of all these networks begin with. */
const FIRST_DIGIT = /[2-6]/;
const LONGEST = 19;
/** What may stand between two groups of digits, also where a line was broken. */
const GAP = /^(?:[-./_ ]{0,2}| - |\n)$/;
/** Code units of the longest of them. */
const LONGEST_GAP = 3;

type Announcement = 'none' | 'announced' | 'named';

function announcementBefore(folded: string, start: number): Announcement {
  const before = folded.slice(Math.max(0, start - 36), start);
  if (NAMED.test(before)) return 'named';
  return ANNOUNCED.test(before) ? 'announced' : 'none';
}

const isOf = (networks: typeof ANNOUNCED_NETWORKS | typeof NETWORKS, digits: string) =>
  networks.some(({ beginning, lengths }) => lengths.includes(digits.length) && beginning.test(digits));

/** @param announcement looked up only where the digits leave it open */
function isCard(digits: string, announcement: () => Announcement): boolean {
  const isUsual = isOf(NETWORKS, digits);
  if (!isUsual && !isOf(ANNOUNCED_NETWORKS, digits)) return false;
  if (passesLuhn(digits)) return isUsual || announcement() !== 'none';
  return isUsual && announcement() === 'named';
}

/** Numbers of payment cards, by their network's beginning and length and by Luhn's check digit. */
export const cardRule: Rule = {
  sparesHarmless: true,
  *find({ text, folded, digits: groups }): Iterable<Match> {
    let done = 0;
    for (const [first, { start }] of groups.entries()) {
      if (start < done || !FIRST_DIGIT.test(text[start]!)) continue;
      if (/[0-9][.,]$/.test(text.slice(Math.max(0, start - 2), start))) continue;
      const announcement = () => announcementBefore(folded, start);
      const isBlocks = groups[first]!.end - start === 4;
      const isSpaced = groups[first]!.end - start === 1;
      let digits = '';
      for (let last = first; last < groups.length; last += 1) {
        const group = groups[last]!;
        const gap = last === first ? '' : text.slice(groups[last - 1]!.end, group.start);
        if (gap.length > LONGEST_GAP || !GAP.test(gap) || digits.length + group.end - group.start > LONGEST)
          break;
        if (gap === '\n' && !isBlocks) break;
        if (last > first && group.end - group.start === 1 && !isSpaced) break;
        digits += text.slice(group.start, group.end);
        if (/\p{L}/u.test(text[group.end] ?? ' ')) break;
        if (digits.length >= 12 && isCard(digits, announcement)) {
          yield { kind: 'card', start, end: group.end, value: digits };
          done = group.end;
          break;
        }
      }
    }
  },
};
