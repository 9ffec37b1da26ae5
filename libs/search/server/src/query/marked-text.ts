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

/** The words alone; the engine leaves out a full stop at the end. */
const bare = (text: string): string =>
  text
    .replace(MARKS, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trim();

/** Characters at the end of an excerpt that tell whether a text ends there. */
const TAIL = 40;

/**
 * @param excerpt a piece of the text, in which found words stand between marks
 * @param whole the text without marks
 * @returns the piece, with an ellipsis where the text goes on
 */
export function withEllipsis(excerpt: string, whole: string): string {
  const endsHere = bare(whole).endsWith(bare(excerpt).slice(-TAIL));
  return endsHere ? excerpt : `${excerpt.trimEnd()} …`;
}
