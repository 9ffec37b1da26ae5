import { Injectable } from '@nestjs/common';
import { ReplyPosted, type PostRef } from '@kundig/forum/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { Mentions } from './mentions.js';
import { NotificationTexts } from './notification-texts.js';
import { isTold, NoticedPosts } from './noticed-posts.js';
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

  /** Says nothing of a reply that was deleted or hidden meanwhile, or whose thread was. Safe to repeat. */
  @OnEvent(ReplyPosted, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, ref: PostRef): Promise<void> {
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed || !isTold(noticed)) return;
    const { post, thread, readers } = noticed;
    await this.delivery.deliverToFollowers(ctx, {
      occasion: 'reply',
      exceptIds: post.authorId === null ? [] : [post.authorId],
      askerId: thread.kind === 'question' ? thread.authorId : null,
      threadId: thread.id,
      postId: post.id,
      position: post.position,
      content: await this.texts.of('reply', noticed),
      mention: await this.mentions.of(noticed),
      readers,
      onceKey: `reply:${post.id}`,
    });
  }
}
