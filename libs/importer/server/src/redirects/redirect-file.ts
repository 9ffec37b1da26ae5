import { csvRows } from './csv-rows.js';
import { newPathOf, oldPathOf } from './old-path.js';

/** Where an old address leads. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** What is wrong with a row, for whoever reads a terminal. */
export const REDIRECT_FAULTS = {
  header: 'the first line must name the columns from and to',
  from: 'no path of a site, such as /viewtopic.php?t=123',
  to: 'neither a path of this community nor thread:, board:, article: or faq: with its id',
  twice: 'the same old address stands in an earlier line',
  loop: 'leads to an address that leads on itself',
  tooMany: 'there are more lines than one file may have',
} as const;

/** One cell that cannot be taken. */
export interface RedirectFault {
  readonly line: number;
  readonly column: 'from' | 'to';
  readonly code: keyof typeof REDIRECT_FAULTS;
}

/** What a file says: every row that can be taken, and what is wrong with the others. */
export interface RedirectFile {
  readonly rows: readonly (Redirect & { readonly line: number })[];
  readonly faults: readonly RedirectFault[];
}

/** Rows of one file. */
export const MOST_REDIRECTS = 50_000;

/** Reads a file of redirects: CSV with the columns `from` and `to` in any order, others are passed over. */
export function readRedirects(text: string): RedirectFile {
  const faults: RedirectFault[] = [];
  const rows = new Map<string, Redirect & { readonly line: number }>();
  let places: Record<'from' | 'to', number> | undefined;
  for (const { line, cells } of csvRows(text)) {
    if (!places) {
      const names = cells.map((name) => name.trim().toLowerCase());
      places = { from: names.indexOf('from'), to: names.indexOf('to') };
      if (Math.min(places.from, places.to) < 0)
        return { rows: [], faults: [{ line, column: 'from', code: 'header' }] };
      continue;
    }
    const from = oldPathOf((cells[places.from] ?? '').trim());
    const to = newPathOf((cells[places.to] ?? '').trim());
    if (from === null) faults.push({ line, column: 'from', code: 'from' });
    else if (rows.has(from)) faults.push({ line, column: 'from', code: 'twice' });
    if (to === null) faults.push({ line, column: 'to', code: 'to' });
    if (from === null || to === null || rows.has(from)) continue;
    if (rows.size === MOST_REDIRECTS)
      return { rows: [], faults: [{ line, column: 'from', code: 'tooMany' }] };
    rows.set(from, { line, from, to });
  }
  if (!places) faults.push({ line: 1, column: 'from', code: 'header' });
  return { rows: [...rows.values()], faults };
}

/** @returns the rows whose new address is an old one, by their own list or by what is kept */
export function loopsIn({ rows }: RedirectFile, isOld: (path: string) => boolean): RedirectFault[] {
  const own = new Set(rows.map(({ from }) => from));
  return rows.flatMap(({ line, to }) => {
    const path = oldPathOf(to);
    return path !== null && (own.has(path) || isOld(path))
      ? [{ line, column: 'to' as const, code: 'loop' as const }]
      : [];
  });
}
