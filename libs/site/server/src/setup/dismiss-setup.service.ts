import { Injectable } from '@nestjs/common';
import { AppDatabase, Clock, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';
import { sitePolicy } from '../site.policy.js';
import { SiteRepository } from '../storage/site.repository.js';

/** Puts the checklist away for all administrators; it stays under *Verwaltung*. */
@Injectable()
export class DismissSetupService {
  constructor(
    private readonly database: AppDatabase,
    private readonly site: SiteRepository,
    private readonly settings: SiteSettings,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat. @throws NotFound for everybody but administrators */
  async execute(ctx: RequestContext): Promise<void> {
    sitePolicy.mayAdminister(ctx.actor).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      await this.site.dismissSetup(tx, this.clock.now());
      await this.pages.drop(tx, 'site');
    });
    await this.settings.renew();
  }
}
