import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { ForumPresenter } from '@kundig/forum/server';
import { CommentShownAgain, PostShownAgain } from '@kundig/moderation/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { matterOf, NotificationTexts } from './notification-texts.js';
import { isTold, NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS, wasTold } from './second-thoughts.js';

/** Since when something was hidden, and when it was shown again, ISO 8601. */
interface Span {
  readonly hiddenAt: string;
  readonly at: string;
}

/** Tells authors that a post or comment of theirs, which was hidden, can be read again. */
@Injectable()
export class TellShownAuthorService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly comments: CommentRepository,
    private readonly present: ForumPresenter,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Not where it is hidden again, nor where they were not told that it was. Safe to repeat. */
  @OnEvent(PostShownAgain, SECOND_THOUGHTS)
  async aboutPost(
    ctx: RequestContext,
    { threadId, postId, ...span }: Span & { threadId: string; postId: string },
  ): Promise<void> {
    const noticed = wasTold(span.hiddenAt, span.at) ? await this.posts.find(ctx, { threadId, postId }) : null;
    if (!noticed || !isTold(noticed) || noticed.post.authorId === null) return;
    const { post, thread, readers } = noticed;
    const path = this.present.postPath(thread, post);
    await this.delivery.deliver(ctx, [
      {
        authorId: post.authorId!,
        occasion: 'shown',
        threadId: thread.id,
        postId,
        position: post.position,
        content: this.texts.ofDecision('shown', { title: thread.title, reason: '', path }),
        readers,
        onceKey: `shown:${postId}:${span.at}`,
      },
    ]);
  }

  /** The same for a comment of the blog. */
  @OnEvent(CommentShownAgain, SECOND_THOUGHTS)
  async aboutComment(
    ctx: RequestContext,
    { commentId, ...span }: Span & { commentId: string },
  ): Promise<void> {
    const [comment] = wasTold(span.hiddenAt, span.at) ? await this.comments.findByIds(ctx, [commentId]) : [];
    if (!comment || comment.hiddenAt || comment.deletedAt) return;
    await this.delivery.deliver(ctx, [
      {
        authorId: comment.authorId,
        occasion: 'comment-shown',
        threadId: comment.articleId,
        postId: commentId,
        position: comment.position,
        content: this.texts.ofDecision('commentShown', matterOf(comment)),
        readers: null,
        onceKey: `comment-shown:${commentId}:${span.at}`,
      },
    ]);
  }
}
