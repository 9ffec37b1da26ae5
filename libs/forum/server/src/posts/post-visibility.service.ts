import { Injectable } from '@nestjs/common';
import {
  Clock,
  EventBus,
  PageInvalidation,
  toQuarterHour,
  type RequestContext,
} from '@kundig/platform/server';
import { PostRestored, PostWithdrawn } from '../forum.events.js';
import type { Post } from '../storage/post.entity.js';
import { PostRevisionRepository } from '../storage/post-revision.repository.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { PostTexts } from './post-text.service.js';

/**
 * Makes a post a stub or brings it back, with everything that follows for its thread and board. Who may do so is decided
 * by the caller (the author's deletion here, the moderator's hiding in moderation), in the caller's transaction.
 */
@Injectable()
export class PostVisibility {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly revisions: PostRevisionRepository,
    private readonly texts: PostTexts,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * @param change `deleted` by its author, or `hidden` with the reason the stub shows, and since when if not now
   * @returns false when it was a stub already, which changes nothing
   */
  async withdraw(
    tx: RequestContext,
    postId: string,
    change: 'deleted' | { hiddenReason: string; hiddenAt?: Date },
  ): Promise<boolean> {
    const now = this.clock.now();
    const { post, thread } = await this.lock(tx, postId);
    if (post.isStub) return false;
    const hiddenAt = (change !== 'deleted' && change.hiddenAt) || now;
    const deletedAt = post.authorId === tx.actor.memberId ? now : toQuarterHour(now); // a persona is told by no exact time
    if (change === 'deleted') {
      // The text is gone for good; only the place in the thread stays.
      await this.posts.update(tx, post.id, {
        deletedAt,
        bodyMd: '',
        bodyHtml: '',
        mentionedIds: [],
        solutionAt: null,
      });
      await this.revisions.removeAll(tx, post.id);
    } else {
      await this.posts.update(tx, post.id, { hiddenAt, hiddenReason: change.hiddenReason });
    }
    await this.settle(tx, thread);
    if (post.kind === 'opening') {
      const vanishes = change !== 'deleted' || thread.replyCount === 0;
      await this.threads.update(tx, thread.id, {
        excerpt: '',
        ...(change === 'deleted' ? (vanishes ? { deletedAt } : {}) : { hiddenAt }),
      });
    }
    await this.events.emit(tx, now, new PostWithdrawn({ threadId: thread.id, postId }));
    return true;
  }

  /** @returns false when there was nothing to restore: not hidden, or deleted by its author meanwhile */
  async restore(tx: RequestContext, postId: string): Promise<boolean> {
    const { post, thread } = await this.lock(tx, postId);
    if (!post.hiddenAt || post.deletedAt) return false;
    await this.posts.update(tx, post.id, { hiddenAt: null, hiddenReason: null });
    await this.settle(tx, thread);
    if (post.kind === 'opening') {
      await this.threads.update(tx, thread.id, {
        hiddenAt: null,
        excerpt: this.texts.excerptOf(post.bodyHtml),
      });
    }
    await this.events.emit(tx, this.clock.now(), new PostRestored({ threadId: thread.id, postId }));
    return true;
  }

  private async lock(tx: RequestContext, postId: string): Promise<{ post: Post; thread: Thread }> {
    const { threadId } = (await this.posts.findReadableByIds(tx, [postId]))[0]!;
    const thread = await this.threads.lock(tx, threadId); // thread before post, as everywhere, so that nobody deadlocks
    return { post: await this.posts.lock(tx, threadId, postId), thread };
  }

  private async settle(tx: RequestContext, thread: Thread): Promise<void> {
    await this.threads.recount(tx, thread.id);
    const [solution] = await this.posts.solutions(tx, [thread.id]);
    await this.threads.update(tx, thread.id, this.texts.ofSolution(solution));
    await this.pages.drop(tx, 'home', `thread:${thread.id}`, `board:${thread.boardId}`);
  }
}
