import { Injectable } from '@nestjs/common';
import { AppJobs, Clock, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { EXPORT_TASK } from '../export/export-task.js';
import type { ReviewReason } from '../storage/faq-entry.entity.js';
import { FaqEntryRepository } from '../storage/faq-entry.repository.js';

/** What it means to take an entry out of force, whoever decided it. */
@Injectable()
export class Withdrawal {
  constructor(
    private readonly entries: FaqEntryRepository,
    private readonly jobs: AppJobs,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /** Pages and exported files follow at once, and not only in the night. @param review why editors should look at it */
  async of(
    tx: RequestContext,
    entry: { id: string; releasedNumber: number | null },
    review: ReviewReason | null,
  ): Promise<void> {
    await this.entries.update(tx, entry.id, { releasedNumber: null, withdrawnAt: this.clock.now(), review });
    if (entry.releasedNumber !== null) await this.showAnew(tx);
  }

  /** Has pages and exported files made of what is in force now. */
  async showAnew(tx: RequestContext): Promise<void> {
    await this.pages.drop(tx, 'faq');
    await this.jobs.add(tx, { task: EXPORT_TASK, payload: {}, jobKey: EXPORT_TASK });
  }
}
