import type { StateCore, Token } from 'markdown-it';

/**
 * Most that one post may grow to, in characters of tags and attributes. A source of the greatest length stays far below,
 * unless it is built to grow: a long address that is referred to thousands of times, rows that a table fills up.
 */
const EXPANSION_MAX = 1_000_000;

/** About the length of an opening or closing tag, in characters. */
const TAG_LENGTH = 16;

function expansionOf(tokens: Token[]): number {
  let sum = 0;
  for (const token of tokens) {
    sum += TAG_LENGTH;
    for (const [, value] of token.attrs ?? []) sum += String(value).length;
    if (token.children) sum += expansionOf(token.children);
  }
  return sum;
}

/** Shows the source itself, as a code block, where its HTML would be out of all proportion. */
export function boundExpansion(state: StateCore): void {
  if (expansionOf(state.tokens) <= EXPANSION_MAX) return;
  const source = new state.Token('code_block', 'code', 0);
  source.block = true;
  source.content = state.src;
  state.tokens = [source];
}
