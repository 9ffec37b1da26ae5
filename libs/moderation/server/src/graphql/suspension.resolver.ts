import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PostObject } from '@kundig/forum/server';
import {
  Access,
  Clock,
  Ctx,
  Environment,
  Input,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import { Suspension } from '@kundig/pseudonyms/server';
import type { z } from 'zod';
import { SuspensionRepository } from '../storage/suspension.repository.js';
import { LiftSuspensionService } from '../suspensions/lift-suspension.service.js';
import { SuspendService } from '../suspensions/suspend.service.js';
import { suspensionEnd } from '../suspensions/suspension-end.js';
import { suspensionPolicy } from '../suspensions/suspension.policy.js';
import * as inputs from './moderation.inputs.js';
import * as results from './moderation.results.js';

/** Keeping people from writing; whoever wrote an anonymous post is suspended by it, and stays unknown. */
@Resolver(() => PostObject)
export class SuspensionResolver {
  constructor(
    private readonly suspensions: SuspensionRepository,
    private readonly suspendService: SuspendService,
    private readonly liftService: LiftSuspensionService,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer may suspend whoever wrote it.' })
  viewerMaySuspend(@Ctx() { actor }: RequestContext, @Parent() { row }: PostObject): boolean {
    return row.authorId !== null && suspensionPolicy.maySuspendSomebody(actor).allowed;
  }

  @ResolveField(() => Suspension, {
    nullable: true,
    description: 'Of its author under this name, for those who may suspend; null for anybody else.',
  })
  async authorSuspension(@Ctx() ctx: RequestContext, @Parent() post: PostObject): Promise<Suspension | null> {
    if (!this.viewerMaySuspend(ctx, post)) return null;
    const [suspension] = await this.suspensions.inForce(ctx, [post.row.authorId!]);
    return suspension ?? null;
  }

  @Mutation(() => results.SuspendMemberResult, {
    description: 'Keeps a member from writing, under the nickname and anonymously. Safe to repeat.',
  })
  @Access.permission('moderation:suspend')
  async suspendMember(
    @Ctx() ctx: RequestContext,
    @Input(inputs.suspendMemberSchema, () => inputs.SuspendMemberInput)
    { nickname, reason, ...length }: z.output<typeof inputs.suspendMemberSchema>,
  ): Promise<results.SuspendMemberSuccess> {
    const path = await this.suspendService.execute(ctx, { nickname }, { reason, endsAt: this.endOf(length) });
    return succeed(results.SuspendMemberSuccess, { path });
  }

  @Mutation(() => results.SuspendAuthorResult, {
    description:
      'The same for whoever wrote a post. Of a persona nobody learns who it is; the answer is the same for everybody.',
  })
  @Access.permission('moderation:suspend')
  async suspendAuthor(
    @Ctx() ctx: RequestContext,
    @Input(inputs.suspendAuthorSchema, () => inputs.SuspendAuthorInput)
    { postId, reason, ...length }: z.output<typeof inputs.suspendAuthorSchema>,
  ): Promise<results.SuspendAuthorSuccess> {
    const path = await this.suspendService.execute(ctx, { postId }, { reason, endsAt: this.endOf(length) });
    return succeed(results.SuspendAuthorSuccess, { path });
  }

  @Mutation(() => results.UnsuspendMemberResult, {
    description: 'Ends a suspension before its time. Safe to repeat.',
  })
  @Access.permission('moderation:suspend')
  async unsuspendMember(
    @Ctx() ctx: RequestContext,
    @Input(inputs.unsuspendMemberSchema, () => inputs.UnsuspendMemberInput)
    { nickname, reason }: z.output<typeof inputs.unsuspendMemberSchema>,
  ): Promise<results.UnsuspendMemberSuccess> {
    const path = await this.liftService.execute(ctx, { nickname }, reason);
    return succeed(results.UnsuspendMemberSuccess, { path });
  }

  @Mutation(() => results.UnsuspendAuthorResult, {
    description: 'Ends the suspension of whoever wrote a post. Safe to repeat.',
  })
  @Access.permission('moderation:suspend')
  async unsuspendAuthor(
    @Ctx() ctx: RequestContext,
    @Input(inputs.unsuspendAuthorSchema, () => inputs.UnsuspendAuthorInput)
    { postId, reason }: z.output<typeof inputs.unsuspendAuthorSchema>,
  ): Promise<results.UnsuspendAuthorSuccess> {
    const path = await this.liftService.execute(ctx, { postId }, reason);
    return succeed(results.UnsuspendAuthorSuccess, { path });
  }

  private endOf(length: Parameters<typeof suspensionEnd>[0]): Date | null {
    return suspensionEnd(length, this.clock.now(), this.environment.get('TIME_ZONE'));
  }
}
