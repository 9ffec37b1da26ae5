import type { ThreadState } from '@kundig/api-contract';
import { PageNotFound, type Translate } from '@kundig/web-kit';

const states: Record<string, ThreadState> = { open: 'OPEN', unanswered: 'UNANSWERED', solved: 'SOLVED' };

/** Lists are numbered no further. */
const LAST_PAGE = 10_000;

/** @returns the filter an address asks for; anything unknown means all */
export function readThreadState(url: URL): ThreadState {
  return states[url.searchParams.get('state') ?? ''] ?? 'ANY';
}

/**
 * @returns the number of the page an address asks for; the first where it asks for none
 * @throws PageNotFound what it asks for is no page of any list: no number from 1 on, or one behind every end
 */
export function readPage(url: URL): number {
  const asked = url.searchParams.get('page');
  if (asked === null) return 1;
  if (!/^[1-9]\d*$/.test(asked) || Number(asked) > LAST_PAGE) throw new PageNotFound();
  return Number(asked);
}

/**
 * Says of a list with numbered pages that an address leads behind its end.
 * @throws PageNotFound the list has no such page; an empty one has one page
 */
export function assertPageExists({ page, pageCount }: { page: number; pageCount: number }): void {
  if (page > Math.max(1, pageCount)) throw new PageNotFound();
}

/** @returns the title of one page of a numbered list; the first has the list's own */
export const numberedTitle = (title: string, page: number, t: Translate<'pages'>): string =>
  page === 1 ? title : t('list.numbered', { title, page });

const LONGEST_ID = 64;

/** @returns the id of the last thing already shown, where an address goes on from it */
export const readAfter = (url: URL): string | undefined =>
  url.searchParams.get('after')?.slice(0, LONGEST_ID) || undefined;

/** @returns the query of a list's address: what is usual is left out */
export function stateParams(state: ThreadState, page = 1): string {
  const params = new URLSearchParams();
  if (state !== 'ANY') params.set('state', state.toLowerCase());
  if (page > 1) params.set('page', String(page));
  return params.toString();
}

/** What an empty list says, by the filter: what is missing, not that something is. */
export const EMPTY_TEXTS = {
  OPEN: 'list.noOpen',
  UNANSWERED: 'list.noUnanswered',
  SOLVED: 'list.noSolved',
} as const satisfies Partial<Record<ThreadState, string>>;

/** @returns path and query joined, without a lonely question mark */
export const address = (path: string, query: string): string => (query ? `${path}?${query}` : path);
