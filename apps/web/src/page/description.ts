const LONGEST = 160;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/**
 * The beginning of a text, as long as results of searches show it.
 * @param html sanitised
 * @returns plain text, cut after a word; undefined without any
 */
export function descriptionOf(html: string): string | undefined {
  const text = html
    .replace(/<(?:pre|table|figure)\b[\s\S]*?<\/(?:pre|table|figure)>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (entity, name: string) => NAMED[name] ?? entity)
    .replace(/\s+([.,;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return undefined;
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\s,;:–-]+$/, '')} …`;
}
