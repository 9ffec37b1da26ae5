import { Injectable } from '@nestjs/common';
import { AppDatabase, type Actor, type RequestContext } from '@kundig/platform/server';
import { MODERATION_LIMITS } from '../moderation.limits.js';
import type { Redaction } from './redaction.js';

export const REPORT_REASONS = ['offensive', 'spam', 'internal', 'unlawful', 'wrong-place', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
export type ReportDecision = 'keep' | 'hide';

/** What a report is about: a post of the forum, or a comment of the blog, which belongs to no board. */
export type ReportSubject =
  | { readonly postId: string; readonly threadId: string; readonly commentId: null }
  | { readonly postId: null; readonly threadId: null; readonly commentId: string };

/** A report as moderators see it: never who sent it. */
export type Report = ReportSubject & {
  readonly id: string;
  /** Key of the post or comment. */
  readonly subjectId: string;
  readonly reason: ReportReason;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly decision: ReportDecision | null;
  /** Moderator at work on it, or who decided it. */
  readonly handlerId: string | null;
};

export interface NewReport extends Pick<Report, 'id' | 'reason' | 'note' | 'createdAt'> {
  readonly about: { readonly postId: string } | { readonly commentId: string };
  readonly reporterId: string;
}

/** Everything reported about one post or comment, as a line of the queue. */
export type ReportCase = ReportSubject & {
  /** Id of its newest report. */
  readonly id: string;
  readonly subjectId: string;
  /** When its first open report came; when it was decided, where none is open. */
  readonly at: Date;
  readonly decision: ReportDecision | null;
  readonly handlerId: string | null;
};

/** A post or comment about which something reported is undecided. */
export type OpenCase = ReportSubject & {
  readonly subjectId: string;
  /** The one with which it began. */
  readonly firstReportId: string;
  /** Moderator at work on it; null for nobody. */
  readonly handlerId: string | null;
};

/** Which lines of the queue are asked for. */
export interface CaseList {
  readonly list: 'open' | 'mine' | 'done';
  /** Public id; null for all boards. */
  readonly boardId: string | null;
  readonly first: number;
  /** Id of the last line already shown; nothing follows one the actor does not see. */
  readonly after?: string;
}

const PLACED = `moderation.report r LEFT JOIN forum.post p ON p.id = r.post_id
  LEFT JOIN forum.thread t ON t.id = p.thread_id LEFT JOIN forum.board b ON b.id = t.board_id`;
const SELECT = `SELECT r.id, r.subject_id AS "subjectId", r.post_id AS "postId", r.comment_id AS "commentId",
  p.thread_id AS "threadId", r.reason, r.note, r.created_at AS "createdAt", r.resolved_at AS "resolvedAt", r.decision,
  r.handler_id AS "handlerId" FROM ${PLACED}`;

/**
 * The one scope of reports: those on the boards an actor moderates, and on comments for who moderates everywhere. `$1` is
 * `moderatedBoards(actor)`, board alias `b`.
 */
const IN_SCOPE = '($1::uuid[] IS NULL OR b.id = ANY($1))';
const moderatedBoards = (actor: Actor): readonly string[] | null =>
  actor.boardsWith('moderation:read-reports');

/** Number of posts and comments with open reports in scope. */
export const OPEN_CASES_SQL = `SELECT count(DISTINCT r.subject_id) FROM ${PLACED} WHERE ${IN_SCOPE} AND r.resolved_at IS NULL`;

/** Reports of a case that is open, or of one in which nothing is open any more. */
const ROWS_OF = {
  open: 'r.resolved_at IS NULL',
  done: `r.resolved_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM moderation.report o WHERE o.subject_id = r.subject_id AND o.resolved_at IS NULL)`,
} as const;

/** All SQL about reports. */
@Injectable()
export class ReportRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * Adds a report, unless the reporter has an open one on the same post or comment; who is at work there gets it, too.
   * @returns whether it was added
   */
  async file(tx: RequestContext, report: NewReport): Promise<boolean> {
    const { about } = report;
    const rows = await this.database.query(
      tx,
      `INSERT INTO moderation.report (id, post_id, comment_id, reporter_id, reason, note, created_at, handler_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, (
         SELECT o.handler_id FROM moderation.report o
         WHERE o.subject_id = coalesce($2::uuid, $3::uuid) AND o.resolved_at IS NULL LIMIT 1))
       ON CONFLICT (subject_id, reporter_id) WHERE resolved_at IS NULL DO NOTHING RETURNING 1`,
      [
        report.id,
        'postId' in about ? about.postId : null,
        'commentId' in about ? about.commentId : null,
        report.reporterId,
        report.reason,
        report.note,
        report.createdAt,
      ],
    );
    return rows.length > 0;
  }

  /** @returns of posts and comments those about which a report is open */
  openOn(ctx: RequestContext, subjectIds: readonly string[]): Promise<OpenCase[]> {
    return this.database.query(
      ctx,
      `SELECT DISTINCT ON (r.subject_id) r.subject_id AS "subjectId", r.post_id AS "postId", r.comment_id AS "commentId",
         p.thread_id AS "threadId", r.id AS "firstReportId", r.handler_id AS "handlerId"
       FROM ${PLACED} WHERE ${IN_SCOPE} AND r.subject_id = ANY($2) AND r.resolved_at IS NULL
       ORDER BY r.subject_id, r.created_at, r.id`,
      [moderatedBoards(ctx.actor), subjectIds],
    );
  }

  async find(ctx: RequestContext, id: string): Promise<Report | null> {
    const [report] = await this.database.query<Report>(ctx, `${SELECT} WHERE ${IN_SCOPE} AND r.id = $2`, [
      moderatedBoards(ctx.actor),
      id,
    ]);
    return report ?? null;
  }

  /** The queue, longest waiting first, or what was decided, latest first. */
  cases(ctx: RequestContext, { list, boardId, first, after }: CaseList): Promise<ReportCase[]> {
    const isDone = list === 'done';
    const [comparison, direction] = isDone ? ['<', 'DESC'] : ['>', 'ASC'];
    return this.database.query(
      ctx,
      `WITH cases AS (
         SELECT (array_agg(r.id ORDER BY r.created_at DESC, r.id DESC))[1] AS id, r.subject_id AS "subjectId",
           r.post_id AS "postId", r.comment_id AS "commentId", p.thread_id AS "threadId",
           ${isDone ? 'max(r.resolved_at)' : 'min(r.created_at)'} AS at,
           (array_agg(r.decision ORDER BY r.resolved_at DESC, r.created_at DESC, r.id DESC))[1] AS decision,
           (array_agg(r.handler_id ORDER BY r.resolved_at DESC, r.created_at DESC, r.id DESC) FILTER (WHERE r.handler_id IS NOT NULL))[1] AS "handlerId"
         FROM ${PLACED}
         WHERE ${IN_SCOPE} AND ${ROWS_OF[isDone ? 'done' : 'open']} AND ($2::text IS NULL OR b.public_id = $2)
         GROUP BY r.subject_id, r.post_id, r.comment_id, p.thread_id)
       SELECT * FROM cases
       WHERE ($3::uuid IS NULL OR "handlerId" = $3)
         AND ($4::uuid IS NULL OR (at, "subjectId") ${comparison} (
           SELECT at, "subjectId" FROM cases
           WHERE "subjectId" = (SELECT subject_id FROM moderation.report WHERE id = $4)))
       ORDER BY at ${direction}, "subjectId" ${direction} LIMIT $5`,
      [
        moderatedBoards(ctx.actor),
        boardId,
        list === 'mine' ? ctx.actor.memberId : null,
        after ?? null,
        first,
      ],
    );
  }

  /** All reports on these posts and comments, decided ones included, oldest first. */
  on(ctx: RequestContext, subjectIds: readonly string[]): Promise<Report[]> {
    return this.database.query(
      ctx,
      `${SELECT} WHERE ${IN_SCOPE} AND r.subject_id = ANY($2) ORDER BY r.created_at, r.id`,
      [moderatedBoards(ctx.actor), subjectIds],
    );
  }

  /** @returns keys of the boards with open reports */
  async boardsWithOpen(ctx: RequestContext): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT DISTINCT b.id FROM ${PLACED} WHERE ${IN_SCOPE} AND r.resolved_at IS NULL AND b.id IS NOT NULL`,
      [moderatedBoards(ctx.actor)],
    );
    return rows.map(({ id }) => id);
  }

  /** Holds all reports on a post or comment until the end of the transaction. */
  async lock(tx: RequestContext, subjectId: string): Promise<void> {
    await this.database.query(
      tx,
      'SELECT 1 FROM moderation.report WHERE subject_id = $1 ORDER BY id FOR UPDATE',
      [subjectId],
    );
  }

  /** Notes who is at work on what is open about a post or comment; null for nobody. */
  async hand(tx: RequestContext, subjectId: string, handlerId: string | null): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE moderation.report SET handler_id = $2 WHERE subject_id = $1 AND resolved_at IS NULL',
      [subjectId, handlerId],
    );
  }

  /** Settles a report, and what was reported before it about the same post or comment. */
  async keep(tx: RequestContext, { subjectId, createdAt, id }: Report, at: Date): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.report SET resolved_at = $4, decision = 'keep', handler_id = $5
       WHERE subject_id = $1 AND resolved_at IS NULL AND (created_at < $2 OR id = $3)`,
      [subjectId, createdAt, id, at, tx.actor.memberId],
    );
  }

  /** Upholds whatever is open on a post or comment that is now hidden. @returns whether anything was */
  async upholdAllOn(tx: RequestContext, subjectId: string, at: Date): Promise<boolean> {
    const [rows] = await this.database.query<unknown[]>(
      tx,
      `UPDATE moderation.report SET resolved_at = $2, decision = 'hide', handler_id = $3
       WHERE subject_id = $1 AND resolved_at IS NULL RETURNING 1`,
      [subjectId, at, tx.actor.memberId],
    );
    return rows!.length > 0;
  }

  /** Whose reports on a post or comment were decided at that instant; shows nothing to anybody. */
  async reporters(ctx: RequestContext, subjectId: string, at: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT DISTINCT reporter_id AS id FROM moderation.report
       WHERE subject_id = $1 AND resolved_at = $2 AND reporter_id IS NOT NULL`,
      [subjectId, at],
    );
    return rows.map(({ id }) => id);
  }

  /** Opens again what was decided together, for the moderator who does it; whoever has reported anew keeps that report. */
  async reopen(tx: RequestContext, { subjectId, resolvedAt }: Report): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.report r SET resolved_at = NULL, decision = NULL, handler_id = $3
       WHERE r.subject_id = $1 AND r.resolved_at = $2 AND NOT EXISTS (
         SELECT 1 FROM moderation.report o
         WHERE o.subject_id = r.subject_id AND o.reporter_id = r.reporter_id AND o.resolved_at IS NULL)`,
      [subjectId, resolvedAt, tx.actor.memberId],
    );
  }

  /** Takes a pattern out of what reporters wrote about posts of a thread, or about comments below an article. */
  async redact(tx: RequestContext, passage: Redaction): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.report r SET note = ${passage.without('r.note', MODERATION_LIMITS.noteMax)}
       FROM ${passage.subjects} AND s.id = r.subject_id AND ${passage.holds('r.note')}`,
      passage.parameters,
    );
  }
}
