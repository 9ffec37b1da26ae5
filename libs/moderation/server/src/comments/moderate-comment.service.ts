import { Injectable } from '@nestjs/common';
import { blogPolicy, CommentRepository, type PlacedComment } from '@kundig/blog/server';
import { AppDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { CommentHiding } from './comment-hiding.js';

export interface ModerateComment {
  /** Public id of the comment. */
  readonly commentId: string;
  /** For the stub and the log. */
  readonly reason: string;
}

/** What moderators do to comments of the blog; each of it is in the audit log. */
@Injectable()
export class ModerateCommentService {
  constructor(
    private readonly database: AppDatabase,
    private readonly comments: CommentRepository,
    private readonly hiding: CommentHiding,
  ) {}

  /**
   * Makes it a stub that shows the reason, and upholds every report on it. Safe to repeat: the first reason stays.
   * @throws NotFound no such comment, or the actor moderates none
   */
  async hide(ctx: RequestContext, { commentId, reason }: ModerateComment): Promise<PlacedComment> {
    const comment = await this.require(ctx, commentId);
    await this.database.transaction(ctx, (tx) => this.hiding.hide(tx, comment, reason));
    return (await this.comments.find(ctx, commentId))!;
  }

  /**
   * Shows it again. Safe to repeat; what its author deleted does not come back.
   * @throws NotFound no such comment, or the actor moderates none
   */
  async restore(ctx: RequestContext, { commentId, reason }: ModerateComment): Promise<PlacedComment> {
    const comment = await this.require(ctx, commentId);
    await this.database.transaction(ctx, (tx) => this.hiding.show(tx, comment, reason));
    return (await this.comments.find(ctx, commentId))!;
  }

  private async require(ctx: RequestContext, commentId: string): Promise<PlacedComment> {
    blogPolicy.mayModerate(ctx.actor).orThrow();
    const comment = await this.comments.find(ctx, commentId);
    if (!comment) throw new NotFound();
    return comment;
  }
}
