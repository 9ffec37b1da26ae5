import { Int, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { ViewerObject } from '@kundig/pseudonyms/server';
import { ReportRepository } from '../storage/report.repository.js';

/** What moderation adds to the viewer, for showing the way to the desk. */
@Resolver(() => ViewerObject)
export class ViewerModerationResolver {
  constructor(private readonly reports: ReportRepository) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer moderates at least one board.' })
  mayModerate(@Ctx() ctx: RequestContext): boolean {
    return ctx.actor.canSomewhere('forum:moderate');
  }

  @ResolveField(() => Int, { description: 'Open reports on the boards the viewer moderates.' })
  async openReports(@Ctx() ctx: RequestContext): Promise<number> {
    return ctx.actor.canSomewhere('moderation:read-reports') ? this.reports.countOpen(ctx) : 0;
  }
}
