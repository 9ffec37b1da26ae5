import { Injectable } from '@nestjs/common';
import { CommentVisibility, type PlacedComment } from '@kundig/blog/server';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { ReportRepository } from '../storage/report.repository.js';

/** Hides and shows a comment with everything that belongs to it; who may is decided by the caller, in their transaction. */
@Injectable()
export class CommentHiding {
  constructor(
    private readonly visibility: CommentVisibility,
    private readonly reports: ReportRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The stub shows the reason; open reports on the comment are upheld. */
  async hide(tx: RequestContext, comment: PlacedComment, reason: string): Promise<void> {
    const hidden = await this.visibility.hide(tx, comment, reason);
    await this.reports.upholdAllOn(tx, comment.id, this.clock.now());
    if (hidden) await this.record(tx, 'comment-hidden', comment, reason);
  }

  /** What its author deleted does not come back. */
  async show(tx: RequestContext, comment: PlacedComment, reason: string): Promise<void> {
    if (await this.visibility.restore(tx, comment))
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
