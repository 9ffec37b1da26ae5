import { Injectable } from '@nestjs/common';
import { PostAccess, type PostInThread } from '@kundig/forum/server';
import {
  AppDatabase,
  Clock,
  NotFound,
  UsageCounter,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { HelpedRepository, type HelpedAnswer } from './helped.repository.js';

/**
 * *Hat das geholfen?* under a solution, for everybody. Only numbers are kept; that a browser counts once is remembered in
 * the browser.
 */
@Injectable()
export class AnswerHelpedService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly helped: HelpedRepository,
    private readonly limits: WriteLimits,
    private readonly usage: UsageCounter,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat: the first answer of a browser about a post holds. Who wrote the post is not counted, and learns nothing
   * by it.
   * @param postId public id of a solution
   * @throws NotFound no such post, not to be read by the actor, or no solution
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, postId: string, answer: HelpedAnswer): Promise<PostInThread> {
    const place = await this.access.require(ctx, postId);
    const { post, thread, ownIds } = place;
    if (post.solutionAt === null || post.isStub || thread.hiddenAt || thread.deletedAt) throw new NotFound();
    await this.limits.consume(ctx, 'helped');
    const isAuthor = post.authorId !== null && ownIds.includes(post.authorId);
    if (isAuthor || ctx.browser?.hasMark(postId)) return place;
    await this.database.transaction(ctx, async (tx) => {
      await this.helped.count(tx, post.id, this.clock.now().toISOString().slice(0, 10), answer);
      if (answer === 'yes') await this.usage.count(tx, 'post-helped');
    });
    ctx.browser?.addMark(postId);
    return place;
  }
}
