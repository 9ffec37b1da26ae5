/** In brackets, neither a link nor escaped. */
const GAP = /(?<!\\)\[([^\]\n]+)\](?!\()/g;
const PARENTHESIS = /\s*\((?<!\\)\[([^\]\n]+)\]\)/g;
/** Up to a full stop that something begins after; what stands in brackets is one word. */
const SENTENCE = /(?:\[[^\]\n]*\]|[^.!?]|[.!?](?!\s+[„“"*[(\p{Lu}]))+[.!?]?\s*/gu;
const LIST_MARK = /^\s*(?:[-*]|\d+\.)\s+/;

/** @returns the gaps of a text in Markdown, such as `[Name]`, each once, without their brackets */
export const gapsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(GAP)].map(([, gap]) => gap!)),
];

/** @returns the text with the gaps filled that there is a value for */
export const fillGaps = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(GAP, (whole, gap: string) => values.get(gap) ?? whole);

/**
 * @param gaps that do not apply
 * @returns the text without them, and without what would make no sense then: the parenthesis that holds nothing else, the
 *   sentence, or the whole row of a list, a table or an address
 */
export function dropGaps(text: string, gaps: ReadonlySet<string>): string {
  if (gaps.size === 0) return text;
  return text
    .split('\n')
    .flatMap((row) => withoutGaps(row, gaps))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\\\n(?=\n|$)/g, '\n') // a row that was not the last one before
    .trim();
}

/** @returns none where nothing of the row is left */
function withoutGaps(row: string, gaps: ReadonlySet<string>): string[] {
  const goes = (part: string) => gapsIn(part).some((gap) => gaps.has(gap));
  if (!goes(row)) return [row];
  if (row.startsWith('|')) return [];
  const [mark = ''] = LIST_MARK.exec(row) ?? [];
  const left = row
    .slice(mark.length)
    .replace(PARENTHESIS, (whole) => (goes(whole) ? '' : whole))
    .replace(SENTENCE, (sentence) => (goes(sentence) ? '' : sentence))
    .trimEnd();
  return left ? [mark + left] : [];
}
