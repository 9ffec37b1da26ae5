import { harmlessIn } from '../harmless/harmless.js';
import type { Reading } from '../reading/reading.js';
import { type Identifier, identifierAt } from './identifier.js';
import { LINK } from './words.js';

/** A sentence ends at a stop, but not behind an abbreviation or a day of a month, nor at a question that is answered at once: *Kundennummer? Bei uns steht 4471180*. */
const END_OF_SENTENCE =
  /(?<!(?:^|[^\p{L}])(?:nr|no|ca|bzw|inkl|lt|gem|bzgl|vgl|z\. ?b)|[0-9]\.[0-9]{1,2}|(?:vom|am) [0-9]{1,2})(?:[.!]|[?;](?! (?:bei (?:uns|mir)|hier|auf|im|es|früher|bisher|damals|zuletzt|laut|(?:das|sie|es) (?:ist|war|wäre|müsste|lautete?|heißt)|(?:mein|unser)(?:e|es|s)? (?:ist|war|lautet|heißt)) ))(?=\s|$)|\n/u;
/** Another thing is announced: what follows belongs to that. */
const OTHER_SUBJECT =
  /(?<!\p{L})(?:(?:tel|telefon|fax|mobil|handy|hotline|phone)(?:-?(?:nummer|nr))?(?!\p{L})|rufnummer|iban|mail|steuer|st\.?-?nr|ust|uid|mwst|vat|version|firmware|fehler)/u;
