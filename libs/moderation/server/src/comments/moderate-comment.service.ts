import { Injectable } from '@nestjs/common';
import { blogPolicy, CommentRepository, CommentVisibility, type PlacedComment } from '@kundig/blog/server';
import { AppDatabase, Clock, Conflict, NotFound, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import type { ResolveReport } from '../reports/resolve-report.service.js';
import { CommentReportRepository } from './comment-report.repository.js';

export interface ModerateComment {
  /** Public id of the comment. */
  readonly commentId: string;
  /** For the stub and the log. */
  readonly reason: string;
}

/** What moderators do to comments of the blog; each of it is in the audit log. */
@Injectable()
export class ModerateCommentService {
  constructor(
    private readonly database: AppDatabase,
    private readonly comments: CommentRepository,
    private readonly visibility: CommentVisibility,
    private readonly reports: CommentReportRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes it a stub that shows the reason, and upholds every report on it. Safe to repeat: the first reason stays.
   * @throws NotFound no such comment, or the actor moderates none
   */
  async hide(ctx: RequestContext, { commentId, reason }: ModerateComment): Promise<PlacedComment> {
    const comment = await this.require(ctx, commentId);
    await this.database.transaction(ctx, (tx) => this.hideNow(tx, comment, reason));
    return (await this.comments.find(ctx, commentId))!;
  }

  /**
   * Shows it again. Safe to repeat; what its author deleted does not come back.
   * @throws NotFound no such comment, or the actor moderates none
   */
  async restore(ctx: RequestContext, { commentId, reason }: ModerateComment): Promise<PlacedComment> {
    const comment = await this.require(ctx, commentId);
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.visibility.restore(tx, comment))) return;
      await this.record(tx, 'comment-restored', commentId, reason);
    });
    return (await this.comments.find(ctx, commentId))!;
  }

  /**
   * Decides a report on a comment. Safe to repeat with the same decision.
   * @throws NotFound no such report, or the actor moderates no comments
   * @throws Conflict another moderator has decided otherwise
   */
  async resolve(ctx: RequestContext, input: ResolveReport): Promise<void> {
    const { reportId, decision } = input;
    blogPolicy.mayModerate(ctx.actor).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      const report = await this.reports.lock(tx, reportId);
      if (!report) throw new NotFound();
      if (report.decision === decision) return;
      if (report.decision !== null) throw new Conflict('moderation:error.decidedOtherwise');
      const [comment] = await this.comments.findByIds(tx, [report.commentId]);
      if (input.decision === 'hide' && comment) await this.hideNow(tx, comment, input.reason);
      else await this.reports.keep(tx, reportId, this.clock.now());
      await this.audit.record(tx, {
        action: decision === 'hide' ? 'report-upheld' : 'report-kept',
        subjectType: 'report',
        subjectId: reportId,
        reason: input.reason,
      });
    });
  }

  private async require(ctx: RequestContext, commentId: string): Promise<PlacedComment> {
    blogPolicy.mayModerate(ctx.actor).orThrow();
    const comment = await this.comments.find(ctx, commentId);
    if (!comment) throw new NotFound();
    return comment;
  }

  private async hideNow(tx: RequestContext, comment: PlacedComment, reason: string): Promise<void> {
    const hidden = await this.visibility.hide(tx, comment, reason);
    await this.reports.upholdAllOn(tx, comment.id, this.clock.now());
    if (hidden) await this.record(tx, 'comment-hidden', comment.publicId, reason);
  }

  private record(
    tx: RequestContext,
    action: 'comment-hidden' | 'comment-restored',
    subjectId: string,
    reason: string,
  ): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'comment', subjectId, reason });
  }
}
