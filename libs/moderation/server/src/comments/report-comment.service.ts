import { Injectable } from '@nestjs/common';
import { CommentRepository, type PlacedComment } from '@kundig/blog/server';
import {
  Clock,
  NotFound,
  Randomness,
  SignInRequired,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { ReportFiling } from '../reports/report-filing.js';
import type { ReportReason } from '../storage/report.repository.js';

export interface ReportComment {
  /** Public id of the comment. */
  readonly commentId: string;
  readonly reason: ReportReason;
  readonly note: string | null;
}

/** Tells the moderators about a comment of the blog; nobody learns who did. */
@Injectable()
export class ReportCommentService {
  constructor(
    private readonly comments: CommentRepository,
    private readonly filing: ReportFiling,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat: while a report of the actor is open, another one changes nothing.
   * @throws NotFound no such comment, or it was taken away
   * @throws SignInRequired, TooManyRequests
   */
  async execute(ctx: RequestContext, { commentId, reason, note }: ReportComment): Promise<PlacedComment> {
    if (ctx.actor.memberId === null) throw new SignInRequired();
    const comment = await this.comments.find(ctx, commentId);
    if (!comment || comment.deletedAt || comment.hiddenAt) throw new NotFound();
    await this.limits.consume(ctx, 'report');
    await this.filing.execute(ctx, {
      id: this.random.uuid(),
      about: { commentId: comment.id },
      reporterId: ctx.actor.memberId,
      reason,
      note,
      createdAt: this.clock.now(),
    });
    return comment;
  }
}
