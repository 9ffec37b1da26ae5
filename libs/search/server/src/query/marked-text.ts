/** Private-use characters that stand around a found word until the text is escaped; stored texts hold none. */
export const MARK_START = '\u{e000}';
export const MARK_END = '\u{e001}';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const MARKED = new RegExp(`${MARK_START}([^${MARK_START}${MARK_END}]*)${MARK_END}`, 'gu');
const MARKS = new RegExp(`[${MARK_START}${MARK_END}]`, 'gu');

/**
 * HTML of a text in which found words stand between marks: escaped first, then `<mark>`; there is no other element.
 * Marks without a partner vanish.
 */
export function markedHtml(text: string): string {
  const escaped = text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
  return escaped.replace(MARKED, '<mark>$1</mark>').replace(MARKS, '');
}

/** The last characters of a text, by which is known whether an excerpt goes to its end; enough for long words and marks. */
export const ENDING_LENGTH = 160;
/** So many of them are compared. */
const TAIL = 40;

/** The last words alone; the engine leaves out a full stop at the end. */
const endOf = (text: string): string =>
  text
    .slice(-ENDING_LENGTH)
    .replace(MARKS, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trim();

/**
 * @param excerpt a piece of the text, in which found words stand between marks
 * @param ending the last characters of the text, without marks; `ENDING_LENGTH` of them where it has so many
 * @returns the piece, with an ellipsis where the text goes on
 */
export function withEllipsis(excerpt: string, ending: string): string {
  const endsHere = endOf(ending).endsWith(endOf(excerpt).slice(-TAIL));
  return endsHere ? excerpt : `${excerpt.trimEnd()} …`;
}
