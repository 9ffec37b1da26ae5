import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ChangeFeed } from '@kundig/platform/server';
import type { Request, RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { hidesStatus } from '../http/browser-choices.js';
import { pack, packingFor, sendPacked, unpack, type Packing } from './packing.js';

/** A visitor's page, ready to be sent. */
export interface CachedPage {
  /** In Brotli; kept packed only: eight times as many pages fit, and hardly a reader cannot unpack them. */
  readonly packed: Buffer;
  /** For readers without Brotli; made when the first of them asks. */
  gzip?: Buffer;
  readonly etag: string;
  readonly tags: readonly string[];
}

const MAX_BYTES = 32 * 1024 * 1024;
/** What both packings of a page take, in sizes of the first. */
const SIZE_OF_BOTH = 2.4;
/** Even a page nobody invalidates is rendered again after this. */
const MAX_AGE_MS = 5 * 60 * 1000;

/**
 * Visitors' pages: rendered once per process, dropped on every instance when what they show changes. Nothing personal is
 * in key or bytes; the language is part of the address, and the one choice that shows in visitors' pages part of the key.
 * Without a connection to listen on, nothing is served from here.
 */
@Injectable()
export class PageCache {
  private readonly pages = new LRUCache<string, CachedPage>({
    maxSize: MAX_BYTES,
    ttl: MAX_AGE_MS,
    sizeCalculation: ({ packed }) => Math.ceil(SIZE_OF_BOTH * packed.length) + 500,
    disposeAfter: (page, key) => page.tags.forEach((tag) => this.forget(tag, key)),
  });
  private readonly keysByTag = new Map<string, Set<string>>();
  /** Counts what was dropped, so that a page rendered from older data is not kept. */
  private readonly droppedAt = new Map<string, number>();
  private clock = 0;

  /** Pages asked for by visitors since the start: answered from here, and others. */
  hits = 0;
  misses = 0;

  constructor(private readonly feed: ChangeFeed) {
    feed.subscribe({
      changed: (tags) => this.drop(tags),
      lost: () => this.pages.clear(),
      regained: () => undefined,
    });
  }

  /** Answers from the cache before sessions or databases are touched. */
  serve(): RequestHandler {
    return (req, res, next) => {
      const page = isVisitorsRead(req) ? this.pages.get(keyOf(req)) : undefined;
      if (page && this.feed.isConnected) {
        this.hits += 1;
        return sendCached(req, res, page);
      }
      next();
    };
  }

  /** @returns a mark for `keep`: only what changed after it spoils the page */
  get now(): number {
    return this.clock;
  }

  /**
   * Keeps a rendered page, unless what it shows changed while it was rendered.
   * @param since mark taken before the first read
   */
  keep(req: Request, html: string, tags: ReadonlySet<string>, since: number): CachedPage {
    this.misses += 1;
    const packed = pack(Buffer.from(html), 'br');
    const page: CachedPage = {
      packed,
      etag: `"${createHash('sha256').update(packed).digest('base64url').slice(0, 27)}"`,
      tags: [...tags, 'everything'],
    };
    const stale = page.tags.some((tag) => (this.droppedAt.get(tag) ?? -1) > since);
    if (this.feed.isConnected && !stale) {
      const key = keyOf(req);
      this.pages.set(key, page);
      for (const tag of page.tags) this.keysByTag.set(tag, (this.keysByTag.get(tag) ?? new Set()).add(key));
    }
    return page;
  }

  private drop(tags: readonly string[]): void {
    this.clock += 1;
    for (const tag of tags) {
      this.droppedAt.delete(tag);
      this.droppedAt.set(tag, this.clock);
      for (const key of [...(this.keysByTag.get(tag) ?? [])]) this.pages.delete(key);
    }
    // Old marks only matter to pages being rendered right now.
    for (const tag of this.droppedAt.keys()) {
      if (this.droppedAt.size <= 10_000) break;
      this.droppedAt.delete(tag);
    }
  }

  private forget(tag: string, key: string): void {
    const keys = this.keysByTag.get(tag);
    keys?.delete(key);
    if (keys?.size === 0) this.keysByTag.delete(tag);
  }
}

/** A page request without a session: only these may be answered from the cache or kept in it. */
export const isVisitorsRead = (req: Request): boolean =>
  (req.method === 'GET' || req.method === 'HEAD') &&
  !/(?:^|;\s*)(?:__Host-)?kundig=/.test(req.get('cookie') ?? '');

/** Sends a visitor's page, or 304 where the reader has it. */
export function sendCached(req: Request, res: Response, page: CachedPage): void {
  res.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
  res.setHeader('ETag', page.etag);
  if (req.get('if-none-match') === page.etag) {
    res.setHeader('Vary', 'Cookie, Accept-Encoding');
    return void res.status(304).end();
  }
  const packing = packingFor(req);
  sendPacked(req, res, 200, bodyOf(page, packing), packing);
}

function bodyOf(page: CachedPage, packing: Packing): Buffer {
  if (packing === 'br') return page.packed;
  if (packing === 'identity') return unpack(page.packed);
  return (page.gzip ??= pack(unpack(page.packed), 'gzip'));
}

/**
 * Choice, host and whole address; parameters nobody reads would fill the cache, so their number is bounded by its size. An
 * address holds no blank, so that no host which a request names can pass for a choice or the beginning of another address.
 */
const keyOf = (req: Request): string =>
  [hidesStatus(req) ? 'plain' : 'full', req.get('host') ?? '', req.originalUrl].join(' ');
