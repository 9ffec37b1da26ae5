import type { LeakKind } from '../finding.js';
import type { Reading } from '../reading/reading.js';
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
  /(?<!\p{L})(?:bekam(?:en)?|bekommen|erhielt(?:en)?|erhalten|bestätigt|bestätigung|vergeben|genannt|notiert|got|received|given)(?: \p{L}{2,10}){0,4} (?:nummer|nr\.?|kennung|id|number) (?=#?[a-z0-9])/gu;
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

/** Numbers under which somebody is kept somewhere, or that somebody was given. */
export function* listedNumbers({ text, folded }: Reading): Iterable<ListedNumber> {
  for (const [kind, expression, isClosed] of [
    ['customer-number', BEHIND, false],
    ['customer-number', BEFORE, true],
    ['ticket-number', GIVEN, false],
  ] as const)
    for (const { index, 0: all } of folded.matchAll(expression)) {
      const found = identifierAt(text, index + all.length);
      if (!found?.isDistinct) continue;
      const rest = text.slice(found.start, found.start + LOOKED_AT);
      if (DIALLED.test(rest) || QUANTITY.test(rest)) continue;
      REST.lastIndex = found.end;
      if (!isClosed || REST.test(folded)) yield { kind, found };
    }
}
