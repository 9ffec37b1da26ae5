import { MARK_END, MARK_START } from '../query/marked-text.js';

/** The parser would take `<` for the beginning of a tag and drop it; meanwhile another sign that is no letter stands in. */
const LESS_THAN = '\u{e002}';
const STAND_INS = new RegExp(`[${MARK_START}${MARK_END}${LESS_THAN}\0]`, 'gu');

/** @returns the text as PostgreSQL may parse and mark it */
export const toStored = (text: string): string => text.replace(STAND_INS, ' ').replaceAll('<', LESS_THAN);

/** @returns a stored text, marked or not, as it was written */
export const toShown = (text: string): string => text.replaceAll(LESS_THAN, '<');
