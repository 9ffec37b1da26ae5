import { Injectable } from '@nestjs/common';
import { PostRepository, ThreadRepository } from '@kundig/forum/server';
import { AppDatabase, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { SearchEngine } from '../engine/search-engine.js';
import { DocumentFactory } from './document-factory.js';

/** Posts to bring up to date, each with its thread. */
export interface PostPlace {
  readonly threadId: string;
  readonly postId: string;
}

/** Two writers of one thread's documents take turns, so that the later one has seen the newer state. */
const LOCK_THREADS = `
  SELECT pg_advisory_xact_lock(hashtextextended(id, 70)) FROM (SELECT id FROM unnest($1::text[]) AS id ORDER BY id) AS threads`;

/**
 * Brings the documents of posts to the state the forum is in now, whatever they were before: safe to repeat, late, and
 * from several processes at once. Runs with the rights of the system; nothing it reads is shown to anybody here.
 */
@Injectable()
export class IndexPosts {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly documents: DocumentFactory,
    private readonly engine: SearchEngine,
    private readonly pages: PageInvalidation,
  ) {}

  /** @param ctx of the system @returns number of posts that can be found now */
  async execute(ctx: RequestContext, places: readonly PostPlace[]): Promise<number> {
    if (places.length === 0) return 0;
    return this.database.transaction(ctx, async (tx) => {
      const ids = places.map(({ postId }) => postId);
      // A job may come late: by then the post may stand in another thread.
      const standing = await this.posts.threadsOf(tx, ids);
      const threadIds = [...new Set([...places.map(({ threadId }) => threadId), ...standing])];
      await this.database.query(tx, LOCK_THREADS, [threadIds]);
      const threads = new Map(
        (await this.threads.findReadableByIds(tx, threadIds)).map((thread) => [thread.id, thread]),
      );
      const findable = (await this.posts.findReadableByIds(tx, ids)).flatMap((post) => {
        const thread = threads.get(post.threadId);
        return thread && this.documents.isFindable(thread, post)
          ? [this.documents.document(thread, post)]
          : [];
      });
      const found = new Set(findable.map(({ postId }) => postId));
      await this.engine.remove(
        tx,
        ids.filter((id) => !found.has(id)),
      );
      await this.engine.index(tx, findable);
      await this.pages.drop(tx, 'search');
      return findable.length;
    });
  }

  /** Brings along what the other posts' documents say of the thread; where it is withdrawn, they vanish. */
  async executeForThread(ctx: RequestContext, threadId: string): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      await this.database.query(tx, LOCK_THREADS, [[threadId]]);
      const [thread] = await this.threads.findReadableByIds(tx, [threadId]);
      if (thread && this.documents.isListed(thread))
        await this.engine.updateThread(tx, this.documents.thread(thread));
      else await this.engine.removeThread(tx, threadId);
      await this.pages.drop(tx, 'search');
    });
  }
}
