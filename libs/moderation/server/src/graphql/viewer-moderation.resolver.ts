import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { Reveals, ViewerObject } from '@kundig/pseudonyms/server';
import { HeldDesk } from '../held/held-desk.js';
import { ObjectionRepository, type WaitingDecisions } from '../storage/objection.repository.js';
import { noticePolicy } from '../unlawful/notice.policy.js';

const NOTHING: WaitingDecisions = { reports: 0, objections: 0, notices: 0 };

/** What moderation adds to the viewer, for showing the way to the desk. */
@Resolver(() => ViewerObject)
export class ViewerModerationResolver {
  constructor(
    private readonly objections: ObjectionRepository,
    private readonly held: HeldDesk,
    private readonly reveals: Reveals,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer moderates at least one board.' })
  mayModerate(@Ctx() ctx: RequestContext): boolean {
    return ctx.actor.canSomewhere('forum:moderate');
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer decides about notices of unlawful content, which belong to no board.',
  })
  mayDecideNotices(@Ctx() ctx: RequestContext): boolean {
    return noticePolicy.maySee(ctx.actor);
  }

  @ResolveField(() => Int, {
    description:
      'Open reports on the boards the viewer moderates, and objections they may decide about there.',
  })
  async openReports(@Ctx() ctx: RequestContext): Promise<number> {
    const { reports, objections } = await this.waiting(ctx);
    return reports + objections;
  }

  @ResolveField(() => Int, { description: 'The objections among them.' })
  async openObjections(@Ctx() ctx: RequestContext): Promise<number> {
    return (await this.waiting(ctx)).objections;
  }

  @ResolveField(() => Int, { description: 'Notices of unlawful content that the viewer may decide about.' })
  async openContentNotices(@Ctx() ctx: RequestContext): Promise<number> {
    return (await this.waiting(ctx)).notices;
  }

  @ResolveField(() => Int, {
    description: 'Posts, edits and comments that wait until the viewer decides about them.',
  })
  async waitingPosts(@Ctx() ctx: RequestContext): Promise<number> {
    return ctx.actor.canSomewhere('forum:moderate') ? this.held.countToDecide(ctx) : 0;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer decides about requests to learn who stands behind a persona.',
  })
  mayApproveReveals(@Ctx() { actor }: RequestContext): boolean {
    return actor.canSomewhere('identity:approve-reveal');
  }

  @ResolveField(() => Int, { description: 'Those requests that wait for the viewer.' })
  async waitingReveals(@Ctx() ctx: RequestContext): Promise<number> {
    return this.mayApproveReveals(ctx) ? this.reveals.waiting(ctx) : 0;
  }

  private async waiting(ctx: RequestContext): Promise<WaitingDecisions> {
    return ctx.actor.canSomewhere('moderation:read-reports') ? this.objections.waiting(ctx) : NOTHING;
  }
}
