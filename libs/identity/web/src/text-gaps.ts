/** A place in one of the operator's texts that only the operator can fill, such as `[Name]`. */
export interface TextGap {
  /** What is wanted, without its brackets. */
  readonly label: string;
  /** The line it stands in, without marks of formatting and with the gap as an ellipsis. */
  readonly context: string;
}

/** In brackets and no link. */
const GAP = /\[([^\]\n]+)\](?!\()/g;
const FORMATTING = /[*_\\|#>]+/g;

/** @returns the gaps of a text in Markdown, in their order */
export const gapsIn = (text: string): TextGap[] =>
  [...text.matchAll(GAP)].map(({ 0: gap, 1: label = '', index }) => {
    const from = text.lastIndexOf('\n', index) + 1;
    const end = text.indexOf('\n', index);
    const line = text.slice(from, index) + '…' + text.slice(index + gap.length, end < 0 ? undefined : end);
    return { label, context: line.replace(FORMATTING, ' ').replace(/\s+/g, ' ').trim() };
  });

/** @returns the text with its gaps filled, one value for each in their order; an empty one leaves the gap */
export function fillGaps(text: string, values: readonly string[]): string {
  const rest = values.values();
  return text.replace(GAP, (gap) => rest.next().value?.trim() || gap);
}
