import { Injectable } from '@nestjs/common';
import { AppDatabase, EventBus, type RequestContext } from '@kundig/platform/server';
import { SubjectReported } from '../moderation.events.js';
import { ReportRepository, type NewReport } from '../storage/report.repository.js';

/** Keeps a report, and has the moderators told of it. */
@Injectable()
export class ReportFiling {
  constructor(
    private readonly database: AppDatabase,
    private readonly reports: ReportRepository,
    private readonly events: EventBus,
  ) {}

  /** Safe to repeat: while a report of the same reporter is open, another one changes nothing. */
  async execute(ctx: RequestContext, report: NewReport): Promise<void> {
    const { about, createdAt } = report;
    const subjectId = 'postId' in about ? about.postId : about.commentId;
    await this.database.transaction(ctx, async (tx) => {
      if (await this.reports.file(tx, report))
        await this.events.emit(tx, createdAt, new SubjectReported({ subjectId }));
    });
  }
}
