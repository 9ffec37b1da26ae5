import type { Reading } from '../reading/reading.js';
import { type Identifier, identifierAt } from './identifier.js';
import { LINK } from './words.js';

/** A sentence ends at a stop, but not behind an abbreviation. */
const END_OF_SENTENCE = /(?<!(?:^|[^\p{L}])(?:nr|no|ca|bzw|inkl|z\. ?b))[.!?;](?=\s|$)|\n/u;
/** Another thing is announced: what follows belongs to that. */
const OTHER_SUBJECT =
  /(?<!\p{L})(?:tel|telefon|fax|mobil|handy|hotline|rufnummer|phone|iban|mail|steuer|ust|version|firmware|fehler)/u;
const BEGINNING = /(?<![\p{L}\p{N}.,/:+-])#?[a-z0-9]/giu;
/** Capital letters before the digits, or a word right before it, tell a number of somebody from a quantity. */
const LETTERED = /^[A-Z]{1,5}[-. ]?0/;
const NUMBERED = /(?:nr\.?|no\.?|nummer|number|#) ?$/;
/** *4410 ist unsere …*: how far before an announcement its number may begin. */
const REACH_BACK = 48;
const BEFORE_ANNOUNCEMENT =
  /(?<![\p{L}\p{N}./-])(?<number>#?[a-z0-9][a-z0-9./-]{3,30}),? (?:ist|war|wäre|is|was|als) (?:(?:unsere|meine|die|deren|our|my|the|eine?) )?$/u;

const link = new RegExp(LINK, 'uy');

/** The number right behind an announcement, with nothing but signs and *is* between. */
export function linkedIdentifier({ folded, text }: Reading, announcementEnd: number): Identifier | null {
  link.lastIndex = announcementEnd;
  const begin = announcementEnd + link.exec(folded)![0].length;
  const hash = text[begin - 1] === '#' ? begin - 1 : begin;
  return identifierAt(text, hash) ?? identifierAt(text, begin);
}

/** Distinct numbers behind an announcement, in the same sentence and before anything else is announced. */
function* identifiersBehind({ text, folded }: Reading, end: number, reach: number): Iterable<Identifier> {
  const rest = folded.slice(end, end + reach);
  const stop = Math.min(...[END_OF_SENTENCE, OTHER_SUBJECT].map((sign) => sign.exec(rest)?.index ?? reach));
  for (const { index } of rest.slice(0, stop).matchAll(BEGINNING)) {
    const found = identifierAt(text, end + index);
    if (found?.isDistinct) yield found;
  }
}

/** The first distinct number behind an announcement in its sentence. */
export function followingIdentifier(reading: Reading, end: number, reach: number): Identifier | null {
  for (const found of identifiersBehind(reading, end, reach)) return found;
  return null;
}

/** The same behind a noun that announces less: the number begins with capital letters or is called one. */
export function markedIdentifier(reading: Reading, end: number, reach: number): Identifier | null {
  for (const found of identifiersBehind(reading, end, reach))
    if (LETTERED.test(found.shape) || NUMBERED.test(reading.folded.slice(end, found.start))) return found;
  return null;
}

/** The number before an announcement: *Die Nummer 5510027 ist unsere Kundennummer*. */
export function precedingIdentifier({ text, folded }: Reading, announcementStart: number): Identifier | null {
  const from = Math.max(0, announcementStart - REACH_BACK);
  const match = BEFORE_ANNOUNCEMENT.exec(folded.slice(from, announcementStart));
  return match ? identifierAt(text, from + match.index) : null;
}
