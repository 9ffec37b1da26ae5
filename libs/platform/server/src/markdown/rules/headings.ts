import type { StateCore } from 'markdown-it';

/** The page has its title in h1 and gives each post an h2: a post begins below them. */
const LEVELS_ABOVE_A_POST = 2;
const DEEPEST_LEVEL = 6;

/** Moves headings down, so that a post fits into the outline of its page. */
export function shiftHeadings(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(DEEPEST_LEVEL, Number(token.tag.slice(1)) + LEVELS_ABOVE_A_POST)}`;
  }
}
