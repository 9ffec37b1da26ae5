/**
 * Turns the text of a comment into Markdown of our kind. Comments know emphasis, code and links only: what would begin
 * a heading, list, quotation, table or picture here was typed to be read as it stands.
 *
 * @param text column `Text` of `Comments`, which is the author's own Markdown
 * @param site see `ConversionContext`; completes links such as `[help](/help/tagging)`
 */
export function commentToMarkdown(text: string, site: string | null): string {
  const escaped = text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^([#>|]|[-+*](?=\s)|(?:-{3,}|={2,}|_{3,}|\*{3,}|~{3,}|`{3,})(?=\s*$))/gm, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s)/gm, '$1\\$2')
    .replace(/!\[/g, '!\\[');
  return site === null ? escaped : escaped.replace(/\]\((\/(?!\/)[^)\s]*)/g, `](https://${site}$1`);
}
