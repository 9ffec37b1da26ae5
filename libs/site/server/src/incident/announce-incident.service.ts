import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  AppJobs,
  Clock,
  fromWallTime,
  InvalidInput,
  PageInvalidation,
  type RequestContext,
} from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';
import { sitePolicy } from '../site.policy.js';
import { SiteRepository } from '../storage/site.repository.js';
import { DROP_PAGES } from './drop-pages.job.js';

export interface AnnounceIncident {
  readonly textDe: string;
  readonly textEn: string;
  /** Path of ours or an address that begins with https. */
  readonly link?: string;
  /** Time on the wall of the site's time zone; now when absent. */
  readonly startsAt?: string;
  /** Likewise; until somebody ends it when absent. */
  readonly endsAt?: string;
}

/** Tells everybody of an incident, or what is new about it: there is one at a time. */
@Injectable()
export class AnnounceIncidentService {
  constructor(
    private readonly database: AppDatabase,
    private readonly site: SiteRepository,
    private readonly settings: SiteSettings,
    private readonly pages: PageInvalidation,
    private readonly jobs: AppJobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @throws InvalidInput a time that does not exist, or an end before the start
   * @throws NotFound     for everybody but administrators
   */
  async execute(ctx: RequestContext, input: AnnounceIncident): Promise<void> {
    sitePolicy.mayAdminister(ctx.actor).orThrow();
    const now = this.clock.now();
    const startsAt = this.instant('startsAt', input.startsAt) ?? now;
    const endsAt = this.instant('endsAt', input.endsAt);
    if (endsAt && endsAt <= startsAt) throw new InvalidInput('endsAt', 'site:error.endsBeforeStart');
    const { textDe, textEn, link = null } = input;
    await this.database.transaction(ctx, async (tx) => {
      await this.site.saveIncident(tx, { textDe, textEn, link, startsAt, endsAt, updatedAt: now });
      await this.pages.drop(tx, 'site', 'everything');
      await this.jobs.add(
        tx,
        ...[startsAt, endsAt]
          .filter((instant) => instant !== null && instant > now)
          .map((instant) => ({ task: DROP_PAGES, payload: {}, runAt: instant! })),
      );
    });
    await this.settings.renew();
  }

  private instant(field: string, wallTime: string | undefined): Date | null {
    if (wallTime === undefined) return null;
    const instant = fromWallTime(wallTime, this.settings.timeZone);
    if (!instant) throw new InvalidInput(field, 'platform:invalid.format');
    return instant;
  }
}
