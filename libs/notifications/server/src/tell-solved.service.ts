import { Injectable } from '@nestjs/common';
import { SolutionChanged, type SolutionRef } from '@kundig/forum/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { NotificationTexts } from './notification-texts.js';
import { isTold, NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells everybody who follows a question, those with the same problem among them, that an answer solves it. */
@Injectable()
export class TellSolvedService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** Once per answer, however often it is accepted and taken back; whoever wrote it is told in other words. */
  @OnEvent(SolutionChanged, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, { accepted, knownTo, ...ref }: SolutionRef): Promise<void> {
    if (!accepted) return; // whoever took it back is not who marked it
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed || !isTold(noticed) || !noticed.post.solutionAt) return;
    const { post, thread, readers } = noticed;
    await this.delivery.deliverToFollowers(ctx, {
      occasion: 'solved',
      exceptIds: post.authorId === null ? knownTo : [...knownTo, post.authorId],
      askerId: null,
      threadId: thread.id,
      postId: post.id,
      position: post.position,
      content: await this.texts.of('solved', noticed),
      mention: null,
      readers,
      onceKey: `solved:${post.id}`,
    });
  }
}
