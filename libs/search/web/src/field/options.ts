import type { Found, Suggestion } from './use-suggestions.js';

/** A row that can be chosen below the field, and where it leads. */
export type Option =
  { readonly kind: 'suggestion'; readonly suggestion: Suggestion; readonly path: string } | Way;

/** Rows at the end: the page of results, and a question of one's own. */
export interface Way {
  readonly kind: 'all' | 'ask';
  readonly path: string;
}

/** As long as a question's title may be. */
const LONGEST_TITLE = 150;

/** @returns the rows in the order of the arrow keys; asking is offered where nothing fits */
export function optionsOf({ query, suggestions }: Found, boardId?: string): Option[] {
  const address = (page: string, text: Record<string, string>) =>
    `${page}?${new URLSearchParams({ ...text, ...(boardId ? { board: boardId } : {}) }).toString()}`;
  const ways: Way[] = [{ kind: 'all', path: address('/search', { q: query }) }];
  if (suggestions.length === 0)
    ways.push({ kind: 'ask', path: address('/ask', { title: query.slice(0, LONGEST_TITLE) }) });
  return [
    ...suggestions.map((suggestion) => ({ kind: 'suggestion', suggestion, path: suggestion.path }) as const),
    ...ways,
  ];
}

/**
 * Where a key leads in the list; the field itself, `-1`, stands between its end and its beginning.
 * @returns undefined for keys that belong to the text
 */
export function moved(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1 < count ? active + 1 : -1;
    case 'ArrowUp':
      return active < 0 ? count - 1 : active - 1;
    case 'Home':
      return active < 0 ? undefined : 0;
    case 'End':
      return active < 0 ? undefined : count - 1;
    default:
      return undefined;
  }
}
