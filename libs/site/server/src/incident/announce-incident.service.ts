import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { DropPages } from '../changes/drop-pages.job.js';
import { readPeriod, type WrittenPeriod } from '../changes/period.js';
import { SiteChange } from '../changes/site-change.js';
import { SiteSettings } from '../settings/site-settings.js';
import { SiteRepository } from '../storage/site.repository.js';
import { incidentFacts } from './incident-facts.js';

/** It begins now and lasts until somebody ends it where no times are given. */
export interface AnnounceIncident extends WrittenPeriod {
  readonly textDe: string;
  readonly textEn: string;
  /** Path of ours or an address that begins with https. */
  readonly link?: string;
}

/** Tells everybody of an incident, or what is new about it: there is one at a time. */
@Injectable()
export class AnnounceIncidentService {
  constructor(
    private readonly change: SiteChange,
    private readonly site: SiteRepository,
    private readonly settings: SiteSettings,
    private readonly dropPages: DropPages,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @throws InvalidInput a time that does not exist, or an end before the start
   * @throws NotFound     for everybody but administrators
   */
  execute(ctx: RequestContext, { textDe, textEn, link, ...written }: AnnounceIncident): Promise<void> {
    return this.change.execute(ctx, async (tx, { incident: before }) => {
      const now = this.clock.now();
      const period = readPeriod(written, this.settings.timeZone);
      const startsAt = period.startsAt ?? now;
      const { endsAt } = period;
      if (endsAt && endsAt <= startsAt) throw new InvalidInput('endsAt', 'site:error.endsBeforeStart');
      const incident = { textDe, textEn, link: link ?? null, startsAt, endsAt, updatedAt: now };
      await this.site.saveIncident(tx, incident);
      await this.dropPages.at(tx, startsAt, endsAt);
      return {
        ...{ action: 'incident-announced', page: 'incident' },
        ...{ before: before && incidentFacts(before), after: incidentFacts(incident) },
      };
    });
  }
}
