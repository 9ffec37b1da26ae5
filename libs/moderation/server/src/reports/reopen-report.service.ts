import { Injectable } from '@nestjs/common';
import { AppDatabase, Clock, EventBus, Translator, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { SubjectReported } from '../moderation.events.js';
import { ReportRepository } from '../storage/report.repository.js';
import { ReportedSubjects } from './reported-subjects.js';

/**
 * Takes a decision back: what was hidden is shown again, and everything decided with it waits in the queue once more, of which
 * moderators are told anew.
 */
@Injectable()
export class ReopenReportService {
  constructor(
    private readonly database: AppDatabase,
    private readonly subjects: ReportedSubjects,
    private readonly reports: ReportRepository,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat. What its author deleted does not come back.
   * @throws NotFound no such report, or it is not the actor's to decide
   */
  async execute(ctx: RequestContext, reportId: string): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const report = await this.subjects.hold(tx, reportId);
      if (report.decision === null) return;
      const reason = this.translator.translate(ctx.locale, 'moderation:undone');
      if (report.decision === 'hide') await this.subjects.show(tx, report, reason);
      await this.reports.reopen(tx, report);
      await this.events.emit(tx, this.clock.now(), new SubjectReported({ subjectId: report.subjectId }));
      await this.audit.record(tx, {
        action: 'report-reopened',
        subjectType: 'report',
        subjectId: reportId,
        reason: null,
      });
    });
  }
}
