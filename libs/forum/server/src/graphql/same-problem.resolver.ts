import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { ShareProblemService } from '../threads/share-problem.service.js';
import { ThreadInput, threadSchema } from './forum.inputs.js';
import { ForumPresenter } from './forum.presenter.js';
import {
  ShareProblemResult,
  ShareProblemSuccess,
  UnshareProblemResult,
  UnshareProblemSuccess,
} from './forum.results.js';
import { ThreadObject, threadPath } from './thread.object.js';

/** *Dasselbe Problem*: counted once per member, and followed. */
@Resolver()
export class SameProblemResolver {
  constructor(
    private readonly shareProblemService: ShareProblemService,
    private readonly present: ForumPresenter,
  ) {}

  @Mutation(() => ShareProblemResult, {
    description: 'The viewer has the problem of an open question, too, and follows it. Safe to repeat.',
  })
  @Access.member()
  async shareProblem(
    @Ctx() ctx: RequestContext,
    @Input(threadSchema, () => ThreadInput) { threadId }: ThreadInput,
  ): Promise<ShareProblemSuccess> {
    return succeed(ShareProblemSuccess, await this.shared(ctx, threadId, true));
  }

  @Mutation(() => UnshareProblemResult, { description: 'Takes that back. Safe to repeat.' })
  @Access.member({ evenSuspended: true })
  async unshareProblem(
    @Ctx() ctx: RequestContext,
    @Input(threadSchema, () => ThreadInput) { threadId }: ThreadInput,
  ): Promise<UnshareProblemSuccess> {
    return succeed(UnshareProblemSuccess, await this.shared(ctx, threadId, false));
  }

  private async shared(
    ctx: RequestContext,
    threadId: string,
    has: boolean,
  ): Promise<{ path: string; thread: ThreadObject }> {
    const thread = await this.shareProblemService.execute(ctx, threadId, has);
    return { path: threadPath(thread), thread: this.present.thread(ctx, thread) };
  }
}
