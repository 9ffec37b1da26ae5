import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ForumPresenter, PostObject } from '@kundig/forum/server';
import {
  Access,
  Clock,
  Ctx,
  Environment,
  Input,
  parseInput,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorObject, Reveals } from '@kundig/pseudonyms/server';
import type { z } from 'zod';
import { ReportedPostLoader } from '../graphql/reported-post.loader.js';
import { suspensionEnd } from '../suspensions/suspension-end.js';
import { AskForRevealService, type AskForReveal } from './ask-for-reveal.service.js';
import * as api from './reveal.schema.js';

const DESK = '/desk/reveals';
const SETTINGS = '/admin/reveals';

/** Learning who stands behind a persona: custodians decide and look, administrators settle when its author is told. */
@Resolver(() => api.RevealRequestObject)
export class RevealResolver {
  constructor(
    private readonly requests: Reveals,
    private readonly asking: AskForRevealService,
    private readonly posts: ReportedPostLoader,
    private readonly present: ForumPresenter,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  @Query(() => [api.RevealRequestObject], { description: 'All requests, the latest first.' })
  @Access.permission('identity:approve-reveal')
  async reveals(
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => ID, nullable: true, description: 'Id of the last request already shown.' })
    after?: string,
  ): Promise<api.RevealRequestObject[]> {
    const page = parseInput(api.revealsSchema, { first, after });
    return (await this.requests.page(page.first, page.after)).map((row) => api.RevealRequestObject.of(row));
  }

  @Query(() => Boolean, { description: 'Whether there is a key for reveals; without it they are off.' })
  @Access.member()
  async revealsPossible(): Promise<boolean> {
    return (await this.requests.terms()).possible;
  }

  @Query(() => api.RevealTermsObject)
  @Access.permission('platform:administer')
  revealTerms(): Promise<api.RevealTermsObject> {
    return this.requests.terms();
  }

  @Query(() => [api.RevealRequestObject], {
    description: 'Those somebody has looked at whose authors are not told yet, due first.',
  })
  @Access.permission('platform:administer')
  async untoldReveals(): Promise<api.RevealRequestObject[]> {
    return (await this.requests.untold()).map((row) => api.RevealRequestObject.of(row));
  }

  @Mutation(() => api.RequestRevealResult, {
    description: 'Asks who stands behind the persona that wrote a post, for a custodian to decide.',
  })
  @Access.permission('forum:moderate')
  async requestReveal(
    @Ctx() ctx: RequestContext,
    @Input(api.requestRevealSchema, () => api.RequestRevealInput) input: AskForReveal,
  ): Promise<api.RequestRevealSuccess> {
    await this.asking.execute(ctx, input);
    return succeed(api.RequestRevealSuccess, { path: `/p/${input.postId}/reveal` });
  }

  @Mutation(() => api.DecideRevealResult, {
    description: 'Approves or refuses a request of somebody else, by a fresh code of the second factor.',
  })
  @Access.permission('identity:approve-reveal')
  async decideReveal(
    @Ctx() ctx: RequestContext,
    @Input(api.decideRevealSchema, () => api.DecideRevealInput)
    { requestId, approve, reason }: z.output<typeof api.decideRevealSchema>,
  ): Promise<api.DecideRevealSuccess> {
    await this.requests.decide(ctx, requestId, approve, reason);
    return succeed(api.DecideRevealSuccess, { path: `${DESK}?done=${approve ? 'approved' : 'refused'}` });
  }

  @Mutation(() => api.ViewRevealResult, {
    description:
      'Shows the person once, to whoever approved, within a day and by a fresh code. Not to be repeated.',
  })
  @Access.permission('identity:approve-reveal')
  async viewReveal(
    @Ctx() ctx: RequestContext,
    @Input(api.viewRevealSchema, () => api.ViewRevealInput)
    { requestId }: z.output<typeof api.viewRevealSchema>,
  ): Promise<api.ViewRevealSuccess> {
    const person = await this.requests.view(ctx, requestId);
    return succeed(api.ViewRevealSuccess, { path: DESK, person });
  }

  @Mutation(() => api.SetRevealDelayResult, {
    description: 'Settles how long after a look its author is told; for looks from now on.',
  })
  @Access.permission('platform:administer')
  async setRevealDelay(
    @Ctx() ctx: RequestContext,
    @Input(api.setRevealDelaySchema, () => api.SetRevealDelayInput)
    { days }: z.output<typeof api.setRevealDelaySchema>,
  ): Promise<api.SetRevealDelaySuccess> {
    await this.requests.setDelay(ctx, days);
    return succeed(api.SetRevealDelaySuccess, { path: SETTINGS });
  }

  @Mutation(() => api.HoldRevealResult, {
    description: 'Puts off that the author of a persona is told, with a reason and an end, or ends that.',
  })
  @Access.permission('platform:administer')
  async holdReveal(
    @Ctx() ctx: RequestContext,
    @Input(api.holdRevealSchema, () => api.HoldRevealInput)
    { requestId, until, reason }: z.output<typeof api.holdRevealSchema>,
  ): Promise<api.HoldRevealSuccess> {
    const timeZone = this.environment.get('TIME_ZONE');
    const end = suspensionEnd({ days: null, until }, this.clock.now(), timeZone);
    await this.requests.hold(ctx, requestId, end, reason);
    return succeed(api.HoldRevealSuccess, { path: SETTINGS });
  }

  @ResolveField(() => PostObject, {
    nullable: true,
    description: 'By which it was asked for; null where the viewer may not read it.',
  })
  async post(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: api.RevealRequestObject,
  ): Promise<PostObject | null> {
    const post = await this.posts.load(ctx, row.postId);
    return post && this.present.post(ctx, post);
  }

  @ResolveField(() => AuthorObject, { description: 'Moderator who asked for it.' })
  requester(@Ctx() ctx: RequestContext, @Parent() { row }: api.RevealRequestObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.requestedBy);
  }

  @ResolveField(() => AuthorObject, { nullable: true, description: 'Custodian who decided about it.' })
  async decider(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: api.RevealRequestObject,
  ): Promise<AuthorObject | null> {
    return row.decidedBy === null ? null : this.present.author(ctx, row.decidedBy);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer decides about it, as far as they are concerned.',
  })
  viewerMayDecide(
    @Ctx() { actor }: RequestContext,
    @Parent() { row: { state, requestedBy } }: api.RevealRequestObject,
  ): boolean {
    return (
      state === 'open' && requestedBy !== actor.memberId && actor.canSomewhere('identity:approve-reveal')
    );
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may look, once they have given a code.' })
  viewerMayLook(
    @Ctx() { actor }: RequestContext,
    @Parent() { row: { state, decidedBy } }: api.RevealRequestObject,
  ): boolean {
    return (
      state === 'approved' && decidedBy === actor.memberId && actor.canSomewhere('identity:approve-reveal')
    );
  }
}

/** What moderators see beside a post of a persona. */
@Resolver(() => PostObject)
export class PostRevealResolver {
  constructor(private readonly asking: AskForRevealService) {}

  @ResolveField(() => [api.RevealRequestObject], {
    nullable: true,
    description:
      'Requests about the persona that wrote it, for those who moderate there; null for anybody else, and for other authors.',
  })
  async reveals(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: PostObject,
  ): Promise<api.RevealRequestObject[] | null> {
    const requests = await this.asking.about(ctx, row.publicId);
    return requests && requests.map((request) => api.RevealRequestObject.of(request));
  }
}
