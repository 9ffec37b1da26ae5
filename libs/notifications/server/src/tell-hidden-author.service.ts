import { Injectable } from '@nestjs/common';
import type { PostRef } from '@kundig/forum/server';
import { PostHidden } from '@kundig/moderation/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { NotificationTexts } from './notification-texts.js';
import { NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells an author that a post of theirs was hidden, and why. */
@Injectable()
export class TellHiddenAuthorService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Also to authors who turned the mails of the thread off: a decision on their own post is owed to them. Safe to repeat. */
  @OnEvent(PostHidden, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, { threadId, postId }: PostRef): Promise<void> {
    const noticed = await this.posts.find(ctx, { threadId, postId });
    if (!noticed?.post.hiddenAt || noticed.post.deletedAt || noticed.post.authorId === null) return;
    await this.delivery.deliver(ctx, [
      {
        authorId: noticed.post.authorId,
        occasion: 'hidden',
        threadId,
        postId,
        position: noticed.post.position,
        content: await this.texts.of('hidden', noticed),
        readers: noticed.readers,
        onceKey: `hidden:${postId}:${noticed.post.hiddenAt.getTime()}`,
      },
    ]);
  }
}
