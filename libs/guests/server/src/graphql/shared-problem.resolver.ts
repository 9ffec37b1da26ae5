import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ForumPresenter, ThreadObject, threadPath } from '@kundig/forum/server';
import { Access, Ctx, Input, parseInput, succeed, type RequestContext } from '@kundig/platform/server';
import { AskToShareProblemService, type SharedProblemRequest } from '../ask-to-share-problem.service.js';
import { ShareProblemAsGuestService } from '../share-problem-as-guest.service.js';
import {
  AskToShareProblemInput,
  AskToShareProblemResult,
  askToShareProblemSchema,
  AskToShareProblemSuccess,
  ShareProblemAsGuestInput,
  ShareProblemAsGuestResult,
  shareProblemAsGuestSchema,
  ShareProblemAsGuestSuccess,
} from './shared-problem.inputs.js';

/** *Dasselbe Problem* without an account: an address, a mail, a click. */
@Resolver()
export class SharedProblemResolver {
  constructor(
    private readonly asking: AskToShareProblemService,
    private readonly sharing: ShareProblemAsGuestService,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => ThreadObject, {
    nullable: true,
    description:
      'The question of a link in a mail; null when it is not valid any more. Asking changes nothing.',
  })
  @Access.public()
  async sharedProblem(
    @Ctx() ctx: RequestContext,
    @Args('token') token: string,
  ): Promise<ThreadObject | null> {
    parseInput(shareProblemAsGuestSchema, { token });
    const thread = await this.sharing.find(ctx, token);
    return thread && this.present.thread(ctx, thread);
  }

  @Mutation(() => AskToShareProblemResult, {
    description: 'Has a mail written whose link counts its reader; the answer is the same for every mail.',
  })
  @Access.public()
  async askToShareProblem(
    @Ctx() ctx: RequestContext,
    @Input(askToShareProblemSchema, () => AskToShareProblemInput) input: SharedProblemRequest,
  ): Promise<AskToShareProblemSuccess> {
    await this.asking.execute(ctx, input);
    return succeed(AskToShareProblemSuccess, { path: '/same-problem/sent' });
  }

  @Mutation(() => ShareProblemAsGuestResult, {
    description:
      'Counts whoever holds the link of the mail, once, and tells them when it is solved. Safe to repeat.',
  })
  @Access.public()
  async shareProblemAsGuest(
    @Ctx() ctx: RequestContext,
    @Input(shareProblemAsGuestSchema, () => ShareProblemAsGuestInput) { token }: ShareProblemAsGuestInput,
  ): Promise<ShareProblemAsGuestSuccess> {
    const thread = await this.sharing.execute(ctx, token);
    return succeed(ShareProblemAsGuestSuccess, {
      path: threadPath(thread),
      thread: this.present.thread(ctx, thread),
    });
  }
}
