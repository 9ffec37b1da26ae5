import { Injectable } from '@nestjs/common';
import { AuditLog, MODERATION_LIMITS, type AuditAction } from '@kundig/moderation/server';
import { AppDatabase, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';
import { sitePolicy } from '../site.policy.js';
import { SiteRepository, type StoredSite } from '../storage/site.repository.js';
import { Difference, type Facts } from './difference.js';

/** What a change is to the audit log. */
export interface SiteNote {
  readonly action: AuditAction;
  /** Page of *Verwaltung* on which it was made, the last part of its address. */
  readonly page: string;
  /** What it concerns, where that is not the whole community. */
  readonly about?: string;
  readonly before: Facts | null;
  readonly after: Facts;
}

/**
 * Whatever an administrator changes of the site: allowed, one at a time, in one transaction, written down there, and shown
 * by every page of every instance from then on.
 */
@Injectable()
export class SiteChange {
  constructor(
    private readonly database: AppDatabase,
    private readonly site: SiteRepository,
    private readonly settings: SiteSettings,
    private readonly pages: PageInvalidation,
    private readonly difference: Difference,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param change writes, and gives back what the log keeps; null for nothing. A change that makes nothing different
   *   leaves no entry.
   * @throws NotFound for everybody but administrators, and whatever `change` throws: then nothing is written
   */
  async execute(
    ctx: RequestContext,
    change: (tx: RequestContext, before: StoredSite) => Promise<SiteNote | null>,
  ): Promise<void> {
    sitePolicy.mayAdminister(ctx.actor).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      await this.site.lock(tx);
      const note = await change(tx, await this.site.read(tx));
      await this.pages.drop(tx, 'site', 'everything');
      if (note) await this.record(tx, note);
    });
    await this.settings.renew();
  }

  private async record(tx: RequestContext, note: SiteNote): Promise<void> {
    const { action, page, about, before, after } = note;
    const prefix = about === undefined ? '' : `${about} – `;
    const most = MODERATION_LIMITS.reasonMax - prefix.length;
    const changed = this.difference.between(tx.locale, before, after, most);
    if (changed === null) return;
    const reason = prefix + changed;
    await this.audit.record(tx, { action, subjectType: 'site', subjectId: page, reason });
  }
}
