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
  JSON.stringify(terms.map((term) => ({ ...term, text: toStored(term.text) })));

/** @returns a stored text, marked or not, as it was written */
export const toShown = (text: string): string => text.replaceAll(LESS_THAN, '<').replaceAll(SLASH, '/');
