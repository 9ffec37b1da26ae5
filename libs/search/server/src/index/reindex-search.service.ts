import { Injectable } from '@nestjs/common';
import { PostRepository, type PostPlaceInOrder } from '@kundig/forum/server';
import { AppDatabase, Clock, LongWork, type RequestContext } from '@kundig/platform/server';
import { KeepArticlesCurrent } from '../articles/keep-articles-current.js';
import { SearchEngine } from '../engine/search-engine.js';
import { BuildMirror } from '../meilisearch/build-mirror.service.js';
import { MeilisearchServer } from '../meilisearch/meilisearch-server.js';
import { POSTS_PER_BATCH, type OnProgress } from './batches.js';
import { IndexPosts } from './index-posts.service.js';
import { RebuildRepository } from './rebuild.repository.js';

export interface ReindexReport {
  /** Posts that can be found now. */
  readonly indexed: number;
  /** Documents without a post, which are gone now. */
  readonly removed: number;
  /** Whether an earlier run that had been interrupted was continued. */
  readonly resumed: boolean;
}

/** Before the first post of the forum. */
const BEGINNING = { threadId: '00000000-0000-0000-0000-000000000000', position: 0 };

/**
 * Indexes every post again, in batches, and every article of the blog, and fills Meilisearch anew where one is configured. Searching and writing go on meanwhile. An interrupted run is continued by the
 * next one, which then starts behind the last batch that was written.
 */
@Injectable()
export class ReindexSearch {
  constructor(
    private readonly database: AppDatabase,
    private readonly posts: PostRepository,
    private readonly indexPosts: IndexPosts,
    private readonly engine: SearchEngine,
    private readonly rebuilds: RebuildRepository,
    private readonly articles: KeepArticlesCurrent,
    private readonly server: MeilisearchServer,
    private readonly mirror: BuildMirror,
    private readonly works: LongWork,
    private readonly clock: Clock,
  ) {}

  /** @param ctx of the system */
  execute(ctx: RequestContext, onProgress: OnProgress = () => undefined): Promise<ReindexReport> {
    return this.works.watch('search-reindex', (report) =>
      this.rebuild(ctx, (progress) => {
        report(progress.done, progress.total);
        onProgress(progress);
      }),
    );
  }

  private async rebuild(ctx: RequestContext, onProgress: OnProgress): Promise<ReindexReport> {
    const interrupted = await this.rebuilds.find(ctx);
    let place = interrupted ?? BEGINNING;
    if (!interrupted) await this.engine.beginRebuild(ctx);
    const total = await this.posts.countUpTo(ctx);
    let done = interrupted ? await this.posts.countUpTo(ctx, place) : 0;
    let indexed = 0;
    onProgress({ done, total });
    for (;;) {
      const batch = await this.posts.placesAfter(ctx, place, POSTS_PER_BATCH);
      if (batch.length === 0) break;
      place = batch.at(-1)!;
      indexed += await this.indexBatch(ctx, batch, place);
      done += batch.length;
      onProgress({ done, total: Math.max(done, total) });
    }
    const removed = await this.removeOrphans(ctx);
    await this.articles.executeForAll(ctx);
    await this.engine.countWords(ctx, this.clock.now());
    await this.rebuilds.finish(ctx);
    if (this.server.isConfigured) await this.mirror.execute(ctx);
    return { indexed, removed, resumed: interrupted !== null };
  }

  private indexBatch(
    ctx: RequestContext,
    batch: readonly PostPlaceInOrder[],
    last: PostPlaceInOrder | typeof BEGINNING,
  ): Promise<number> {
    return this.database.transaction(ctx, async (tx) => {
      const indexed = await this.indexPosts.execute(tx, batch);
      await this.rebuilds.reached(tx, last);
      return indexed;
    });
  }

  private async removeOrphans(ctx: RequestContext): Promise<number> {
    let removed = 0;
    let after: string | null = null;
    for (;;) {
      const ids: string[] = await this.engine.storedAfter(ctx, after, POSTS_PER_BATCH);
      if (ids.length === 0) return removed;
      after = ids.at(-1)!;
      const living = new Set((await this.posts.findReadableByIds(ctx, ids)).map(({ id }) => id));
      const orphans = ids.filter((id) => !living.has(id));
      await this.engine.remove(ctx, orphans);
      removed += orphans.length;
    }
  }
}
