import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  NotFound,
  PageInvalidation,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { blogPolicy } from '../blog.policy.js';
import { CommentRepository, type PlacedComment } from '../storage/comment.repository.js';

/** A member takes back what they said; a stub keeps the place. */
@Injectable()
export class DeleteCommentService {
  constructor(
    private readonly database: AppDatabase,
    private readonly comments: CommentRepository,
    private readonly limits: WriteLimits,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @param publicId of the comment
   * @throws NotFound   no such comment, or its article is not in force
   * @throws NotAllowed somebody else wrote it
   * @throws SignInRequired, TooManyRequests
   */
  async execute(ctx: RequestContext, publicId: string): Promise<PlacedComment> {
    const comment = await this.comments.find(ctx, publicId);
    if (!comment) throw new NotFound();
    blogPolicy.mayDelete(ctx.actor, comment).orThrow();
    await this.limits.consume(ctx, 'edit');
    await this.database.transaction(ctx, async (tx) => {
      if (await this.comments.erase(tx, comment.id, this.clock.now()))
        await this.pages.drop(tx, 'blog', `article:${comment.articleId}`);
    });
    return (await this.comments.find(ctx, publicId))!;
  }
}
