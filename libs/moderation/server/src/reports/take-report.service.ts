import { Injectable } from '@nestjs/common';
import { AppDatabase, Conflict, type RequestContext } from '@kundig/platform/server';
import { ReportRepository } from '../storage/report.repository.js';
import { ReportedSubjects } from './reported-subjects.js';

export interface TakeReport {
  readonly reportId: string;
  /** Also where another moderator is at work on it. */
  readonly takeOver: boolean;
}

/** Shows the other moderators that one is at work on what is reported about a post or comment. */
@Injectable()
export class TakeReportService {
  constructor(
    private readonly database: AppDatabase,
    private readonly subjects: ReportedSubjects,
    private readonly reports: ReportRepository,
  ) {}

  /**
   * Safe to repeat.
   * @throws NotFound no such report, or it is not the actor's to decide
   * @throws Conflict it is decided, or another moderator was quicker
   */
  async execute(ctx: RequestContext, { reportId, takeOver }: TakeReport): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const { handlerId, decision, subjectId } = await this.subjects.hold(tx, reportId);
      if (decision !== null) throw new Conflict('moderation:error.alreadyDecided');
      if (handlerId === ctx.actor.memberId) return;
      if (handlerId !== null && !takeOver) throw new Conflict('moderation:error.takenByOther');
      await this.reports.hand(tx, subjectId, ctx.actor.memberId);
    });
  }
}
