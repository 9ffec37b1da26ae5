import type { UploadedFile } from './upload-file.js';

/** Characters that would end a description before its end. */
const MARKUP = /[[\]\\\r\n]/g;

/**
 * @param words what a picture shows, or the name of a download's link
 * @returns the Markdown that names a file
 */
export function fileMarkdown({ kind, url }: Pick<UploadedFile, 'kind' | 'url'>, words: string): string {
  const clean = words.replace(MARKUP, ' ').trim();
  return kind === 'image' ? `![${clean}](${url})` : `[${clean}](${url})`;
}

/** Puts a paragraph where the cursor stands, at the end where it never stood, and lets listeners of the field know. */
export function insertParagraph(area: HTMLTextAreaElement, text: string): void {
  const { value } = area;
  const place = area.selectionEnd || value.length;
  const before = value.slice(0, place);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  area.setRangeText(`${gap}${text}\n`, place, place, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
