import { Injectable } from '@nestjs/common';
import { SolutionChanged, type PostRef } from '@kundig/forum/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { NotificationTexts } from './notification-texts.js';
import { isTold, NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells whoever wrote an answer that it was accepted as a solution. */
@Injectable()
export class TellHelperService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Once per answer, however often it is accepted and taken back; askers who solved it themselves know it already. */
  @OnEvent(SolutionChanged, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, ref: PostRef): Promise<void> {
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed || !isTold(noticed) || !noticed.post.solutionAt) return;
    const { post, thread, readers } = noticed;
    if (post.authorId === null || post.authorId === thread.authorId) return;
    await this.delivery.deliver(ctx, [
      {
        authorId: post.authorId,
        occasion: 'solution',
        threadId: thread.id,
        postId: post.id,
        position: post.position,
        content: await this.texts.of('solution', noticed),
        readers,
        onceKey: `solution:${post.id}`,
      },
    ]);
  }
}
