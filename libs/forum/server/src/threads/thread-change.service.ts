import { Injectable } from '@nestjs/common';
import {
  Clock,
  EventBus,
  PageInvalidation,
  slugify,
  toQuarterHour,
  type RequestContext,
} from '@kundig/platform/server';
import { ThreadChanged } from '../forum.events.js';
import { PostHistory } from '../posts/post-history.service.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/** What can be changed about a thread as a whole. */
export type ThreadFacts = Partial<
  Pick<Thread, 'title' | 'tags' | 'kind' | 'boardId' | 'pinnedAt' | 'slowMinutes'>
>;

/**
 * Changes a thread as a whole, with everything that follows for pages and search; its posts stay as they are. Who may do
 * so is decided by the caller, in the caller's transaction.
 */
@Injectable()
export class ThreadChange {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly history: PostHistory,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /** @param thread locked by the transaction */
  async apply(tx: RequestContext, thread: Thread, facts: ThreadFacts): Promise<void> {
    if (facts.title !== undefined || facts.tags) await this.keepLabel(tx, thread);
    const slug = facts.title === undefined ? {} : { slug: slugify(facts.title, 'thema') };
    await this.threads.update(tx, thread.id, { ...facts, ...slug });
    await this.events.emit(tx, this.clock.now(), new ThreadChanged({ threadId: thread.id }));
    await this.pages.drop(
      tx,
      'home',
      `thread:${thread.id}`,
      `board:${thread.boardId}`,
      `board:${facts.boardId ?? thread.boardId}`,
    );
  }

  /** The opening post's history tells what the thread was called, and who changed it. */
  private async keepLabel(tx: RequestContext, thread: Thread): Promise<void> {
    const now = this.clock.now();
    const opening = await this.posts.lockOpening(tx, thread.id);
    await this.history.keep(tx, opening, thread, tx.actor.memberId!, now);
    await this.posts.update(tx, opening.id, { editedAt: toQuarterHour(now) });
  }
}
