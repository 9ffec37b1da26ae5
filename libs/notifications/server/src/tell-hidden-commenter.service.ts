import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { CommentHidden } from '@kundig/moderation/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { matterOf, NotificationTexts } from './notification-texts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells whoever wrote a comment below an article that it was hidden, and why. */
@Injectable()
export class TellHiddenCommenterService {
  constructor(
    private readonly comments: CommentRepository,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Not where it has been taken back meanwhile. Safe to repeat. */
  @OnEvent(CommentHidden, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, { commentId }: { commentId: string }): Promise<void> {
    const [comment] = await this.comments.findByIds(ctx, [commentId]);
    if (!comment?.hiddenAt || comment.deletedAt) return;
    await this.delivery.deliver(ctx, [
      {
        authorId: comment.authorId,
        occasion: 'comment-hidden',
        threadId: comment.articleId,
        postId: commentId,
        position: comment.position,
        content: this.texts.ofDecision('commentHidden', matterOf(comment)),
        readers: null,
        onceKey: `comment-hidden:${commentId}:${comment.hiddenAt.getTime()}`,
      },
    ]);
  }
}
