import type { Reading } from '../reading/reading.js';
import { type Identifier, identifierAt } from './identifier.js';

const KEPT =
  '(?:geführt|gelistet|registriert|angelegt|hinterlegt|bekannt|gespeichert|eingetragen|erfasst|laufen|läuft|stehen wir|steh(?:e|en)? ich|im (?:system|bestand)|registered|listed|known|filed)';
const PLACE = '(?: (?:bei|in|im|with|at) \\p{L}{2,14}(?: \\p{L}{2,20})?)?';
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
  `,?(?: als \\p{L}{2,20})?(?:${PLACE} ${KEPT}| bei (?:euch|ihnen|dir))(?!\\p{L})`,
  'uy',
);
/** Signs from the beginning of a number on that tell what else it may be. */
const LOOKED_AT = 12;
/** An area code begins with it, a number of a customer seldom. */
const DIALLED = /^0[1-9]/;

/** A round number and a noun behind it: *unter 20000 Anfragen*. */
const QUANTITY = /^[0-9]{0,3}000 \p{Lu}\p{Ll}/u;

/** Numbers under which somebody is kept somewhere, without a word for what kind of number it is. */
export function* listedNumbers({ text, folded }: Reading): Iterable<Identifier> {
  for (const [expression, isClosed] of [
    [BEHIND, false],
    [BEFORE, true],
  ] as const)
    for (const { index, 0: all } of folded.matchAll(expression)) {
      const found = identifierAt(text, index + all.length);
      if (!found?.isDistinct) continue;
      const rest = text.slice(found.start, found.start + LOOKED_AT);
      if (DIALLED.test(rest) || QUANTITY.test(rest)) continue;
      REST.lastIndex = found.end;
      if (!isClosed || REST.test(folded)) yield found;
    }
}
