import { Injectable } from '@nestjs/common';
import { ReplyPosted, type PostRef } from '@kundig/forum/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { NotificationTexts } from './notification-texts.js';
import { NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells everybody who follows a thread of a reply, but for its writer. */
@Injectable()
export class TellFollowersService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Says nothing of a reply that was deleted or hidden meanwhile, or whose thread was. Safe to repeat. */
  @OnEvent(ReplyPosted, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, ref: PostRef): Promise<void> {
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed || noticed.post.isStub || noticed.thread.hiddenAt || noticed.thread.deletedAt) return;
    await this.delivery.deliverToFollowers(ctx, {
      writerId: noticed.post.authorId,
      threadId: ref.threadId,
      content: await this.texts.of('reply', noticed),
      readers: noticed.readers,
      onceKey: `reply:${ref.postId}`,
    });
  }
}
