import { Injectable } from '@nestjs/common';
import { ThreadStarted, type PostRef } from '@kundig/forum/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { Mentions } from './mentions.js';
import { NotificationTexts } from './notification-texts.js';
import { isTold, NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells those who follow its board or one of its tags, and whom it mentions, of a new thread, but for its writer. */
@Injectable()
export class TellSubscribersService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly mentions: Mentions,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Who follows a board follows its sub-boards. Safe to repeat. */
  @OnEvent(ThreadStarted, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, ref: PostRef): Promise<void> {
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed || !isTold(noticed)) return;
    const { post, thread, board, readers } = noticed;
    await this.delivery.deliverToSubscribers(ctx, {
      writerId: post.authorId,
      threadId: thread.id,
      postId: post.id,
      position: post.position,
      boardIds: [board.id, ...(board.parentId ? [board.parentId] : [])],
      tags: thread.tags,
      content: await this.texts.of('thread', noticed),
      mention: await this.mentions.of(noticed),
      readers,
      onceKey: `thread:${thread.id}`,
    });
  }
}
