import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { MODERATION_LIMITS } from '../moderation.limits.js';
import type { Redaction } from '../storage/redaction.js';

/** What a notice says the content is. */
export type NoticeMatter = 'insult' | 'hate' | 'privacy' | 'property' | 'fraud' | 'child-abuse' | 'other';
export type NoticeDecision = 'keep' | 'remove';
/** How much of what a notice is about is shown, though it was upheld. */
export type ShownPart = 'part' | 'all';
/** Why content is removed: by law, or by the terms of use; `none` where it stays. */
export type NoticeGround = 'law' | 'terms' | 'none';

/** A post or a comment a notice is about, by primary key. */
export type NoticeSubject =
  | { readonly postId: string; readonly commentId: null }
  | { readonly postId: null; readonly commentId: string };

/** A notice of unlawful content; never who sent it. */
export interface ContentNotice {
  readonly id: string;
  /** Random; what people name it by. */
  readonly number: string;
  readonly matter: NoticeMatter;
  readonly explanation: string;
  readonly addresses: readonly string[];
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly decidedAt: Date | null;
  readonly decision: NoticeDecision | null;
  readonly ground: NoticeGround | null;
  readonly statement: string | null;
  readonly deciderId: string | null;
  /** What can be read again since it was upheld; null where nothing can, and where it was not upheld. */
  readonly shownAgain: ShownPart | null;
}

export type NewContentNotice = Pick<
  ContentNotice,
  'id' | 'number' | 'matter' | 'explanation' | 'addresses' | 'createdAt' | 'dueAt'
>;

export type Verdict = {
  readonly decision: NoticeDecision;
  readonly ground: NoticeGround;
  readonly statement: string;
};

/** A notice that waits for its decision, with what it is about as far as that was found. */
export interface OpenNotice extends Pick<ContentNotice, 'id' | 'number' | 'dueAt'> {
  readonly postIds: readonly string[];
  readonly commentIds: readonly string[];
}

/** What a notice is about, and how addresses name it. */
export type PlacedSubject = NoticeSubject & {
  readonly noticeId: string;
  /** Of the post or comment. */
  readonly publicId: string;
  /** Public ids under which one reaches its thread, those of threads that were merged into it among them; none for a comment. */
  readonly threadIds: readonly string[];
};

/** A year of notices, for the report on transparency. */
export interface NoticeFigures {
  readonly year: number;
  readonly received: number;
  readonly decided: number;
  readonly removed: number;
  /** From notice to decision; null where none is decided. */
  readonly medianHours: number | null;
}

const COLUMNS = `id, number, matter, explanation, addresses, created_at AS "createdAt", due_at AS "dueAt",
  decided_at AS "decidedAt", decision, ground, statement, decider_id AS "deciderId",
  CASE decision WHEN 'remove' THEN (
    SELECT CASE WHEN bool_and(shown) THEN 'all' WHEN bool_or(shown) THEN 'part' END
    FROM moderation.content_notice_subject s LEFT JOIN forum.post p ON p.id = s.post_id
    LEFT JOIN blog.comment c ON c.id = s.comment_id
    CROSS JOIN LATERAL (SELECT num_nonnulls(p.hidden_at, p.deleted_at, c.hidden_at, c.deleted_at) = 0) AS state (shown)
    WHERE s.notice_id = content_notice.id) END AS "shownAgain"`;

const SUBJECTS =
  'SELECT post_id AS "postId", comment_id AS "commentId" FROM moderation.content_notice_subject';

/** Upheld notices about a post or comment, `$1`. */
const UPHELD_ABOUT = `SELECT n.id FROM moderation.content_notice n
  JOIN moderation.content_notice_subject s ON s.notice_id = n.id
  WHERE s.subject_id = $1 AND n.decision = 'remove' ORDER BY n.id`;

/** All SQL about notices of unlawful content. Whose they are to see is settled by the policy: they belong to no board. */
@Injectable()
export class ContentNoticeRepository {
  constructor(private readonly database: AppDatabase) {}

