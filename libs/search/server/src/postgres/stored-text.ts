import type { SearchTerm } from '../query/parse-query.js';
import { MARK_END, MARK_START } from '../query/marked-text.js';

/**
 * The parser would take `<` for the beginning of a tag and drop it, and words between slashes for a path, which is one word
 * that nobody looks for (GNU/Linux, und/oder): meanwhile other signs that are no letters stand in.
 */
const LESS_THAN = '\u{e002}';
const SLASH = '\u{e003}';
const STAND_INS = new RegExp(`[${MARK_START}${MARK_END}${LESS_THAN}${SLASH}\0]`, 'gu');

/** @returns the text as PostgreSQL may parse and mark it */
export const toStored = (text: string): string =>
  text.replace(STAND_INS, ' ').replaceAll('<', LESS_THAN).replaceAll('/', SLASH);

/** @returns JSON of terms as they are looked for in stored texts */
export const toStoredTerms = (terms: readonly SearchTerm[]): string =>
  JSON.stringify(
    terms.map(({ text, alternatives = [], ...term }) => ({
      ...term,
      text: toStored(text),
      alternatives: alternatives.map(toStored),
    })),
  );

/** @returns a stored text, marked or not, as it was written */
export const toShown = (text: string): string => text.replaceAll(LESS_THAN, '<').replaceAll(SLASH, '/');

/** What nothing but letters, numbers and their signs is in. */
const CHUNK = new RegExp(`[^\\s/${SLASH}]+`, 'gu');
/** Letters and numbers apart from each other, not joined by the signs of names of hosts and of entities. */
const PLAIN_CHUNK = /^[^\p{L}\p{N}&]*(?:(?:\p{L}+|\p{N}+)(?:[^\p{L}\p{N}.~@&]+|$|[^\p{L}\p{N}]+$))+$/u;
const WORD = /\p{L}+/gu;

/**
 * @returns words of a text, stored or not, by which full text finds it: what is joined to digits or to the name of a host (W724V,
 * mail.firma, &nbsp;) is one word there, which is looked up but never offered to anybody
 */
export const wordsIn = (text: string): string[] =>
  (text.match(CHUNK) ?? []).flatMap((chunk) => (PLAIN_CHUNK.test(chunk) ? (chunk.match(WORD) ?? []) : []));