const BEGINNING = /(?<![\p{L}\p{N}.,/:+-])#?[a-z0-9]/giu;
/** Capital letters before the digits, or a word right before it, tell a number of somebody from a quantity. */
const LETTERED = /^[A-Z]{1,5}[-. ]?0/;
const NUMBERED =
  /(?:nr\.?|no\.?|nummer|number|#|(?:hat|hatte|trägt|bekam|erhielt|has|got)(?: bei (?:ihnen|euch|uns))? (?:die|the)|(?:mit|unter) der|, (?:der|die|das) (?:bei (?:ihnen|euch|uns) )?(?:unter|als)|(?:wurde|wird|läuft|laufen|liegt|steht|erfasst|angelegt|geführt|registriert|bekannt|eröffnet|aufgemacht|gemeldet|listed|known|filed)(?: bei (?:ihnen|euch|uns))? (?:unter|als|mit|under|as)(?: der)?) ?$/;
/** *4410 ist unsere …*: how far before an announcement its number may begin. */
const REACH_BACK = 48;
const BEFORE_ANNOUNCEMENT =
  /(?<![\p{L}\p{N}./-])(?<number>#?[a-z0-9](?:[a-z0-9./-]|(?<=[0-9]) (?=[0-9])){3,30})(?<said>[“”"«]?(?:,| [–—-])? (?:(?:das|es|die|that|it) )?(?:ist|war|wäre|lautet|heißt|is|was|als)(?: \p{L}{1,14}){0,3} | ?(?:[=(-]|->|als) ?(?:(?:unsere|meine|die|our|my|the) )?)$/u;
/** *die Nummer 48119203 hier angeben, das sei die …* */
const CALLED_BEFORE =
  /(?<!\p{L})(?:nummer|nr\.?|number) (?<rest>#?[a-z0-9][^.!?;\n]{3,44}(?:für|zu[mr]?|vom|von|des|aus|wegen|(?:das|es|die) (?:ist|sei|wäre|war)|that is|for) (?:(?:die|der|das|den|dem|unser|mein|the|our|my)e?[mnrs]? )?)$/u;
const FEWEST_WHEN_CALLED = 6;
/** *die 88412 ist unser …*, *unter 714471 läuft der …*; round numbers are quantities. */
const STATED_BEFORE =
  /(?<!\p{L})(?:die|der|unter|auf|nummer|nr\.)(?: der| die)?(?: nummer| nr\.?)? (?<rest>(?<number>(?![0-9]{0,3}000 )[a-z0-9](?:[a-z0-9./-]|(?<=[0-9]) (?=[0-9])){3,30})(?: (?:ist|war|wäre|heißt|läuft|laufen|lief|wurde|wird|gehört|steht|betrifft)(?: (?:zu|zum|bei ihnen|bei euch))? (?:der|die|das|den|dem|unsere?|meine?|ihre?|eure?)[mnrs]?(?: \p{L}{2,14})? | ?\((?:unsere? |meine? )?))$/u;
/** The number stands alone in the line below its announcement. */
const LINE_BELOW = /(?:(?: [\p{L}-]{1,16}){1,4}(?=:))?[ \t]*[:=]?[ \t]*\n{1,2}[ \t>-]{0,4}/uy;
const END_OF_LINE = /[ \t]*(?:\n|$)/y;
/** What stands between the numbers of an enumeration. */
const ENUMERATED =
  /(?: \([\p{L} -]{1,24}\))?(?:,|;| ?\/| und| oder| sowie| statt| nicht| sondern| auf| bzw\.| and| or| instead of| to| &| \+| ?->| ?→){1,2}(?: (?:die|der|auch|neu|jetzt|alt|früher|the):?)? /uy;
/** Numbers that one announcement has at most. */
const MOST = 50;

const link = new RegExp(LINK, 'uy');

/** The number right behind an announcement, with nothing but signs and *is* between. */
export function linkedIdentifier({ folded, text }: Reading, announcementEnd: number): Identifier | null {
  link.lastIndex = announcementEnd;
  const begin = announcementEnd + link.exec(folded)![0].length;
  const hash = text[begin - 1] === '#' ? begin - 1 : begin;
  return identifierAt(text, hash) ?? identifierAt(text, begin) ?? identifierBelow(text, announcementEnd);
}

/** The distinct number that is all of the next line. */
function identifierBelow(text: string, announcementEnd: number): Identifier | null {
  LINE_BELOW.lastIndex = announcementEnd;
  const gap = LINE_BELOW.exec(text)?.[0];
  const found = gap === undefined ? null : identifierAt(text, announcementEnd + gap.length);
  END_OF_LINE.lastIndex = found?.end ?? 0;
  return found?.isDistinct && END_OF_LINE.test(text) ? found : null;
}

/** Those of the same length or make that follow a number: *4711234, 4711239 und 4711244*. */
export function* enumeratedIdentifiers(text: string, first: Identifier): Iterable<Identifier> {
  let last = first;
  for (let count = 0; count < MOST; count += 1) {
    ENUMERATED.lastIndex = last.end;
    const gap = ENUMERATED.exec(text)?.[0];
    const next = gap === undefined ? null : identifierAt(text, last.end + gap.length);
    if (next?.shape !== first.shape) return;
    yield (last = next);
  }
}

/** Distinct numbers behind an announcement, in the same sentence and before anything else is announced. */
function* identifiersBehind(reading: Reading, end: number, reach: number): Iterable<Identifier> {
  const { text, folded } = reading;
  const harmless = harmlessIn(reading);
  const rest = folded.slice(end, end + reach);
  const stop = Math.min(...[END_OF_SENTENCE, OTHER_SUBJECT].map((sign) => sign.exec(rest)?.index ?? reach));
  for (const { index } of rest.slice(0, stop).matchAll(BEGINNING)) {
    const found = identifierAt(text, end + index);
    if (found?.isDistinct && !harmless.covers(found.start, found.end)) yield found;
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
    if (
      reading.text[found.start] === '#' ||
      LETTERED.test(found.shape) ||
      NUMBERED.test(reading.folded.slice(end, found.start))
    )
      return found;
  return null;
}

/**
 * The number before a noun that announces less, when it is called one: *die Nummer 48119203 angeben, das sei die Störung*,
 * *unter 88412 wurde der Vorgang angelegt*.
 */
export function calledIdentifier({ text, folded }: Reading, nounStart: number): Identifier | null {
  const from = Math.max(0, nounStart - REACH_BACK);
  const before = folded.slice(from, nounStart);
  const called = CALLED_BEFORE.exec(before);
  if (called) {
    const found = identifierAt(text, from + called.index + called[0].length - called.groups!.rest!.length);
    if (found?.isDistinct && found.digits >= FEWEST_WHEN_CALLED) return found;
  }
  const stated = STATED_BEFORE.exec(before);
  if (!stated) return null;
  const start = from + stated.index + stated[0].length - stated.groups!.rest!.length;
  const found = identifierAt(text, start);
  const isWhole = found?.end === start + stated.groups!.number!.length;
  return isWhole && found!.isDistinct ? found : null;
}

/** The number before an announcement: *Die Nummer 5510027 ist unsere Kundennummer*. */
export function precedingIdentifier({ text, folded }: Reading, announcementStart: number): Identifier | null {
  const from = Math.max(0, announcementStart - REACH_BACK);
  const match = BEFORE_ANNOUNCEMENT.exec(folded.slice(from, announcementStart));
  if (!match) return null;
  const { number, said } = match.groups!;
  const found = identifierAt(text, from + match.index);
  const isWhole = found?.end === from + match.index + number!.length;
  return isWhole && (found!.isDistinct || /\p{L}/u.test(said!)) ? found : null;
}
