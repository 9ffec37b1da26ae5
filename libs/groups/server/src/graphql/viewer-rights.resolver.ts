import { ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, permissionsOf, type RequestContext } from '@kundig/platform/server';
import { ViewerObject } from '@kundig/pseudonyms/server';

/** What the viewer may do somewhere, so that the interface offers it. */
@Resolver(() => ViewerObject)
export class ViewerRightsResolver {
  @ResolveField(() => [String], { description: 'Permissions held for at least one board.' })
  permissions(@Ctx() ctx: RequestContext): string[] {
    return permissionsOf(ctx.actor.grants.map(({ role }) => role));
  }

  @ResolveField(() => Boolean)
  mayAdminister(@Ctx() ctx: RequestContext): boolean {
    return ctx.actor.canSomewhere('platform:administer');
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer decides who belongs to some group.' })
  leadsGroups(@Ctx() ctx: RequestContext): boolean {
    return ctx.actor.ledGroupIds.length > 0;
  }
}
