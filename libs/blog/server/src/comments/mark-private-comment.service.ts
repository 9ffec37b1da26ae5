import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  NotFound,
  PageInvalidation,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { blogPolicy } from '../blog.policy.js';
import { CommentRepository, type PlacedComment } from '../storage/comment.repository.js';

/** Staff say of a comment that it is their private opinion, or take that back. */
@Injectable()
export class MarkPrivateCommentService {
  constructor(
    private readonly database: AppDatabase,
    private readonly comments: CommentRepository,
    private readonly limits: WriteLimits,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * Safe to repeat.
   * @param publicId of the comment
   * @throws NotFound no such comment, a stub, somebody else's, or the actor is no staff
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, publicId: string, isPrivate: boolean): Promise<PlacedComment> {
    const comment = await this.comments.find(ctx, publicId);
    if (!comment || comment.deletedAt || comment.hiddenAt) throw new NotFound();
    blogPolicy.maySpeakPrivately(ctx.actor, comment).orThrow();
    await this.limits.consume(ctx, 'edit');
    await this.database.transaction(ctx, async (tx) => {
      if (await this.comments.markPrivate(tx, comment.id, isPrivate))
        await this.pages.drop(tx, `article:${comment.articleId}`);
    });
    return (await this.comments.find(ctx, publicId))!;
  }
}
