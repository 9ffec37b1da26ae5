import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { ForumPresenter } from '@kundig/forum/server';
import { DecidedObjections, ObjectionDecided, type Objection } from '@kundig/moderation/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery, type MailForAuthor } from '@kundig/pseudonyms/server';
import { matterOf, NotificationTexts } from './notification-texts.js';
import { NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells authors, whatever their voice, what became of their objection, and why. */
@Injectable()
export class TellObjectorService {
  constructor(
    private readonly objections: DecidedObjections,
    private readonly posts: NoticedPosts,
    private readonly comments: CommentRepository,
    private readonly present: ForumPresenter,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Whatever happened since: a decision on their own post is owed to them. Safe to repeat. */
  @OnEvent(ObjectionDecided, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, { objectionId }: { objectionId: string }): Promise<void> {
    const objection = await this.objections.find(ctx, objectionId);
    if (!objection) return;
    const mail =
      objection.postId === null
        ? await this.aboutComment(ctx, objection, objection.commentId)
        : await this.aboutPost(ctx, objection, objection);
    if (mail)
      await this.delivery.deliver(ctx, [
        { ...mail, authorId: objection.authorId, onceKey: `objection:${objectionId}` },
      ]);
  }

  private async aboutPost(
    ctx: RequestContext,
    { decision, answer }: Objection,
    ref: { threadId: string; postId: string },
  ): Promise<Omit<MailForAuthor, 'authorId' | 'onceKey'> | null> {
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed) return null;
    const { post, thread, readers } = noticed;
    const texts = decision === 'granted' ? 'objectionGranted' : 'objectionRejected';
    const path = this.present.postPath(thread, post);
    return {
      occasion: 'objection',
      threadId: thread.id,
      postId: post.id,
      position: post.position,
      readers,
      content: this.texts.ofDecision(texts, { title: thread.title, reason: answer!, path }),
    };
  }

  private async aboutComment(
    ctx: RequestContext,
    { decision, answer }: Objection,
    commentId: string,
  ): Promise<Omit<MailForAuthor, 'authorId' | 'onceKey'> | null> {
    const [comment] = await this.comments.findByIds(ctx, [commentId]);
    if (!comment) return null;
    const texts = decision === 'granted' ? 'commentObjectionGranted' : 'commentObjectionRejected';
    return {
      occasion: 'comment-objection',
      threadId: comment.articleId,
      postId: commentId,
      position: comment.position,
      readers: null,
      content: this.texts.ofDecision(texts, { ...matterOf(comment), reason: answer! }),
    };
  }
}
