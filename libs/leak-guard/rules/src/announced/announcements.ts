import type { LeakKind, Span } from '../finding.js';
import type { Reading } from '../reading/reading.js';
import { type Announcement, ANNOUNCEMENTS, SUFFIX } from './words.js';

const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';
/** *kdnr4711234*: the number is written right behind. */
const GLUED = '(?<=nr|nummer)(?=[0-9])';

/** Expressions for folded text with which numbers of one kind are announced. */
export interface AnnouncementPatterns {
  readonly kind: LeakKind;
  readonly full: RegExp;
  readonly alone: RegExp;
  /** Null where no such word announces one of the kind. */
  readonly close: RegExp | null;
  /** The full announcement as the beginning of a word in the head of a column. */
  readonly heading: RegExp;
  /** A noun as the whole head of a column: *Vertrag*. */
  readonly headingAlone: RegExp;
}

function patternsOf({
  kind,
  nouns,
  close = [],
  stems = [],
  complete = [],
}: Announcement): AnnouncementPatterns {
  const full = [`(?:${[...nouns, ...close, ...stems].join('|')})${SUFFIX}`, ...complete].join('|');
  return {
    kind,
    full: new RegExp(`${BEFORE}(?:${full})(?:${AFTER}|(?<=[.#])|${GLUED})`, 'gu'),
    alone: new RegExp(`${BEFORE}(?:${nouns.join('|')})(?:${AFTER}|(?<=\\.))`, 'gu'),
    close:
      close.length === 0 ? null : new RegExp(`${BEFORE}(?:${close.join('|')})(?:${AFTER}|(?<=\\.))`, 'gu'),
    heading: new RegExp(`${BEFORE}(?:${full})`, 'u'),
    headingAlone: new RegExp(`^(?:${[...nouns, ...close].join('|')})$`, 'u'),
  };
}

/** How numbers are announced, kind by kind. */
export const ANNOUNCEMENT_PATTERNS: readonly AnnouncementPatterns[] = ANNOUNCEMENTS.map(patternsOf);

/** A word of a text with which a number of one kind is announced. */
export interface AnnouncedPlace extends Span {
  readonly kind: LeakKind;
}

/** The announcing words of a text, each list kind by kind. */
export interface AnnouncedPlaces {
  /** *Kundennummer*, *ticket no.*: the number may stand anywhere in the sentence. */
  readonly full: readonly AnnouncedPlace[];
  /** *Vertrag*, *case*: the number stands close by. */
  readonly alone: readonly AnnouncedPlace[];
  /** *Beleg*, *Konto*: the number stands right behind. */
  readonly close: readonly AnnouncedPlace[];
  /** Those of the first two lists in the order of the text. */
  readonly inOrder: readonly AnnouncedPlace[];
}

const known = new WeakMap<Reading, AnnouncedPlaces>();

/** Where numbers are announced in a reading; found once for all rules. */
export function announcedPlacesIn(reading: Reading): AnnouncedPlaces {
  let places = known.get(reading);
  if (!places) {
    const placesOf = (which: 'full' | 'alone' | 'close') =>
      ANNOUNCEMENT_PATTERNS.flatMap(({ kind, [which]: pattern }) =>
        Array.from(pattern ? reading.folded.matchAll(pattern) : [], ({ index, 0: all }) => ({
          kind,
          start: index,
          end: index + all.length,
        })),
      );
    const [full, alone] = [placesOf('full'), placesOf('alone')];
    const inOrder = [...full, ...alone].sort((a, b) => a.start - b.start);
    known.set(reading, (places = { full, alone, close: placesOf('close'), inOrder }));
  }
  return places;
}

/** Announcing words, but those of every day, that begin within a stretch; found by halves, so that many numbers may ask. */
export function placesWithin(reading: Reading, from: number, to: number): readonly AnnouncedPlace[] {
  const { inOrder } = announcedPlacesIn(reading);
  const firstAt = (offset: number) => {
    let [low, high] = [0, inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return inOrder.slice(firstAt(from), firstAt(to));
}
