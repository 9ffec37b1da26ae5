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
