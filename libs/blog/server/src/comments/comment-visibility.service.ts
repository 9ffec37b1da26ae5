import { Injectable } from '@nestjs/common';
import { Clock, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { CommentRepository, type Comment } from '../storage/comment.repository.js';

/** Takes comments out of sight and brings them back; who may, and what else belongs to it, is moderation's. */
@Injectable()
export class CommentVisibility {
  constructor(
    private readonly comments: CommentRepository,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * @param reason shown with the stub
   * @param since  now if not given
   * @returns false when nothing of it could be read any more
   */
  async hide(
    tx: RequestContext,
    { id, articleId }: Comment,
    reason: string,
    since = this.clock.now(),
  ): Promise<boolean> {
    const hidden = await this.comments.hide(tx, id, reason, since);
    if (hidden) await this.pages.drop(tx, 'blog', `article:${articleId}`);
    return hidden;
  }

  /** What its author deleted does not come back. @returns false when it was not hidden */
  async restore(tx: RequestContext, { id, articleId }: Comment): Promise<boolean> {
    const restored = await this.comments.restore(tx, id);
    if (restored) await this.pages.drop(tx, 'blog', `article:${articleId}`);
    return restored;
  }
}
