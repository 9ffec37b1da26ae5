import { Injectable } from '@nestjs/common';
import { AppDatabase, Clock, EventBus, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { ThreadImported } from '../forum.events.js';
import { PostTexts } from '../posts/post-text.service.js';
import { PostRepository } from '../storage/post.repository.js';
import { ThreadRepository } from '../storage/thread.repository.js';

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
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * One transaction. A post that no longer says `from` is left alone: somebody has edited it, or it says `to` already.
   * @param renewed posts of the thread
   * @returns number of posts changed
   */
  async execute(ctx: RequestContext, threadId: string, renewed: readonly RenewedText[]): Promise<number> {
    return this.database.transaction(ctx, async (tx) => {
      const thread = await this.threads.lock(tx, threadId);
      let changed = 0;
      for (const { postId, from, to } of renewed) {
        const post = await this.posts.lock(tx, threadId, postId);
        if (post.bodyMd !== from.normalize('NFC')) continue;
        changed++;
        const text = this.texts.of(to, post.lang);
        await this.posts.update(tx, postId, text);
        if (post.kind === 'opening')
          await this.threads.update(tx, threadId, { excerpt: this.texts.excerptOf(text.bodyHtml) });
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
}
