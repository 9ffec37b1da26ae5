import { Injectable } from '@nestjs/common';
import {
  Clock,
  EventBus,
  PageInvalidation,
  Randomness,
  slugify,
  type RequestContext,
} from '@kundig/platform/server';
import { ThreadSplit } from '../forum.events.js';
import { PostTexts } from '../posts/post-text.service.js';
import type { Post } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import { SolutionProposalRepository } from '../storage/solution-proposal.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/** The thread to be made. */
export interface NewPart {
  /** Primary key. */
  readonly id: string;
  readonly title: string;
  /** Primary key of the board it goes to. */
  readonly boardId: string;
}

/**
 * Makes posts of a thread a thread of their own, with everything that follows for pages, search and counters. They keep
 * their order, authors, addresses, thanks and files; those that stay close up. Who may do so is decided by the caller, in
 * the caller's transaction.
 */
@Injectable()
export class SplitOffThread {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly proposals: SolutionProposalRepository,
    private readonly texts: PostTexts,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * @param from locked by the transaction
   * @param chosen posts of it in their order, locked, too: not its opening, and the first of them no stub
   */
  async apply(tx: RequestContext, from: Thread, chosen: readonly Post[], part: NewPart): Promise<void> {
    const now = this.clock.now();
    await this.threads.insert(tx, this.threadOf(from, chosen, part));
    const positions = chosen.map(({ position }) => position);
    await this.posts.splitOff(tx, from.id, part.id, positions);
    await this.proposals.endStrayed(tx, from.id, now);
    for (const threadId of [from.id, part.id]) {
      await this.threads.recount(tx, threadId);
      const [solution] = await this.posts.solutions(tx, [threadId]);
      await this.threads.update(tx, threadId, this.texts.ofSolution(solution));
    }
    await this.events.emit(tx, now, new ThreadSplit({ fromId: from.id, intoId: part.id, positions }));
    await this.pages.drop(tx, 'home', `thread:${from.id}`, `board:${from.boardId}`, `board:${part.boardId}`);
  }

  private threadOf(from: Thread, chosen: readonly Post[], { id, title, boardId }: NewPart): Thread {
    const opening = chosen[0]!;
    return {
      id,
      publicId: this.random.publicId(),
      boardId,
      authorId: opening.authorId,
      kind: from.kind,
      title,
      slug: slugify(title, 'thema'),
      lang: opening.lang,
      tags: from.tags,
      details: [],
      excerpt: this.texts.excerptOf(opening.bodyHtml),
      solutionExcerpt: null,
      solutionAuthorId: null,
      createdAt: opening.createdAt,
      lastPostAt: opening.createdAt,
      lastAuthorId: opening.authorId,
      postCount: chosen.length,
      replyCount: 0,
      solutionCount: 0,
      sameProblemCount: 0,
      viewCount: 0,
      pinnedAt: null,
      lockedAt: from.lockedAt,
      slowMinutes: from.slowMinutes,
      unindexed: from.unindexed,
      hiddenAt: null,
      deletedAt: null,
      mergedIntoId: null,
      duplicateOfId: null,
    };
  }
}
