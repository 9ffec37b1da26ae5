import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IdentityPort } from '@kundig/identity/server';
import { Access, Ctx, type RequestContext } from '@kundig/platform/server';
import { MemberLoader } from './member.loader.js';
import { MemberObject } from './member.object.js';
import { Suspension } from './suspension.object.js';
import { ViewerObject } from './viewer.object.js';

@Resolver(() => ViewerObject)
export class ViewerResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly identity: IdentityPort,
  ) {}

  @Query(() => ViewerObject, { description: 'Whoever asks.' })
  @Access.public()
  viewer(@Ctx() ctx: RequestContext): ViewerObject {
    return Object.assign(new ViewerObject(), { signedIn: ctx.actor.isMember });
  }

  @ResolveField(() => MemberObject, { nullable: true })
  async member(@Ctx() ctx: RequestContext): Promise<MemberObject | null> {
    return ctx.actor.memberId ? this.members.load(ctx, ctx.actor.memberId) : null;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether new versions of texts wait to be accepted; see `textsToAccept`.',
  })
  textsWaiting(@Ctx() ctx: RequestContext): boolean {
    return ctx.textsWaiting;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether an office of the viewer rests until a second factor is set up.',
  })
  secondFactorOwed(@Ctx() ctx: RequestContext): boolean {
    return ctx.secondFactor.owed;
  }

  @ResolveField(() => Suspension, { nullable: true, description: 'What keeps the viewer from writing.' })
  suspension(@Ctx() ctx: RequestContext): Suspension | null {
    return ctx.suspension;
  }

  @ResolveField(() => String, { nullable: true, description: 'The own address, shortened: k…@firma.de.' })
  async mailHint(@Ctx() ctx: RequestContext): Promise<string | null> {
    return ctx.actor.memberId ? this.identity.mailHint(ctx.actor.memberId) : null;
  }
}
