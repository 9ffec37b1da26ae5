import { SetMetadata } from '@nestjs/common';
import type { Feature } from '../access/features.js';
import type { Locale, RequestContext } from '../context/request-context.js';

/** Pages of a source that stand in one file: 50,000 addresses by the protocol, of which a page takes up to two. */
export const SITEMAP_PART = 25_000;

/** One page, as search engines are told of it. */
export interface SitemapPage {
  /** Path without language prefix, by language of the interface; the first is the one to keep. */
  readonly paths: readonly (readonly [Locale, string])[];
  /** When what it shows changed last; null where nobody knows. */
  readonly changedAt: Date | null;
}

/** Which pages of a domain a visitor may see. Every source has one, found by its mark. */
export interface SitemapSource {
  /** @param visitor context of somebody who is not signed in */
  count(visitor: RequestContext): Promise<number>;
  /**
   * In an order that stays, few of them in memory at a time.
   * @param skip pages of earlier parts
   */
  pages(visitor: RequestContext, skip: number): AsyncIterable<SitemapPage>;
}

/** What the mark says: the name in the address, and the part of the community that must be switched on. */
export interface SitemapMark {
  readonly name: string;
  readonly feature?: Feature;
}

export const SITEMAP_SOURCE = Symbol('kundig:sitemap-source');

/** Marks a provider as `SitemapSource`. */
export const InSitemap = (mark: SitemapMark) => SetMetadata<symbol, SitemapMark>(SITEMAP_SOURCE, mark);

const BATCH = 1000;

/** Where a batch begins, and how long it is. */
export interface Batch {
  /** Key of the last row before it; null at the beginning. */
  readonly after: string | null;
  readonly skip: number;
  readonly first: number;
}

/**
 * Reads the rows of one part by key, batch after batch, so that neither memory nor a connection is held for a slow reader.
 * @param skip rows of earlier parts
 * @param read gives rows in the order of their keys
 */
export async function* rowsOfPart<Row extends { readonly id: string }>(
  skip: number,
  read: (batch: Batch) => Promise<readonly Row[]>,
): AsyncIterable<Row> {
  let after: string | null = null;
  for (let left = SITEMAP_PART; left > 0; left -= BATCH) {
    const first = Math.min(BATCH, left);
    const rows: readonly Row[] = await read({ after, skip: after === null ? skip : 0, first });
    yield* rows;
    if (rows.length < first) return;
    after = rows.at(-1)!.id;
  }
}
