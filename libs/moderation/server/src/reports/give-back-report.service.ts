import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { ReportRepository } from '../storage/report.repository.js';
import { ReportedSubjects } from './reported-subjects.js';

/** Lets others decide what one has taken. */
@Injectable()
export class GiveBackReportService {
  constructor(
    private readonly database: AppDatabase,
    private readonly subjects: ReportedSubjects,
    private readonly reports: ReportRepository,
  ) {}

  /**
   * Nothing changes where it is decided, or another moderator's by now.
   * @throws NotFound no such report, or it is not the actor's to decide
   */
  async execute(ctx: RequestContext, reportId: string): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const { handlerId, decision, subjectId } = await this.subjects.hold(tx, reportId);
      if (decision === null && handlerId === ctx.actor.memberId)
        await this.reports.hand(tx, subjectId, null);
    });
  }
}
