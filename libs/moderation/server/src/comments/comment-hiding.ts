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
    const now = this.clock.now();
    const commentId = comment.id;
    const hidden = await this.visibility.hide(tx, comment, reason);
    if (await this.reports.upholdAllOn(tx, commentId, now))
      await this.events.emit(tx, now, new CommentReportsDecided({ commentId, at: now.toISOString() }));
    if (!hidden) return false;
    await this.events.emit(tx, now, new CommentHidden({ commentId }));
    await this.record(tx, 'comment-hidden', comment, reason);
    return true;
  }

  /** Its author is told, as an answer where they have objected. What its author deleted does not come back. */
  async show(tx: RequestContext, comment: PlacedComment, reason: string): Promise<void> {
    if (!(await this.visibility.restore(tx, comment))) return;
    await this.noticed.note(tx, comment.id);
    if (!(await this.objections.settle(tx, comment.id, { decision: 'granted', answer: reason })))
      await this.tellShown(tx, comment);
    await this.record(tx, 'comment-restored', comment, reason);
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
