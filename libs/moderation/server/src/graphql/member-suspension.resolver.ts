import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { MemberObject, Suspension } from '@kundig/pseudonyms/server';
import { SuspensionRepository } from '../storage/suspension.repository.js';
import { suspensionPolicy } from '../suspensions/suspension.policy.js';

/** What those who may suspend see of a member. */
@Resolver(() => MemberObject)
export class MemberSuspensionResolver {
  constructor(private readonly suspensions: SuspensionRepository) {}

  @ResolveField(() => Boolean, {
    description:
      'Whether the viewer suspends people, and this is somebody else; who has a role may be refused.',
  })
  viewerMaySuspend(@Ctx() { actor }: RequestContext, @Parent() { pseudonymId }: MemberObject): boolean {
    return pseudonymId !== actor.memberId && suspensionPolicy.maySuspendSomebody(actor).allowed;
  }

  @ResolveField(() => Suspension, {
    nullable: true,
    description: 'The one in force, for those who may suspend; null for anybody else.',
  })
  async suspension(@Ctx() ctx: RequestContext, @Parent() member: MemberObject): Promise<Suspension | null> {
    if (!this.viewerMaySuspend(ctx, member)) return null;
    const [suspension] = await this.suspensions.inForce(ctx, [member.pseudonymId]);
    return suspension ?? null;
  }
}
