import type { LeakKind } from '../finding.js';
import type { Reading } from '../reading/reading.js';
import { placesWithin } from './announcements.js';
import { type Identifier, identifierAt } from './identifier.js';

const KEPT =
  '(?:geführt|gelistet|gemeldet|registriert|angelegt|hinterlegt|bekannt|gespeichert|eingetragen|erfasst|laufen|läuft|stehen wir|steh(?:e|en)? ich|im (?:system|bestand)|registered|listed|known|filed)';
const PLACE = '(?: seit \\p{L}{2,12})?(?: (?:bei|in|im|with|at) \\p{L}{2,14}(?: \\p{L}{2,20})?)?';
const UNDER = '(?:unter|als|under|as)(?: (?:der|the))?(?: (?:nummer|number|nr\\.?|no\\.?))?';

/** *läuft bei Ihnen unter …*, *bei euch sind wir die …* */
const BEHIND = new RegExp(
  `(?:${KEPT}${PLACE} ${UNDER}|(?:führen|führt|kennen|kennt|finden|findet) (?:uns|mich)${PLACE} ${UNDER}|` +
    `bei (?:euch|ihnen|dir) (?:sind wir|bin ich) (?:die|der|als|unter(?: der)?)(?: nummer| nr\\.?)?|` +
    `(?:haben|habe|hat) (?:wir |ich )?bei (?:euch|ihnen|dir) die (?:nummer|nr\\.?)) (?=#?[a-z0-9])`,
  'gu',
);
/** *unter der Nummer … bei Ihnen geführt* */
const BEFORE = new RegExp(
  `(?<!\\p{L})(?:${UNDER}|(?:wir sind|ich bin) (?:die|der)(?: nummer| nr\\.?)?) (?=#?[a-z0-9])`,
  'gu',
);
const REST = new RegExp(
  `,?(?: als \\p{L}{2,20})?(?: (?:sind wir|bin ich))?(?:${PLACE} ${KEPT}| bei (?:euch|ihnen|dir)| in (?:ihrer|eurer|der) (?:kartei|datenbank|liste))(?!\\p{L})`,
  'uy',
);
/** *bekamen wir die Nummer …*: what was reported got a number. */
const GIVEN =
  /(?<!\p{L})(?:bekam(?:en)?|trägt|trug|bekommen|erhielt(?:en)?|erhalten|bestätigt|bestätigung|vergeben|genannt|notiert|got|received|given)(?: \p{L}{2,10}){0,4} (?:nummer|nr\.?|kennung|bezeichnung|id|number) (?=#?[a-z0-9])/gu;
/** *die Nr. NF-20261109 gegeben*: the number stands before what was done with it. */
const HANDED = /(?<!\p{L})(?:die|der|eine) (?:nummer|nr\.?|kennung|number) (?=#?[a-z0-9])/gu;
const REST_HANDED =
  /,?(?: \p{L}{2,10}){0,2} (?:gegeben|bekommen|erhalten|genannt|vergeben|zugeteilt|zugewiesen|mitgeteilt)(?!\p{L})/uy;
/** *Seine Nummer: 440 118 2207*: the thing was named before. */
const OWNED =
  /(?<!\p{L})(?:seine|ihre|deren|dessen|(?:die )?(?:ganze|volle|komplette|vollständige)) (?:nummer|nr\.?|kennung|bezeichnung)(?::| ist(?: die)?| lautet) (?=#?[a-z0-9])/gu;
/** *Eure Antwort auf NR-4040091*: letters and many digits that somebody writes about. */
const ABOUT =
  /(?<!\p{L})(?:es geht um|antwort auf|anliegen|rückmeldung zu|nachfrage zu|stand zu)(?: (?:die|den|das|der|dem))? (?=[a-z]{1,5}[-/.]?(?:[0-9][-/.]?){6})/gu;
/** How far from such a number the word for what has it may stand. */
const NEAR = 120;
/** Signs from the beginning of a number on that tell what else it may be. */
const LOOKED_AT = 12;
/** An area code begins with it, a number of a customer seldom. */
const DIALLED = /^0[1-9]/;

/** A round number and a noun behind it: *unter 20000 Anfragen*. */
const QUANTITY = /^[0-9]{0,3}000 \p{Lu}\p{Ll}/u;

/** A number without a word for what kind of number it is, and what it most likely is. */
export interface ListedNumber {
  readonly kind: LeakKind;
  readonly found: Identifier;
}

/** The kind that the nearest announcing word before or behind a number gives it. */
function kindNear(reading: Reading, { start, end }: Identifier): LeakKind | null {
  let nearest: { readonly kind: LeakKind; readonly distance: number } | null = null;
  for (const place of placesWithin(reading, start - NEAR, end + NEAR)) {
    const distance = place.end <= start ? start - place.end : place.start - end;
    if (distance < (nearest?.distance ?? Infinity)) nearest = { kind: place.kind, distance };
  }
  return nearest?.kind ?? null;
}

/** Numbers under which somebody is kept somewhere, or that somebody was given. */
export function* listedNumbers(reading: Reading): Iterable<ListedNumber> {
  const { text, folded } = reading;
  for (const [kind, expression, rest] of [
    ['customer-number', BEHIND, null],
    ['customer-number', BEFORE, REST],
    ['ticket-number', GIVEN, null],
    ['ticket-number', HANDED, REST_HANDED],
    ['ticket-number', OWNED, null],
    ['ticket-number', ABOUT, null],
  ] as const)
    for (const { index, 0: all } of folded.matchAll(expression)) {
      const found = identifierAt(text, index + all.length);
      if (!found?.isDistinct) continue;
      const looks = text.slice(found.start, found.start + LOOKED_AT);
      if (DIALLED.test(looks) || QUANTITY.test(looks)) continue;
      if (rest) {
        rest.lastIndex = found.end;
        if (!rest.test(folded)) continue;
      }
      yield { kind: kindNear(reading, found) ?? kind, found };
    }
}
