import { ResolveField, Resolver } from '@nestjs/graphql';
import { Clock, Ctx, SiteInfo, type RequestContext } from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';
import { IncidentObject } from './site.object.js';

/** What pages show of the operator's settings; costs no statement. */
@Resolver(() => SiteInfo)
export class SiteInfoResolver {
  constructor(
    private readonly settings: SiteSettings,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => IncidentObject, { nullable: true, description: 'Null unless there is one right now.' })
  async incident(@Ctx() ctx: RequestContext): Promise<IncidentObject | null> {
    const { incident } = await this.settings.latest();
    const now = this.clock.now();
    const active =
      incident && incident.startsAt <= now && (incident.endsAt === null || now < incident.endsAt);
    return active ? IncidentObject.of(incident, ctx.locale) : null;
  }
}
