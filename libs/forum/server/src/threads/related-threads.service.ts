import { Injectable } from '@nestjs/common';
import { inOrderOf, RequestContext } from '@kundig/platform/server';
import { LRUCache } from 'lru-cache';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/** What stands beside a thread changes slowly, and comparing tags is the dearest thing a thread's page asks for. */
const REMEMBERED_MS = 10 * 60 * 1000;
const MAX_THREADS = 5_000;
/** More than are shown, because some may be hidden meanwhile. */
const CANDIDATES = 10;

/** Threads that share tags with another; which ones is remembered for a while, whether the reader may is not. */
@Injectable()
export class RelatedThreads {
  private readonly remembered = new LRUCache<string, Promise<string[]>>({
    max: MAX_THREADS,
    ttl: REMEMBERED_MS,
  });

  constructor(private readonly threads: ThreadRepository) {}

  /** @returns at most `first` listed threads the actor may read, best first */
  async of(ctx: RequestContext, thread: Thread, first: number): Promise<Thread[]> {
    const ids = await this.idsOf(thread);
    if (ids.length === 0) return [];
    const readable = inOrderOf(ids, await this.threads.findReadableByIds(ctx, ids), ({ id }) => id);
    return readable
      .filter((found) => found !== null)
      .filter(({ hiddenAt, deletedAt }) => !hiddenAt && !deletedAt)
      .slice(0, first);
  }

  private idsOf(thread: Thread): Promise<string[]> {
    const known = this.remembered.get(thread.id);
    if (known) return known;
    const ids = this.threads.related(RequestContext.system(), thread, CANDIDATES);
    ids.catch(() => this.remembered.delete(thread.id));
    this.remembered.set(thread.id, ids);
    return ids;
  }
}
