import { Injectable } from '@nestjs/common';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { SiteChange } from '../changes/site-change.js';
import { SiteRepository } from '../storage/site.repository.js';

/** Ends the incident: no page shows it any more. */
@Injectable()
export class EndIncidentService {
  constructor(
    private readonly change: SiteChange,
    private readonly site: SiteRepository,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat. @throws NotFound for everybody but administrators */
  execute(ctx: RequestContext): Promise<void> {
    return this.change.execute(ctx, async (tx, { incident }) => {
      const now = this.clock.now();
      await this.site.endIncident(tx, now);
      if (!incident || (incident.endsAt !== null && incident.endsAt <= now)) return null;
      return {
        ...{ action: 'incident-ended', page: 'incident' },
        ...{ before: { endsAt: incident.endsAt }, after: { endsAt: now } },
      };
    });
  }
}
