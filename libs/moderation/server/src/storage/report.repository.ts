import { Injectable } from '@nestjs/common';
import { AppDatabase, type Actor, type RequestContext } from '@kundig/platform/server';

export const REPORT_REASONS = ['offensive', 'spam', 'internal', 'unlawful', 'wrong-place', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
export type ReportDecision = 'keep' | 'hide';

/** A report as moderators see it: never who sent it. */
export interface Report {
  readonly id: string;
  readonly postId: string;
  readonly threadId: string;
  readonly reason: ReportReason;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly decision: ReportDecision | null;
}

export interface NewReport extends Pick<Report, 'id' | 'postId' | 'reason' | 'note' | 'createdAt'> {
  readonly reporterId: string;
}

const PLACED = `moderation.report r JOIN forum.post p ON p.id = r.post_id
  JOIN forum.thread t ON t.id = p.thread_id JOIN forum.board b ON b.id = t.board_id`;
const SELECT = `SELECT r.id, r.post_id AS "postId", p.thread_id AS "threadId", r.reason, r.note,
  r.created_at AS "createdAt", r.resolved_at AS "resolvedAt", r.decision FROM ${PLACED}`;

/** The one scope of reports: those on the boards an actor moderates. `$1` is `moderatedBoards(actor)`, board alias `b`. */
const IN_SCOPE = '($1::uuid[] IS NULL OR b.id = ANY($1))';
const moderatedBoards = (actor: Actor): readonly string[] | null =>
  actor.boardsWith('moderation:read-reports');

/** All SQL about reports. */
@Injectable()
export class ReportRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Adds a report. @returns false when the reporter has an open one on the post already */
  async file(ctx: RequestContext, report: NewReport): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `INSERT INTO moderation.report (id, post_id, reporter_id, reason, note, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (post_id, reporter_id) WHERE resolved_at IS NULL DO NOTHING RETURNING 1`,
      [report.id, report.postId, report.reporterId, report.reason, report.note, report.createdAt],
    );
    return rows.length > 0;
  }

  async find(ctx: RequestContext, id: string): Promise<Report | null> {
    const [report] = await this.database.query<Report>(ctx, `${SELECT} WHERE ${IN_SCOPE} AND r.id = $2`, [
      moderatedBoards(ctx.actor),
      id,
    ]);
    return report ?? null;
  }

  /**
   * The queue, longest waiting first, or what was resolved, latest first.
   * @param after id of the last report already shown; nothing follows one the actor does not see
   */
  list(ctx: RequestContext, open: boolean, first: number, after?: string): Promise<Report[]> {
    const [state, key, comparison, direction] = open
      ? ['IS NULL', 'created_at', '>', 'ASC']
      : ['IS NOT NULL', 'resolved_at', '<', 'DESC'];
    return this.database.query(
      ctx,
      `${SELECT} WHERE ${IN_SCOPE} AND r.resolved_at ${state}
         AND ($2::uuid IS NULL
              OR (r.${key}, r.id) ${comparison} (SELECT r.${key}, r.id FROM ${PLACED} WHERE ${IN_SCOPE} AND r.id = $2))
       ORDER BY r.${key} ${direction}, r.id ${direction} LIMIT $3`,
      [moderatedBoards(ctx.actor), after ?? null, first],
    );
  }

  /** On posts of the boards the actor moderates and, for who moderates all, on comments of the blog. */
  async countOpen(ctx: RequestContext): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      ctx,
      `SELECT count(*)::int + CASE WHEN $1::uuid[] IS NULL THEN
         (SELECT count(*)::int FROM moderation.comment_report WHERE resolved_at IS NULL) ELSE 0 END AS count
       FROM ${PLACED} WHERE ${IN_SCOPE} AND r.resolved_at IS NULL`,
      [moderatedBoards(ctx.actor)],
    );
    return row!.count;
  }

  /** @returns false when it was resolved already */
  async resolve(tx: RequestContext, id: string, decision: ReportDecision, at: Date): Promise<boolean> {
    const [rows] = await this.database.query<unknown[]>(
      tx,
      `UPDATE moderation.report SET resolved_at = $3, decision = $2 WHERE id = $1 AND resolved_at IS NULL RETURNING 1`,
      [id, decision, at],
    );
    return rows!.length > 0;
  }

  /** What reporters wrote about posts; shows nothing to anybody. */
  notesOn(tx: RequestContext, postIds: readonly string[]): Promise<{ id: string; note: string }[]> {
    return this.database.query(
      tx,
      'SELECT id, note FROM moderation.report WHERE post_id = ANY($1) AND note IS NOT NULL FOR UPDATE',
      [postIds],
    );
  }

  async replaceNote(tx: RequestContext, id: string, note: string): Promise<void> {
    await this.database.query(tx, 'UPDATE moderation.report SET note = $2 WHERE id = $1', [id, note]);
  }

  /** Resolves whatever is open on a post that is now hidden. */
  async resolveAllOf(tx: RequestContext, postId: string, at: Date): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.report SET resolved_at = $2, decision = 'hide' WHERE post_id = $1 AND resolved_at IS NULL`,
      [postId, at],
    );
  }
}
