import type { LeakKind } from '../finding.js';
import type { Match, Rule } from '../rule.js';
import { looksSecret } from '../secrets/looks-secret.js';
import { linkedIdentifier } from './sentence.js';

/** First parts of the commonest announcements, each of which ends in *-nummer* or *-nr*. */
const FIRST_PARTS: readonly (readonly [LeakKind, string])[] = [
  ['customer-number', 'kunden debitoren mitglieds'],
  ['contract-number', 'vertrags mandats'],
  [
    'ticket-number',
    'ticket vorgangs auftrags bestell rechnungs störungs lieferschein sendungs bearbeitungs angebots',
  ],
];
/** Nouns that announce a number alone, and words of every day that differ from them in one letter. */
const NOUNS: readonly (readonly [LeakKind, string])[] = [
  ['contract-number', 'vertrag'],
  ['ticket-number', 'ticket auftrag vorgang rechnung bestellung störung angebot lieferschein'],
];
const OTHER_WORDS = new Set(['vortrag', 'ertrag', 'verträge', 'vorrang', 'vorhang']);
const SECRETS = ['passwort', 'password', 'kennwort', 'passphrase'];
/** A word, perhaps hyphened, and what stands before a value behind it. */
const WORD = /(?<![\p{L}\p{N}])(?<word>\p{L}{2,20}-?\p{L}{2,10})(?=[^\p{L}\n]|\n|$)/gu;
const [SHORTEST, LONGEST] = [5, 20];
/** Shorter words for numbers are left alone, as *bestellen* is no *Bestellnr*; but for those that end as they should. */
const SHORTEST_FOR_NUMBER = 10;
const SECRET_BEHIND = /[ \t]{0,2}(?<link>[:=]|ist|lautet|war)[ \t]{1,2}["'„“]?(?<value>[^\s"'“”]{6,64})/uy;
const CLOSING = /[.,;:?)]+$/;

/** A word with each of its letters left out in turn, and whole. */
const withoutOne = (word: string): string[] => [
  word,
  ...Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1)),
];

/**
 * Everything that a slip within one letter leaves of the announcements (a letter too few or too many, another, or two
 * turned round share what is left when one is left out: Garbe's symmetric deletion), and which kind each announces.
 */
const LEFT: ReadonlyMap<string, LeakKind> = new Map([
  ...FIRST_PARTS.flatMap(([kind, parts]) =>
    parts
      .split(' ')
      .flatMap((part) => [`${part}nummer`, `${part}nr`])
      .flatMap(withoutOne)
      .map((left) => [left, kind] as const),
  ),
  ...SECRETS.flatMap(withoutOne).map((left) => [left, 'secret'] as const),
]);

/** The same of the nouns. */
const LEFT_OF_NOUNS: ReadonlyMap<string, LeakKind> = new Map(
  NOUNS.flatMap(([kind, nouns]) =>
    nouns
      .split(' ')
      .flatMap(withoutOne)
      .map((left) => [left, kind] as const),
  ),
);

/** Letters at an edge that one slip leaves as they are at the other edge, as no word here is shorter than five letters. */
const [FIRST, LAST] = [2, 3];
const KNOWN = [...LEFT.keys(), ...LEFT_OF_NOUNS.keys()];
const BEGINNINGS = new Set(KNOWN.map((left) => left.slice(0, FIRST)));
const ENDS = new Set(KNOWN.map((left) => left.slice(-LAST)));
const mayBeMisspelt = (word: string) => BEGINNINGS.has(word.slice(0, FIRST)) || ENDS.has(word.slice(-LAST));

const kindIn = (left: ReadonlyMap<string, LeakKind>, rests: readonly string[]) => {
  const found = rests.find((rest) => left.has(rest));
  return found === undefined ? undefined : left.get(found);
};

/** @returns the kind that a word announces with a slip in it, and nothing for those spelled as they should be or unknown */
function kindOf(word: string): LeakKind | undefined {
  const plain = word.replace('-', '');
  if (plain.length < SHORTEST || plain.length > LONGEST || SECRETS.includes(plain) || OTHER_WORDS.has(plain))
    return undefined;
  if (!mayBeMisspelt(plain)) return undefined;
  const rests = withoutOne(plain);
  const kind = kindIn(LEFT, rests);
  if (kind === 'secret' || (kind && (plain.endsWith('nr') || plain.length >= SHORTEST_FOR_NUMBER)))
    return kind;
  return kindIn(LEFT_OF_NOUNS, rests);
}

/** Numbers and passwords right behind a word that announces them but for a slip: *Kundne-Nr. 118820*, *Passwrot: …*. */
export const misspeltRule: Rule = {
  sparesHarmless: true,
  *find(reading): Iterable<Match> {
    const { text, folded } = reading;
    for (const { index, groups } of folded.matchAll(WORD)) {
      const kind = kindOf(groups!.word!);
      if (!kind) continue;
      const end = index + groups!.word!.length;
      if (kind === 'secret') {
        SECRET_BEHIND.lastIndex = end;
        const match = SECRET_BEHIND.exec(folded);
        if (!match) continue;
        const start = end + match[0].length - match.groups!.value!.length;
        const value = text.slice(start, end + match[0].length).replace(CLOSING, '');
        if (looksSecret(value, /[:=]/.test(match.groups!.link!)))
          yield { kind, start, end: start + value.length };
      } else {
        const found = linkedIdentifier(reading, folded[end] === '.' ? end + 1 : end);
        if (found?.isDistinct) yield { kind, start: found.start, end: found.end };
      }
    }
  },
};
