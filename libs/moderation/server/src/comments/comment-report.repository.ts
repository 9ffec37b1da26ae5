import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { ReportDecision, ReportReason } from '../storage/report.repository.js';

/** A report on a comment as moderators see it: never who sent it. */
export interface CommentReport {
  readonly id: string;
  readonly commentId: string;
  readonly reason: ReportReason;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly decision: ReportDecision | null;
}

export interface NewCommentReport extends Pick<
  CommentReport,
  'id' | 'commentId' | 'reason' | 'note' | 'createdAt'
> {
  readonly reporterId: string;
}

const SELECT = `SELECT r.id, r.comment_id AS "commentId", r.reason, r.note, r.created_at AS "createdAt", r.decision
  FROM moderation.comment_report r`;

/** All SQL about reports on comments. Comments belong to no board: whoever moderates them all sees all reports. */
@Injectable()
export class CommentReportRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Adds a report, unless the reporter has an open one on the comment. */
  async file(ctx: RequestContext, report: NewCommentReport): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO moderation.comment_report (id, comment_id, reporter_id, reason, note, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (comment_id, reporter_id) WHERE resolved_at IS NULL DO NOTHING`,
      [report.id, report.commentId, report.reporterId, report.reason, report.note, report.createdAt],
    );
  }

  /** @returns the report, held until the end of the transaction */
  async lock(tx: RequestContext, id: string): Promise<CommentReport | null> {
    const [report] = await this.database.query<CommentReport>(tx, `${SELECT} WHERE r.id = $1 FOR UPDATE`, [
      id,
    ]);
    return report ?? null;
  }

  /** Open ones, longest waiting first. */
  open(ctx: RequestContext, first: number): Promise<CommentReport[]> {
    return this.database.query(
      ctx,
      `${SELECT} WHERE r.resolved_at IS NULL ORDER BY r.created_at, r.id LIMIT $1`,
      [first],
    );
  }

  async keep(tx: RequestContext, id: string, at: Date): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.comment_report SET resolved_at = $2, decision = 'keep' WHERE id = $1 AND resolved_at IS NULL`,
      [id, at],
    );
  }

  /** Upholds whatever is open on a comment that is now hidden. */
  async upholdAllOn(tx: RequestContext, commentId: string, at: Date): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.comment_report SET resolved_at = $2, decision = 'hide'
       WHERE comment_id = $1 AND resolved_at IS NULL`,
      [commentId, at],
    );
  }
}
