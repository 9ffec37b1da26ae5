import { Injectable } from '@nestjs/common';
import { PostRepository, ThreadRepository } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { SearchEngine } from '../engine/search-engine.js';
import { POSTS_PER_BATCH, type OnProgress } from './batches.js';
import { DocumentFactory } from './document-factory.js';

/** One post of which index and forum say different things. */
export interface SearchDifference {
  readonly postId: string;
  /** Not in the index; in it with an older text or state; in it although nobody may find it. */
  readonly problem: 'missing' | 'outdated' | 'surplus';
}

export interface VerifyReport {
  /** Posts and documents that were compared. */
  readonly checked: number;
  readonly differenceCount: number;
  /** The first of them, at most `LISTED_DIFFERENCES`. */
  readonly differences: readonly SearchDifference[];
}

export interface VerifyOptions {
  readonly onProgress?: OnProgress;
  /** Ends after about so many posts, and as many documents: a sample, as the order is that of random ids. */
  readonly atMost?: number;
}

export const LISTED_DIFFERENCES = 1_000;
const BEGINNING = { threadId: '00000000-0000-0000-0000-000000000000', position: 0 };

/** Compares index and forum document by document, both ways; changes nothing. */
@Injectable()
export class VerifySearch {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly documents: DocumentFactory,
    private readonly engine: SearchEngine,
  ) {}

  /** @param ctx of the system */
  async execute(
    ctx: RequestContext,
    { onProgress = () => undefined, atMost = Infinity }: VerifyOptions = {},
  ): Promise<VerifyReport> {
    const total = await this.posts.countUpTo(ctx);
    const differences: SearchDifference[] = [];
    let differenceCount = 0;
    let checked = 0;
    const note = (found: readonly SearchDifference[]) => {
      differenceCount += found.length;
      differences.push(...found.slice(0, LISTED_DIFFERENCES - differences.length));
    };
    let place = BEGINNING;
    while (checked < atMost) {
      const batch = await this.posts.placesAfter(ctx, place, POSTS_PER_BATCH);
      if (batch.length === 0) break;
      place = batch.at(-1)!;
      note(
        await this.compare(
          ctx,
          batch.map(({ postId }) => postId),
        ),
      );
      checked += batch.length;
      onProgress({ done: checked, total: Math.max(checked, total) });
    }
    for await (const orphans of this.orphans(ctx, atMost)) {
      note(orphans.map((postId) => ({ postId, problem: 'surplus' as const })));
      checked += orphans.length;
    }
    return { checked, differenceCount, differences };
  }

  private async compare(ctx: RequestContext, postIds: readonly string[]): Promise<SearchDifference[]> {
    const posts = await this.posts.findReadableByIds(ctx, postIds);
    const threadRows = await this.threads.findReadableByIds(ctx, [
      ...new Set(posts.map(({ threadId }) => threadId)),
    ]);
    const threads = new Map(threadRows.map((thread) => [thread.id, thread]));
    const stored = new Map(
      (await this.engine.stored(ctx, postIds)).map((digests) => [digests.postId, digests]),
    );
    return posts.flatMap((post): SearchDifference[] => {
      const thread = threads.get(post.threadId)!;
      const document = stored.get(post.id);
      if (!this.documents.isFindable(thread, post))
        return document ? [{ postId: post.id, problem: 'surplus' }] : [];
      if (!document) return [{ postId: post.id, problem: 'missing' }];
      const isCurrent =
        document.postDigest === this.documents.postDigest(post) &&
        document.threadDigest === this.documents.threadDigest(thread);
      return isCurrent ? [] : [{ postId: post.id, problem: 'outdated' }];
    });
  }

  private async *orphans(ctx: RequestContext, atMost: number): AsyncIterable<string[]> {
    let after: string | null = null;
    for (let seen = 0; seen < atMost; seen += POSTS_PER_BATCH) {
      const ids: string[] = await this.engine.storedAfter(ctx, after, POSTS_PER_BATCH);
      if (ids.length === 0) return;
      after = ids.at(-1)!;
      const living = new Set((await this.posts.findReadableByIds(ctx, ids)).map(({ id }) => id));
      const orphans = ids.filter((id) => !living.has(id));
      if (orphans.length > 0) yield orphans;
    }
  }
}
