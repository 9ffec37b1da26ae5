import { Injectable } from '@nestjs/common';
import { CommentVisibility, type PlacedComment } from '@kundig/blog/server';
import { Clock, EventBus, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { CommentHidden, CommentReportsDecided } from '../moderation.events.js';
import { ObjectionSettlement } from '../objections/objection-settlement.js';
import { ReportRepository } from '../storage/report.repository.js';

/** Hides and shows a comment with everything that belongs to it; who may is decided by the caller, in their transaction. */
@Injectable()
export class CommentHiding {
  constructor(
    private readonly visibility: CommentVisibility,
    private readonly reports: ReportRepository,
    private readonly objections: ObjectionSettlement,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * The stub shows the reason, the author is told, open reports on the comment are upheld and their reporters told. Nothing of it
   * where the comment was a stub already, except that no report stays open.
   */
  async hide(tx: RequestContext, comment: PlacedComment, reason: string): Promise<void> {
    const now = this.clock.now();
    const commentId = comment.id;
    const hidden = await this.visibility.hide(tx, comment, reason);
    if (await this.reports.upholdAllOn(tx, commentId, now))
      await this.events.emit(tx, now, new CommentReportsDecided({ commentId, at: now.toISOString() }));
    if (!hidden) return;
    await this.events.emit(tx, now, new CommentHidden({ commentId }));
    await this.record(tx, 'comment-hidden', comment, reason);
  }

  /** Grants its author's objection, too. What its author deleted does not come back. */
  async show(tx: RequestContext, comment: PlacedComment, reason: string): Promise<void> {
    if (!(await this.visibility.restore(tx, comment))) return;
    await this.objections.settle(tx, comment.id, { decision: 'granted', answer: reason });
    await this.record(tx, 'comment-restored', comment, reason);
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
