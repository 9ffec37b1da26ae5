import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  Conflict,
  EventBus,
  Translator,
  type RequestContext,
} from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { CommentReportsDecided, ReportsDecided } from '../moderation.events.js';
import { ReportRepository, type Report, type ReportReason } from '../storage/report.repository.js';
import { ReportedSubjects } from './reported-subjects.js';

/** The stub and the author are owed a reason, from the list or in own words; why a post stays may remain unsaid. */
export type ResolveReport = { readonly reportId: string } & (
  | { readonly decision: 'keep'; readonly reason: string | null }
  | { readonly decision: 'hide'; readonly ground?: ReportReason | null; readonly reason: string | null }
);

/**
 * Decides a report. What it is about stays, which settles the report and all before it, or is hidden, which settles
 * everything open on it: what comes in while a moderator reads is not settled unread.
 */
@Injectable()
export class ResolveReportService {
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
   * Safe to repeat with the same decision.
   * @throws NotFound no such report, or it is not the actor's to decide
   * @throws Conflict another moderator has decided otherwise, or is at work on it
   */
  async execute(ctx: RequestContext, input: ResolveReport): Promise<void> {
    const { reportId, decision } = input;
    await this.database.transaction(ctx, async (tx) => {
      const report = await this.subjects.hold(tx, reportId);
      if (report.decision === decision) return;
      if (report.decision !== null) throw new Conflict('moderation:error.decidedOtherwise');
      if (report.handlerId !== null && report.handlerId !== ctx.actor.memberId)
        throw new Conflict('moderation:error.takenByOther');
      const now = this.clock.now();
      if (input.decision === 'keep') await this.keep(tx, report, now);
      else await this.subjects.hide(tx, report, (locale) => this.reasonIn(locale, input));
      await this.audit.record(tx, {
        action: decision === 'hide' ? 'report-upheld' : 'report-kept',
        subjectType: 'report',
        subjectId: reportId,
        reason: input.decision === 'hide' ? this.reasonIn(ctx.locale, input) : input.reason,
      });
    });
  }

  private async keep(tx: RequestContext, report: Report, now: Date): Promise<void> {
    await this.reports.keep(tx, report, now);
    const { threadId, postId, commentId } = report;
    const at = now.toISOString();
    await this.events.emit(
      tx,
      now,
      postId === null ? new CommentReportsDecided({ commentId, at }) : new ReportsDecided({ threadId, postId, at }),
    );
  }

  private reasonIn(
    locale: RequestContext['locale'],
    { ground, reason }: { ground?: ReportReason | null; reason: string | null },
  ): string {
    const named = ground && ground !== 'other';
    return [named ? this.translator.translate(locale, `moderation:reason.${ground}`) : null, reason]
      .filter(Boolean)
      .join(': ');
  }
}
