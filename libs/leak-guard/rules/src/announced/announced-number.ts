import type { LeakKind } from '../finding.js';
import { harmlessIn } from '../harmless/harmless.js';
import type { Reading } from '../reading/reading.js';
import type { Match, Rule } from '../rule.js';
import { ANNOUNCEMENT_PATTERNS, announcedPlacesIn } from './announcements.js';
import { announcedColumns } from './columns.js';
import { type Identifier, identifierAt } from './identifier.js';
import { listedNumbers } from './listed.js';
import {
  calledIdentifier,
  enumeratedIdentifiers,
  followingIdentifier,
  linkedIdentifier,
  markedIdentifier,
  precedingIdentifier,
} from './sentence.js';

/** How far behind a full announcement its number may stand within the sentence. */
const REACH = 60;
/** How far behind a noun alone. */
const REACH_OF_NOUN = 32;
/** Digits an announced number has at least. */
const FEWEST_DIGITS = 4;
/** The same right behind a full announcement. */
const FEWEST_DIGITS_BEHIND = 3;
/** A quantity and what is counted, or a town behind its code: *Zahlung 20000 Euro*, *Filiale 48431 Rheine*. */
const NO_NUMBER = /^[0-9]{5} \p{Lu}\p{Ll}|^[0-9]{0,3}000(?![\p{N}./-])/u;
/** A year, and what is counted: *Lieferung: 2026*, *Ticket: 1500 offen*. */
const NO_SHORT_NUMBER = /^(?:19|20)[0-9]{2}(?![\p{L}\p{N}./-])|^[0-9.]+ \p{L}|^[0-9]?000(?![0-9])/u;
const BEGINNING = /(?<![\p{L}\p{N}.,/:+-])#?[a-z0-9]/giu;
/** Shapes that tell numbers of one make from any others. */
const TELLING = /[A-Za-z]|[-./_ ]|0{7}/;

interface Announced {
  readonly kind: LeakKind;
  readonly found: Identifier;
}

const hasEnough = (found: Identifier | null, fewest = FEWEST_DIGITS): found is Identifier =>
  found !== null && found.digits >= fewest;

/** Whether a colon and nothing counted behind tell a short number from a quantity and a year: *Ticket: 1204*. */
const isPointedAt = ({ text }: Reading, end: number, found: Identifier | null) =>
  hasEnough(found) &&
  text[end] === ':' &&
  found.start <= end + 2 &&
  !NO_SHORT_NUMBER.test(text.slice(found.start, found.end + 2));

/** Full announcements of every kind come before nouns, which may be no more than letters in a number: *Mandatsreferenz KND-00417*. */
function* announcedBy(reading: Reading): Iterable<Announced> {
  const { full, alone, close } = announcedPlacesIn(reading);
  for (const { kind, start, end } of full) {
    const direct = linkedIdentifier(reading, end);
    const found = hasEnough(direct, FEWEST_DIGITS_BEHIND)
      ? direct
      : (precedingIdentifier(reading, start) ?? followingIdentifier(reading, end, REACH));
    if (!hasEnough(found, FEWEST_DIGITS_BEHIND)) continue;
    yield { kind, found };
    for (const other of enumeratedIdentifiers(reading.text, found)) yield { kind, found: other };
  }
  for (const { kind, start, end } of alone) {
    const direct = linkedIdentifier(reading, end);
    const found =
      direct?.isDistinct || isPointedAt(reading, end, direct)
        ? direct
        : (markedIdentifier(reading, end, REACH_OF_NOUN) ?? calledIdentifier(reading, start));
    if (!found) continue;
    yield { kind, found };
    for (const other of enumeratedIdentifiers(reading.text, found)) yield { kind, found: other };
  }
  for (const { kind, end } of close) {
    const found = linkedIdentifier(reading, end);
    if (found?.isDistinct && !NO_NUMBER.test(reading.text.slice(found.start, found.end + 3)))
      yield { kind, found };
  }
}

function* announcedByHead({ text }: Reading): Iterable<Announced> {
  for (const { cell, head } of announcedColumns(text)) {
    const full = ANNOUNCEMENT_PATTERNS.find(({ heading }) => heading.test(head))?.kind;
    const kind = full ?? ANNOUNCEMENT_PATTERNS.find(({ headingAlone }) => headingAlone.test(head))?.kind;
    const found = kind ? identifierAt(text, cell.start) : null;
    if (kind && hasEnough(found) && (full || found.isDistinct)) yield { kind, found };
  }
}

/** Numbers of the same make as announced ones elsewhere in the text: *Kundennr. K-0091734 and also K-0118250*. */
function* siblings({ text }: Reading, kinds: ReadonlyMap<string, LeakKind>): Iterable<Announced> {
  if (kinds.size === 0) return;
  let done = 0;
  for (const { index } of text.matchAll(BEGINNING)) {
    if (index < done) continue;
    const found = identifierAt(text, index);
    const kind = found && kinds.get(found.shape);
    if (!kind) continue;
    done = found.end;
    yield { kind, found };
  }
}

const matchOf = ({ kind, found: { start, end } }: Announced): Match => ({ kind, start, end });

/**
 * Numbers of customers, contracts, tickets and papers, known by the word that announces them in the sentence, in the
 * key of a file or in the head of a column, in German and English.
 */
export const announcedNumberRule: Rule = {
  sparesHarmless: true,
  *find(reading): Iterable<Match> {
    const harmless = harmlessIn(reading);
    const kinds = new Map<string, LeakKind>();
    for (const announced of announcedBy(reading)) {
      const { kind, found } = announced;
      if (harmless.covers(found.start, found.end)) continue;
      if (TELLING.test(found.shape)) kinds.set(found.shape, kind);
      yield matchOf(announced);
    }
    for (const announced of announcedByHead(reading)) yield matchOf(announced);
    for (const announced of listedNumbers(reading)) yield matchOf(announced);
    for (const announced of siblings(reading, kinds)) yield matchOf(announced);
  },
};
