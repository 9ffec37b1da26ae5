const QUOTE_LIMIT = 1_000;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * @param text what is quoted, at most its first 1,000 characters
 * @param author who said it
 * @returns Markdown of a quotation with its author, ready for an answer below it
 */
export function quoteText(text: string, author: string): string {
  const lines = text.trim().slice(0, QUOTE_LIMIT).split(/\n+/);
  return `${[`**${author}:**`, ...lines].map((line) => `> ${line.trim()}`).join('\n> \n')}\n\n`;
}

/**
 * The same from a post's HTML, for readers without scripts.
 *
 * @param html sanitised by the server; only its text is used
 */
export function quoteHtml(html: string, author: string): string {
  const text = html
    .replace(/<(?:br|\/p|\/li|\/h\d|\/pre|\/blockquote)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name]!);
  return quoteText(text, author);
}
