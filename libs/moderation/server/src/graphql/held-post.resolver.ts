import { Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { articlePath } from '@kundig/blog/server';
import { ForumPresenter, threadPath } from '@kundig/forum/server';
import {
  Access,
  Clock,
  Ctx,
  Input,
  MAX_PAGE_SIZE,
  succeed,
  Translator,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorObject, HELD_DAYS, HELD_PATH } from '@kundig/pseudonyms/server';
import type { z } from 'zod';
import { DecideHeldService } from '../held/decide-held.service.js';
import { HeldDesk, mayDecide } from '../held/held-desk.js';
import { WithdrawHeldService } from '../held/withdraw-held.service.js';
import { HeldPostObject, HeldSubject } from './held-post.object.js';
import * as inputs from './moderation.inputs.js';
import * as results from './moderation.results.js';

/** Where moderators see what waits. */
const HELD_DESK = '/desk/held';
const DAY_MS = 24 * 3_600_000;

/** What looks like advertising by somebody new, before anybody else sees it. */
@Resolver(() => HeldPostObject)
export class HeldPostResolver {
  constructor(
    private readonly desk: HeldDesk,
    private readonly decideService: DecideHeldService,
    private readonly withdrawService: WithdrawHeldService,
    private readonly present: ForumPresenter,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  @Query(() => [HeldPostObject], {
    description: 'What waits where the viewer moderates, oldest first.',
  })
  @Access.permission('forum:moderate')
  async heldPosts(@Ctx() ctx: RequestContext): Promise<HeldPostObject[]> {
    return (await this.desk.toDecide(ctx, MAX_PAGE_SIZE)).map((item) => HeldPostObject.of(item));
  }

  @Query(() => [HeldPostObject], {
    description: 'What the viewer wrote and waits for a moderator, newest first.',
  })
  @Access.member()
  async myHeldPosts(@Ctx() ctx: RequestContext): Promise<HeldPostObject[]> {
    return (await this.desk.own(ctx)).map((item) => HeldPostObject.of(item));
  }

  @ResolveField(() => AuthorObject, {
    nullable: true,
    description: 'Null where it was written anonymously: nobody learns whose it is.',
  })
  async author(
    @Ctx() ctx: RequestContext,
    @Parent() { item: { memberId } }: HeldPostObject,
  ): Promise<AuthorObject | null> {
    return memberId === null ? null : this.present.author(ctx, memberId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of its board; null for a comment.' })
  boardName(@Ctx() ctx: RequestContext, @Parent() { item }: HeldPostObject): string | null {
    return 'place' in item ? this.present.board(ctx, item.place).name : null;
  }

  @ResolveField(() => HeldSubject, { nullable: true, description: 'Null for a new thread.' })
  subject(@Parent() { item }: HeldPostObject): HeldSubject | null {
    if (!('place' in item)) return HeldSubject.of(item.article, articlePath(item.article));
    const { thread, edited } = item;
    if (!thread) return null;
    return HeldSubject.of(thread, edited ? this.present.postPath(thread, edited) : threadPath(thread));
  }

  @ResolveField(() => Int, {
    description:
      'Days until it goes back to its writer unless somebody decides; 0 in the night in which it does.',
  })
  daysLeft(@Parent() { heldAt }: HeldPostObject): number {
    const daysWaited = (this.clock.now().getTime() - heldAt.getTime()) / DAY_MS;
    return Math.max(0, Math.ceil(HELD_DAYS - daysWaited));
  }

  @ResolveField(() => [String], {
    description:
      'Why it waits, in the language of the request. Its writer is not told what to do better next time.',
  })
  suspicions(@Ctx() ctx: RequestContext, @Parent() { item }: HeldPostObject): string[] {
    if (!mayDecide(ctx, item)) return [];
    return item.suspicions.map((suspicion) =>
      this.translator.translate(ctx.locale, `moderation:suspicion.${suspicion}`),
    );
  }

  @Mutation(() => results.PublishHeldPostResult, {
    description: 'Publishes what waits, as if it had just been written.',
  })
  @Access.permission('forum:moderate')
  async publishHeldPost(
    @Ctx() ctx: RequestContext,
    @Input(inputs.publishHeldPostSchema, () => inputs.PublishHeldPostInput)
    { heldPostId }: z.output<typeof inputs.publishHeldPostSchema>,
  ): Promise<results.PublishHeldPostSuccess> {
    await this.decideService.publish(ctx, heldPostId);
    return succeed(results.PublishHeldPostSuccess, { path: `${HELD_DESK}?done=published` });
  }

  @Mutation(() => results.RefuseHeldPostResult, {
    description: 'Does not publish it; its writer gets the text back with the reason.',
  })
  @Access.permission('forum:moderate')
  async refuseHeldPost(
    @Ctx() ctx: RequestContext,
    @Input(inputs.refuseHeldPostSchema, () => inputs.RefuseHeldPostInput)
    { heldPostId, reason }: z.output<typeof inputs.refuseHeldPostSchema>,
  ): Promise<results.RefuseHeldPostSuccess> {
    await this.decideService.refuse(ctx, heldPostId, reason);
    return succeed(results.RefuseHeldPostSuccess, { path: `${HELD_DESK}?done=refused` });
  }

  @Mutation(() => results.WithdrawHeldPostResult, {
    description: 'Its writer does not want it published any more; it is forgotten.',
  })
  @Access.member({ evenSuspended: true })
  async withdrawHeldPost(
    @Ctx() ctx: RequestContext,
    @Input(inputs.withdrawHeldPostSchema, () => inputs.WithdrawHeldPostInput)
    { heldPostId }: z.output<typeof inputs.withdrawHeldPostSchema>,
  ): Promise<results.WithdrawHeldPostSuccess> {
    await this.withdrawService.execute(ctx, heldPostId);
    return succeed(results.WithdrawHeldPostSuccess, { path: HELD_PATH });
  }
}
