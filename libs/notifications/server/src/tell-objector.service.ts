import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { ForumPresenter } from '@kundig/forum/server';
import {
  DecidedObjections,
  ObjectionDecided,
  ObjectionReopened,
  type Objection,
} from '@kundig/moderation/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery, type MailForAuthor } from '@kundig/pseudonyms/server';
import { matterOf, NotificationTexts } from './notification-texts.js';
import { NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS, wasTold } from './second-thoughts.js';

/** In which words a post is told of, and a comment. */
const commentTexts = {
  objectionGranted: 'commentObjectionGranted',
  objectionRejected: 'commentObjectionRejected',
  objectionReopened: 'commentObjectionReopened',
} as const;
type ObjectionTexts = keyof typeof commentTexts;
type CommentObjectionTexts = (typeof commentTexts)[ObjectionTexts];

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

  /** Whatever happened since: a decision on their own post is owed to them. Safe to repeat: each decision is told once. */
  @OnEvent(ObjectionDecided, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, { objectionId }: { objectionId: string }): Promise<void> {
    const objection = await this.objections.find(ctx, objectionId);
    if (!objection) return;
    const texts = objection.decision === 'granted' ? 'objectionGranted' : 'objectionRejected';
    await this.tell(ctx, objection, texts, objection.answer!, objection.resolvedAt!.toISOString());
  }

  /** Not where it is decided anew, nor where they were not told of the decision. Safe to repeat: it is told once each time. */
  @OnEvent(ObjectionReopened, SECOND_THOUGHTS)
  async takeBack(
    ctx: RequestContext,
    { objectionId, decidedAt, at }: { objectionId: string; decidedAt: string; at: string },
  ): Promise<void> {
    const objection = wasTold(decidedAt, at) ? await this.objections.reopened(ctx, objectionId) : null;
    if (objection)
      await this.tell(ctx, objection, 'objectionReopened', objection.reopenReason!, `reopened:${at}`);
  }

  /** @param occasion names what is told of it among all there is to tell */
  private async tell(
    ctx: RequestContext,
    objection: Objection,
    texts: ObjectionTexts,
    reason: string,
    occasion: string,
  ): Promise<void> {
    const mail =
      objection.postId === null
        ? await this.aboutComment(ctx, objection.commentId, commentTexts[texts], reason)
        : await this.aboutPost(ctx, objection, texts, reason);
    if (mail)
      await this.delivery.deliver(ctx, [
        { ...mail, authorId: objection.authorId, onceKey: `objection:${objection.id}:${occasion}` },
      ]);
  }

  private async aboutPost(
    ctx: RequestContext,
    ref: { threadId: string; postId: string },
    texts: ObjectionTexts,
    reason: string,
  ): Promise<Omit<MailForAuthor, 'authorId' | 'onceKey'> | null> {
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed) return null;
    const { post, thread, readers } = noticed;
    const path = this.present.postPath(thread, post);
    return {
      occasion: 'objection',
      threadId: thread.id,
      postId: post.id,
      position: post.position,
      readers,
      content: this.texts.ofDecision(texts, { title: thread.title, reason, path }),
    };
  }

  private async aboutComment(
    ctx: RequestContext,
    commentId: string,
    texts: CommentObjectionTexts,
    reason: string,
  ): Promise<Omit<MailForAuthor, 'authorId' | 'onceKey'> | null> {
    const [comment] = await this.comments.findByIds(ctx, [commentId]);
    if (!comment) return null;
    return {
      occasion: 'comment-objection',
      threadId: comment.articleId,
      postId: commentId,
      position: comment.position,
      readers: null,
      content: this.texts.ofDecision(texts, { ...matterOf(comment), reason }),
    };
  }
}
