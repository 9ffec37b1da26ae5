import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { CommentReportsDecided, DecidedReports } from '@kundig/moderation/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { NotificationTexts } from './notification-texts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells those who reported a comment how it was decided: that it stays, or that it is hidden; not by whom. */
@Injectable()
export class TellCommentReportersService {
  constructor(
    private readonly decided: DecidedReports,
    private readonly comments: CommentRepository,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** A decision that was taken back meanwhile is told to nobody. Safe to repeat. */
  @OnEvent(CommentReportsDecided, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, { commentId, at }: { commentId: string; at: string }): Promise<void> {
    const reporterIds = await this.decided.reporters(ctx, commentId, new Date(at));
    const [comment] = await this.comments.findByIds(ctx, [commentId]);
    if (!comment || comment.deletedAt) return;
    const content = this.texts.ofCommentReport(comment);
    await this.delivery.deliver(
      ctx,
      reporterIds.map((authorId) => ({
        ...{ authorId, content, threadId: comment.articleId, postId: commentId },
        occasion: 'comment-report' as const,
        position: comment.position,
        readers: null,
        onceKey: `comment-report:${commentId}:${at}`,
      })),
    );
  }
}
