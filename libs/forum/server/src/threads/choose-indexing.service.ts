import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  NotFound,
  PageInvalidation,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { forumPolicy } from '../forum.policy.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/** Whoever began a thread keeps it out of search engines, sitemap and feeds, or lets it in again. */
@Injectable()
export class ChooseIndexingService {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly voices: Voices,
    private readonly limits: WriteLimits,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * Safe to repeat.
   * @param threadId public id of the thread
   * @throws NotFound no such thread, a stub, or begun by somebody else
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, threadId: string, unindexed: boolean): Promise<Thread> {
    const thread = await this.threads.findReadable(ctx, threadId);
    if (!thread) throw new NotFound();
    const { ownIds } = await this.voices.viewerIn(ctx, thread.id);
    forumPolicy.mayChooseIndexing(thread, ownIds).orThrow();
    await this.limits.consume(ctx, 'edit');
    await this.database.transaction(ctx, async (tx) => {
      await this.threads.update(tx, thread.id, { unindexed });
      await this.pages.drop(tx, `thread:${thread.id}`);
    });
    return { ...thread, unindexed };
  }
}
