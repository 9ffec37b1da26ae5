import { Injectable } from '@nestjs/common';
import { ReplyPosted, type PostRef } from '@kundig/forum/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { Mentions } from './mentions.js';
import { NotificationTexts } from './notification-texts.js';
import { isSolvedByAsker, isTold, NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells everybody who follows a thread, and whom it mentions, of a reply, but for its writer. */
@Injectable()
export class TellFollowersService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly mentions: Mentions,
    private readonly delivery: AuthorDelivery,
  ) {}

  /**
   * Says nothing of a reply that was deleted or hidden meanwhile, or whose thread was. An asker's own answer that solves the
   * question by now is told as that: `TellSolvedService` tells the same under the same key, and whoever comes first is heard.
   * Safe to repeat.
   */
  @OnEvent(ReplyPosted, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, ref: PostRef): Promise<void> {
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed || !isTold(noticed)) return;
    const { post, thread, readers } = noticed;
    const occasion = isSolvedByAsker(noticed) ? 'solved' : 'reply';
    await this.delivery.deliverToFollowers(ctx, {
      occasion,
      exceptIds: post.authorId === null ? [] : [post.authorId],
      askerId: thread.kind === 'question' ? thread.authorId : null,
      threadId: thread.id,
      postId: post.id,
      position: post.position,
      content: await this.texts.of(occasion, noticed),
      mention: await this.mentions.of(noticed),
      readers,
      onceKey: `${occasion}:${post.id}`,
    });
  }
}
