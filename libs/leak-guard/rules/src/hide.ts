import type { Finding, LeakKind } from './finding.js';

/** The neutral word for each kind, in the language of the text, without brackets. */
export type HidingWords = Readonly<Record<LeakKind, string>>;

/** The address of a link around a place: `](…)`, at most this long. */
const LONGEST_ADDRESS = 2000;

/** Where the address of the link begins in which a place lies, at its bracket; -1 when it lies in none. */
function addressAround(text: string, place: number): number {
  const opening = text.lastIndexOf('](', place);
  if (opening < 0 || place - opening > LONGEST_ADDRESS) return -1;
  return /[\s)]/.test(text.slice(opening + 2, place)) ? -1 : opening + 1;
}

/** In brackets, and apart from signs behind it with which Markdown would make a link of it. */
function wordBefore(word: string, rest: string): string {
  return `[${word}]${/^[([:]/.test(rest) ? ' ' : ''}`;
}

/**
 * Replaces what was found by neutral words: *call [phone number]*. A link to something found loses its address.
 * @param source the text in which the findings were found
 * @param findings those to hide, not overlapping
 */
export function hide(source: string, findings: readonly Finding[], words: HidingWords): string {
  let hidden = source;
  for (const { start, end, kind } of [...findings].sort((a, b) => b.start - a.start)) {
    const address = addressAround(hidden, start);
    const close = address < 0 ? -1 : hidden.indexOf(')', end);
    if (close >= 0 && close - end <= LONGEST_ADDRESS && !/\s/.test(hidden.slice(end, close)))
      hidden = `${hidden.slice(0, address)} ([${words[kind]}])${hidden.slice(close + 1)}`;
    else
      hidden = `${hidden.slice(0, start)}${wordBefore(words[kind], hidden.slice(end))}${hidden.slice(end)}`;
  }
  return hidden;
}
