import weights from './language-weights.json' with { type: 'json' };

/** The languages content may be written in. */
export type DetectableLanguage = 'de' | 'en';

/** More text makes the answer no better. In characters. */
const SAMPLE_LENGTH = 1_000;

/** A word or two are a name as often as a language. In characters. */
const SHORTEST_SAMPLE = 12;

/** A word bears its language in its beginning, its end and in runs of so many letters. */
const LONGEST_GROUP = 5;

/** How far German or English must be ahead of each other and of all other languages. */
const CLEAR_LEAD = 8;

/** What each group of letters says for German and for English, against all other languages. */
const WEIGHTS = new Map(Object.entries(weights as unknown as Record<string, readonly [number, number]>));

/**
 * The groups of letters in a text, each once: up to five letters that follow each other in a word, whose beginning and end
 * are marked by a space.
 */
export function letterGroupsOf(text: string): Set<string> {
  const groups = new Set<string>();
  for (const word of text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{M}']+/gu) ?? []) {
    const marked = ` ${word} `;
    for (let from = 0; from < marked.length; from += 1)
      for (let to = from + 1; to <= Math.min(from + LONGEST_GROUP, marked.length); to += 1)
        groups.add(marked.slice(from, to));
  }
  return groups;
}

/**
 * The language of a text. The same text and fallback always give the same answer.
 *
 * A linear model over groups of letters; `tools/language/learn.mjs` learns its weights and measures it. It is made for two
 * languages and takes 2 MB of memory, where packages that know sixty take sixty.
 *
 * @param text Plain text, without code: see `plainTextOfMarkdown`.
 * @param fallback Answer for what is too short, mixed, or in another language: the language of the author's interface.
 */
export function detectLanguage(text: string, fallback: DetectableLanguage): DetectableLanguage {
  const sample = text.slice(0, SAMPLE_LENGTH).trim();
  if (sample.length < SHORTEST_SAMPLE) return fallback;
  let [german, english, known] = [0, 0, 1];
  for (const group of letterGroupsOf(sample)) {
    const weight = WEIGHTS.get(group);
    if (!weight) continue;
    german += weight[0];
    english += weight[1];
    known += 1;
  }
  const lead = (Math.max(german, 0) - Math.max(english, 0)) / Math.sqrt(known);
  if (Math.abs(lead) <= CLEAR_LEAD) return fallback;
  return lead > 0 ? 'de' : 'en';
}
