import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ForumPresenter, ThreadRepository } from '@kundig/forum/server';
import { ResubscribeService, UnsubscribeService } from '@kundig/identity/server';
import { Access, Ctx, Input, parseInput, type RequestContext, succeed } from '@kundig/platform/server';
import type { EndedMailsEnum } from './notifications.enums.js';
import {
  ResubscribeInput,
  resubscribeSchema,
  UnsubscribeInput,
  unsubscribeSchema,
} from './notifications.inputs.js';
import {
  ResubscribeResult,
  ResubscribeSuccess,
  UnsubscribeResult,
  UnsubscribeSuccess,
  WayOutObject,
} from './notifications.objects.js';

/**
 * The way out of mails that stands in each of them. Its link can be passed on, so a thread is named to those alone who may
 * read it by themselves: without signing in what is public.
 */
@Resolver(() => WayOutObject)
export class WayOutResolver {
  constructor(
    private readonly unsubscribing: UnsubscribeService,
    private readonly resubscribing: ResubscribeService,
    private readonly threads: ThreadRepository,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => WayOutObject, {
    nullable: true,
    description: 'What the link of a mail ends; null when it is not ours. Asking changes nothing.',
  })
  @Access.public()
  async wayOut(@Ctx() ctx: RequestContext, @Args('token') token: string): Promise<WayOutObject | null> {
    parseInput(unsubscribeSchema, { token });
    return this.shown(ctx, token);
  }

  @Mutation(() => UnsubscribeResult, {
    description: 'Ends the mails that the link of one stands for, without signing in. Safe to repeat.',
  })
  @Access.public()
  async unsubscribe(
    @Ctx() ctx: RequestContext,
    @Input(unsubscribeSchema, () => UnsubscribeInput) { token }: UnsubscribeInput,
  ): Promise<UnsubscribeSuccess> {
    await this.unsubscribing.execute(ctx, token);
    return succeed(UnsubscribeSuccess, { path: pathOf(token), wayOut: (await this.shown(ctx, token))! });
  }

  @Mutation(() => ResubscribeResult, {
    description:
      'Takes back what the link of a mail has ended, unless something was chosen since. Safe to repeat.',
  })
  @Access.public()
  async resubscribe(
    @Ctx() ctx: RequestContext,
    @Input(resubscribeSchema, () => ResubscribeInput) { token }: ResubscribeInput,
  ): Promise<ResubscribeSuccess> {
    await this.resubscribing.execute(ctx, token);
    return succeed(ResubscribeSuccess, { path: pathOf(token), wayOut: (await this.shown(ctx, token))! });
  }

  private async shown(ctx: RequestContext, token: string): Promise<WayOutObject | null> {
    const state = await this.unsubscribing.find(ctx, token);
    if (!state) return null;
    const { threadId, mails, ended, resumable } = state;
    const [thread] = threadId ? await this.threads.findReadableByIds(ctx, [threadId]) : [];
    const isShown = thread && !thread.hiddenAt && !thread.deletedAt;
    return Object.assign(new WayOutObject(), {
      id: token,
      mails: mails as EndedMailsEnum,
      thread: isShown ? this.present.thread(ctx, thread) : null,
      ended,
      resumable,
    });
  }
}

const pathOf = (token: string): string => `/unsubscribe/${encodeURIComponent(token)}`;