  async add(tx: RequestContext, notice: NewContentNotice, subjects: readonly NoticeSubject[]): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO moderation.content_notice (id, number, matter, explanation, addresses, created_at, due_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        notice.id,
        notice.number,
        notice.matter,
        notice.explanation,
        notice.addresses,
        notice.createdAt,
        notice.dueAt,
      ],
    );
    await this.database.query(
      tx,
      `INSERT INTO moderation.content_notice_subject (notice_id, post_id, comment_id)
       SELECT $1, s."postId", s."commentId" FROM json_to_recordset($2::json) AS s("postId" uuid, "commentId" uuid)
       ON CONFLICT DO NOTHING`,
      [notice.id, JSON.stringify(subjects)],
    );
  }

  byNumber(ctx: RequestContext, number: string): Promise<ContentNotice | null> {
    return this.one(ctx, 'WHERE number = $1', number);
  }

  byId(ctx: RequestContext, id: string): Promise<ContentNotice | null> {
    return this.one(ctx, 'WHERE id = $1', id);
  }

  /** @returns the notice, held until the end of the transaction */
  lock(tx: RequestContext, number: string): Promise<ContentNotice | null> {
    return this.one(tx, 'WHERE number = $1 FOR UPDATE', number);
  }

  /** Keeps its decision from being taken back until the end of the transaction. */
  async keepDecision(tx: RequestContext, id: string): Promise<void> {
    await this.database.query(tx, 'SELECT 1 FROM moderation.content_notice WHERE id = $1 FOR SHARE', [id]);
  }

  /** Open ones, due first; or decided ones, latest first. */
  list(ctx: RequestContext, open: boolean, first: number): Promise<ContentNotice[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM moderation.content_notice
       WHERE decided_at IS ${open ? 'NULL ORDER BY due_at, id' : 'NOT NULL ORDER BY decided_at DESC, id DESC'} LIMIT $1`,
      [first],
    );
  }

  /** @returns those of the notices that are undecided */
  openAmong(ctx: RequestContext, ids: readonly string[]): Promise<OpenNotice[]> {
    return this.database.query(
      ctx,
      `SELECT n.id, n.number, n.due_at AS "dueAt",
         coalesce(array_agg(s.post_id) FILTER (WHERE s.post_id IS NOT NULL), '{}') AS "postIds",
         coalesce(array_agg(s.comment_id) FILTER (WHERE s.comment_id IS NOT NULL), '{}') AS "commentIds"
       FROM moderation.content_notice n LEFT JOIN moderation.content_notice_subject s ON s.notice_id = n.id
       WHERE n.id = ANY($1) AND n.decided_at IS NULL GROUP BY n.id`,
      [ids],
    );
  }

  subjectsOf(ctx: RequestContext, noticeId: string): Promise<NoticeSubject[]> {
    return this.database.query(ctx, `${SUBJECTS} WHERE notice_id = $1 ORDER BY subject_id`, [noticeId]);
  }

  /** What the notices are about, the first post of each thread first. */
  placedSubjects(ctx: RequestContext, noticeIds: readonly string[]): Promise<PlacedSubject[]> {
    return this.database.query(
      ctx,
      `SELECT s.notice_id AS "noticeId", s.post_id AS "postId", s.comment_id AS "commentId",
         coalesce(p.public_id, c.public_id) AS "publicId",
         ARRAY(SELECT t.public_id FROM forum.thread t
           WHERE t.id = p.thread_id OR t.merged_into_id = p.thread_id) AS "threadIds"
       FROM moderation.content_notice_subject s LEFT JOIN forum.post p ON p.id = s.post_id
       LEFT JOIN blog.comment c ON c.id = s.comment_id
       WHERE s.notice_id = ANY($1) ORDER BY p.position, s.subject_id`,
      [noticeIds],
    );
  }

  /** @returns keys of the threads and articles in which it is about something */
  async placesOf(ctx: RequestContext, noticeId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT DISTINCT coalesce(p.thread_id, c.article_id) AS id FROM moderation.content_notice_subject s
       LEFT JOIN forum.post p ON p.id = s.post_id LEFT JOIN blog.comment c ON c.id = s.comment_id WHERE s.notice_id = $1`,
      [noticeId],
    );
    return rows.map(({ id }) => id);
  }

  /** Those that are hidden by its decision, and by no other one. */
  subjectsHiddenBy(ctx: RequestContext, noticeId: string): Promise<NoticeSubject[]> {
    return this.database.query(ctx, `${SUBJECTS} WHERE notice_id = $1 AND was_hidden ORDER BY subject_id`, [
      noticeId,
    ]);
  }

  /** Notes which posts and comments its decision has hidden, by their keys. */
  async noteHidden(tx: RequestContext, noticeId: string, subjectIds: readonly string[]): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE moderation.content_notice_subject SET was_hidden = subject_id = ANY($2) WHERE notice_id = $1',
      [noticeId, subjectIds],
    );
  }

  /**
   * Whatever has hidden a post or comment, it is shown now: what hides it next is another decision.
   * @returns keys of upheld notices about it
   */
  async noteShown(tx: RequestContext, subjectId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      tx,
      `WITH shown AS (
         UPDATE moderation.content_notice_subject SET was_hidden = false WHERE subject_id = $1 AND was_hidden)
       ${UPHELD_ABOUT}`,
      [subjectId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * A post or comment is hidden again, as the decision to show it was taken back.
   * @param noticeId the notice that had hidden it; null where none had
   * @returns keys of upheld notices about it
   */
  async noteHiddenAgain(tx: RequestContext, subjectId: string, noticeId: string | null): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      tx,
      `WITH hidden AS (
         UPDATE moderation.content_notice_subject SET was_hidden = true WHERE subject_id = $1 AND notice_id = $2)
       ${UPHELD_ABOUT}`,
      [subjectId, noticeId],
    );
    return rows.map(({ id }) => id);
  }

  async decide(
    tx: RequestContext,
    id: string,
    { decision, ground, statement }: Verdict,
    at: Date,
  ): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.content_notice
       SET decided_at = $2, decision = $3, ground = $4, statement = $5, decider_id = $6 WHERE id = $1`,
      [id, at, decision, ground, statement, tx.actor.memberId],
    );
  }

  /** Takes the decision back. */
  async reopen(tx: RequestContext, id: string, dueAt: Date): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.content_notice
       SET due_at = $2, decided_at = NULL, decision = NULL, ground = NULL, statement = NULL, decider_id = NULL WHERE id = $1`,
      [id, dueAt],
    );
  }

  /** Takes a pattern out of what is said about posts of a thread, or about comments below an article. */
  async redact(tx: RequestContext, passage: Redaction): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.content_notice SET
         explanation = ${passage.without('explanation', MODERATION_LIMITS.explanationMax)},
         statement = ${passage.without('statement', MODERATION_LIMITS.groundWordsMax)}
       WHERE (${passage.holds('explanation')} OR ${passage.holds('statement')}) AND id IN (
         SELECT n.notice_id FROM moderation.content_notice_subject n, ${passage.subjects} AND s.id = n.subject_id)`,
      passage.parameters,
    );
  }

  /** The years in which something came or was decided, latest first. @param timeZone in which a year begins */
  figures(ctx: RequestContext, timeZone: string): Promise<NoticeFigures[]> {
    return this.database.query(
      ctx,
      `SELECT extract(year FROM created_at AT TIME ZONE $1)::int AS year, count(*)::int AS received,
         count(decided_at)::int AS decided, (count(*) FILTER (WHERE decision = 'remove'))::int AS removed,
         (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - created_at))
            FILTER (WHERE decided_at IS NOT NULL) / 3600)::float AS "medianHours"
       FROM moderation.content_notice GROUP BY 1 ORDER BY 1 DESC LIMIT 10`,
      [timeZone],
    );
  }

  private async one(ctx: RequestContext, where: string, value: string): Promise<ContentNotice | null> {
    const [notice] = await this.database.query<ContentNotice>(
      ctx,
      `SELECT ${COLUMNS} FROM moderation.content_notice ${where}`,
      [value],
    );
    return notice ?? null;
  }
}
