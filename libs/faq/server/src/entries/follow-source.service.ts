import { Injectable } from '@nestjs/common';
import {
  PostRestored,
  PostWithdrawn,
  SolutionChanged,
  ThreadsMerged,
  ThreadSplit,
  type MergedThreadRefs,
  type PostRef,
  type SplitThreadRefs,
} from '@kundig/forum/server';
import { AppDatabase, OnEvent, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { FaqEntryRepository } from '../storage/faq-entry.repository.js';
import { Withdrawal } from './withdrawal.js';

/** Keeps an entry in step with the posts it was made from. Looks at their state, not at the event: it may run twice and late. */
@Injectable()
export class FollowSourceService {
  constructor(
    private readonly database: AppDatabase,
    private readonly entries: FaqEntryRepository,
    private readonly withdrawal: Withdrawal,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * A source that can no longer be read withdraws its entry; one that is no solution any more asks the editors to look.
   * @param ref the post that changed; only the question and the answer of an entry matter
   */
  async execute(ctx: RequestContext, { threadId, postId }: PostRef): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      for (const source of await this.entries.lockBySource(tx, threadId, postId)) {
        if (!source.isReadable) await this.withdrawal.of(tx, source, 'source-gone');
        else
          await this.entries.update(tx, source.id, {
            review: source.isSolution ? null : 'solution-withdrawn',
          });
      }
    });
  }

  /** An entry goes along with its question; where the other thread has one, too, there is one source less. */
  @OnEvent(ThreadsMerged)
  threadsMerged(ctx: RequestContext, { fromId, intoId }: MergedThreadRefs): Promise<void> {
    return this.database.transaction(ctx, async (tx) => {
      const entry = await this.entries.lockOfThread(tx, fromId);
      if (!entry) return;
      if (await this.entries.changeSource(tx, entry.id, intoId)) await this.pages.drop(tx, 'faq');
      else await this.withdrawal.of(tx, entry, 'source-gone');
    });
  }

  /** Editors look at an entry whose answer no longer stands below its question, and which the new place may have closed. */
  @OnEvent(ThreadSplit)
  threadSplit(ctx: RequestContext, { fromId, intoId }: SplitThreadRefs): Promise<void> {
    return this.database.transaction(ctx, async (tx) => {
      const entry = await this.entries.lockOfThread(tx, fromId);
      if (!entry || !(await this.entries.isAnsweredIn(tx, entry.id, intoId))) return;
      await this.entries.update(tx, entry.id, { review: 'solution-withdrawn' });
      await this.withdrawal.showAnew(tx);
    });
  }

  @OnEvent(PostWithdrawn)
  postWithdrawn(ctx: RequestContext, ref: PostRef): Promise<void> {
    return this.execute(ctx, ref);
  }

  @OnEvent(PostRestored)
  postRestored(ctx: RequestContext, ref: PostRef): Promise<void> {
    return this.execute(ctx, ref);
  }

  @OnEvent(SolutionChanged)
  solutionChanged(ctx: RequestContext, ref: PostRef): Promise<void> {
    return this.execute(ctx, ref);
  }
}
