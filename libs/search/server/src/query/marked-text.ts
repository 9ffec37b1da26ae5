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

/** The first and the last characters of a text, by which is known how far an excerpt goes; enough for long words and marks. */
export const EDGE_LENGTH = 160;
/** So many of them are compared. */
const COMPARED = 40;

const onOneLine = (text: string): string => text.replace(MARKS, '').replace(/\s+/g, ' ');

/** The first words alone; the engine leaves out signs in front of them. */
const startOf = (text: string): string =>
  onOneLine(text.slice(0, EDGE_LENGTH))
    .replace(/^[\s\p{P}\p{S}]+/u, '')
    .slice(0, COMPARED)
    .trimEnd();

/** The last words alone; the engine leaves out a full stop at the end. */
const endOf = (text: string): string =>
  onOneLine(text.slice(-EDGE_LENGTH))
    .replace(/[\s\p{P}]+$/u, '')
    .slice(-COMPARED)
    .trimStart();

/**
 * @param excerpt a piece of the text, in which found words stand between marks
 * @param text its first and its last characters, without marks; `EDGE_LENGTH` of them where it has so many
 * @returns the piece, with an ellipsis where the text goes on, and where it began before
 */
export function withEllipsis(excerpt: string, text: { beginning: string; ending: string }): string {
  const [start, end] = [startOf(excerpt), endOf(excerpt)];
  const beginsHere = startOf(text.beginning).startsWith(start);
  const endsHere = endOf(text.ending).endsWith(end);
  return `${beginsHere ? '' : '… '}${endsHere ? excerpt : `${excerpt.trimEnd()} …`}`;
}
