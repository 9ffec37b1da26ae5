import { Injectable } from '@nestjs/common';
import { CommentVisibility, type PlacedComment } from '@kundig/blog/server';
import { Clock, EventBus, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { CommentHidden, CommentReportsDecided, CommentShownAgain } from '../moderation.events.js';
import { ObjectionSettlement } from '../objections/objection-settlement.js';
import { ReportRepository } from '../storage/report.repository.js';
import { ShownContent } from '../unlawful/shown-content.js';

/** Hides and shows a comment with everything that belongs to it; who may is decided by the caller, in their transaction. */
@Injectable()
export class CommentHiding {
  constructor(
    private readonly visibility: CommentVisibility,
    private readonly reports: ReportRepository,
    private readonly noticed: ShownContent,
    private readonly objections: ObjectionSettlement,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * The stub shows the reason, the author is told, open reports on the comment are upheld and their reporters told. Nothing of it
   * where the comment was a stub already, except that no report stays open.
   * @returns false in that case
   */
  async hide(tx: RequestContext, comment: PlacedComment, reason: string): Promise<boolean> {
    const hidden = await this.visibility.hide(tx, comment, reason);
    await this.upholdReports(tx, comment);
    if (!hidden) return false;
    await this.objections.overtake(tx, comment.id);
    await this.events.emit(tx, this.clock.now(), new CommentHidden({ commentId: comment.id }));
    await this.record(tx, 'comment-hidden', comment, reason);
    return true;
  }

  /** The same where the decision to show it is taken back; what its author is told of that is the caller's. @param since as it was */
  async hideAgain(tx: RequestContext, comment: PlacedComment, reason: string, since: Date): Promise<void> {
    if (!(await this.visibility.hide(tx, comment, reason, since))) return;
    await this.upholdReports(tx, comment);
    await this.record(tx, 'comment-hidden', comment, reason);
  }

  /** Its author is told, as an answer where they have objected. What its author deleted does not come back. */
  async show(tx: RequestContext, comment: PlacedComment, reason: string): Promise<void> {
    if (!(await this.visibility.restore(tx, comment))) return this.objections.overtake(tx, comment.id);
    await this.noticed.note(tx, comment.id);
    if (!(await this.objections.settle(tx, comment.id, { decision: 'granted', answer: reason })))
      await this.tellShown(tx, comment);
    await this.record(tx, 'comment-restored', comment, reason);
  }

  private async upholdReports(tx: RequestContext, { id: commentId }: PlacedComment): Promise<void> {
    const now = this.clock.now();
    if (await this.reports.upholdAllOn(tx, commentId, now))
      await this.events.emit(tx, now, new CommentReportsDecided({ commentId, at: now.toISOString() }));
  }

  private async tellShown(tx: RequestContext, { id: commentId, hiddenAt }: PlacedComment): Promise<void> {
    const now = this.clock.now();
    const since = (hiddenAt ?? now).toISOString();
    await this.events.emit(
      tx,
      now,
      new CommentShownAgain({ commentId, hiddenAt: since, at: now.toISOString() }),
    );
  }

  private record(
    tx: RequestContext,
    action: 'comment-hidden' | 'comment-restored',
    { publicId }: PlacedComment,
    reason: string,
  ): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'comment', subjectId: publicId, reason });
  }
}
