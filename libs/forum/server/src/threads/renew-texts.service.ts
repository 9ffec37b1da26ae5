import { Injectable } from '@nestjs/common';
import { AppDatabase, Clock, EventBus, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { ThreadImported } from '../forum.events.js';
import { PostTexts } from '../posts/post-text.service.js';
import { PostRepository } from '../storage/post.repository.js';
import { isStanding } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { DuplicateMarks, type MarkedPair } from './duplicate-marks.service.js';

/** One post's Markdown, before and after. */
export interface RenewedText {
  readonly postId: string;
  readonly from: string;
  readonly to: string;
}

/** Puts other words into imported posts, such as new addresses for old ones, without marking them as edited. */
@Injectable()
export class RenewTextsService {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly texts: PostTexts,
    private readonly duplicates: DuplicateMarks,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * One transaction. A post that no longer says `from` is left alone: somebody has edited it, or it says `to` already.
   * @param renewed    posts of the thread
   * @param originalId key of the thread that it repeats, if any; marked with the opening post, so that what a moderator has
   *   taken back stays so
   * @returns number of posts changed
   */
  async execute(
    ctx: RequestContext,
    threadId: string,
    renewed: readonly RenewedText[],
    originalId?: string,
  ): Promise<number> {
    return this.database.transaction(ctx, async (tx) => {
      const pair = originalId === undefined ? null : await this.pairOf(tx, threadId, originalId);
      const thread = pair?.thread ?? (await this.threads.lock(tx, threadId));
      let changed = 0;
      for (const { postId, from, to } of renewed) {
        const post = await this.posts.lock(tx, threadId, postId);
        if (post.bodyMd !== from.normalize('NFC')) continue;
        changed++;
        const text = this.texts.of(to, post.lang);
        await this.posts.update(tx, postId, text);
        if (post.kind !== 'opening') continue;
        await this.threads.update(tx, threadId, { excerpt: this.texts.excerptOf(text.bodyHtml) });
        if (pair) await this.duplicates.mark(tx, pair);
      }
      if (changed === 0) return 0;
      const [solution] = await this.posts.solutions(tx, [threadId]);
      if (solution)
        await this.threads.update(tx, threadId, { solutionExcerpt: this.texts.excerptOf(solution.bodyHtml) });
      await this.events.emit(tx, this.clock.now(), new ThreadImported({ threadId }));
      await this.pages.drop(tx, 'home', `thread:${threadId}`, `board:${thread.boardId}`);
      return changed;
    });
  }

  /** @returns both, locked; null where the one leads to the other already, or one of them is gone */
  private async pairOf(tx: RequestContext, id: string, originalId: string): Promise<MarkedPair | null> {
    const [original] = await this.threads.findReadableByIds(tx, [originalId]);
    if (!original || !isStanding(original)) return null;
    const pair = await this.duplicates.lock(tx, id, original);
    return isStanding(pair.thread) && pair.thread.id !== pair.canonical.id ? pair : null;
  }
}
