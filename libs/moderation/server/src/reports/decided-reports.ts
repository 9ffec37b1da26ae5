import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { ReportRepository } from '../storage/report.repository.js';

/** Whom a decision is to be told; for handing over to their delivery, and shown to nobody. */
@Injectable()
export class DecidedReports {
  constructor(private readonly reports: ReportRepository) {}

  /**
   * @param subjectId primary key of the post or comment
   * @param at        when it was decided
   * @returns the members whose reports still are decided so; none after the decision was taken back
   */
  reporters(ctx: RequestContext, subjectId: string, at: Date): Promise<string[]> {
    return this.reports.reporters(ctx, subjectId, at);
  }
}
