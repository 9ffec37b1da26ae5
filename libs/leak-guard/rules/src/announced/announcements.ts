import type { LeakKind } from '../finding.js';
import { type Announcement, ANNOUNCEMENTS, SUFFIX } from './words.js';

const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';
/** *kdnr4711234*: the number is written right behind. */
const GLUED = '(?<=nr|nummer)(?=[0-9])';

/** Expressions for folded text with which numbers of one kind are announced. */
export interface AnnouncementPatterns {
  readonly kind: LeakKind;
  /** *Kundennummer*, *ticket no.*: its number may stand anywhere in the sentence. */
  readonly full: RegExp;
  /** *Vertrag*, *case*: its number stands close by. */
  readonly alone: RegExp;
  /** The full announcement as the beginning of a word in the head of a column. */
  readonly heading: RegExp;
  /** A noun as the whole head of a column: *Vertrag*. */
  readonly headingAlone: RegExp;
}

function patternsOf({ kind, nouns, stems = [], complete = [] }: Announcement): AnnouncementPatterns {
  const full = [`(?:${[...nouns, ...stems].join('|')})${SUFFIX}`, ...complete].join('|');
  return {
    kind,
    full: new RegExp(`${BEFORE}(?:${full})(?:${AFTER}|(?<=[.#])|${GLUED})`, 'gu'),
    alone: new RegExp(`${BEFORE}(?:${nouns.join('|')})(?:${AFTER}|(?<=\\.))`, 'gu'),
    heading: new RegExp(`${BEFORE}(?:${full})`, 'u'),
    headingAlone: new RegExp(`^(?:${nouns.join('|')})$`, 'u'),
  };
}

/** How numbers are announced, kind by kind. */
export const ANNOUNCEMENT_PATTERNS: readonly AnnouncementPatterns[] = ANNOUNCEMENTS.map(patternsOf);
