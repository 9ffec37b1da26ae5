import { Injectable } from '@nestjs/common';
import type { PostRef } from '@kundig/forum/server';
import { ProposalAccepted } from '@kundig/moderation/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { NotificationTexts } from './notification-texts.js';
import { isTold, NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells an asker, whatever their voice, that moderators took an expert's proposal for the solution. */
@Injectable()
export class TellAskerService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Not where it has been taken back meanwhile. Safe to repeat. */
  @OnEvent(ProposalAccepted, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, ref: PostRef): Promise<void> {
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed || !isTold(noticed) || !noticed.post.solutionAt || noticed.thread.authorId === null) return;
    const { post, thread, readers } = noticed;
    await this.delivery.deliver(ctx, [
      {
        authorId: thread.authorId!,
        occasion: 'settled',
        threadId: thread.id,
        postId: post.id,
        position: post.position,
        content: await this.texts.of('settled', noticed),
        readers,
        onceKey: `settled:${post.id}`,
      },
    ]);
  }
}
