import { Injectable } from '@nestjs/common';
import { AppDatabase, type Actor, type RequestContext } from '@kundig/platform/server';
import { MODERATION_LIMITS } from '../moderation.limits.js';
import { noticePolicy } from '../unlawful/notice.policy.js';
import type { Redaction } from './redaction.js';
import { OPEN_CASES_SQL, type ReportSubject } from './report.repository.js';

export type ObjectionDecision = 'granted' | 'rejected';

/** What an author says against the hiding of a post or comment of theirs. */
export type Objection = ReportSubject & {
  readonly id: string;
  /** Key of the post or comment. */
  readonly subjectId: string;
  /** Public id of the post or comment. */
  readonly publicId: string;
  /** Key of the board; null for a comment. */
  readonly boardId: string | null;
  /** Pseudonym that stands at the post or comment. */
  readonly authorId: string;
  /** Names the decision it is about. */
  readonly hiddenAt: Date;
  /** Moderator who decided that; null for somebody who has left. */
  readonly hiderId: string | null;
  readonly words: string;
  /** To the quarter of an hour. */
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly decision: ObjectionDecision | null;
  /** Why it was decided so. */
  readonly answer: string | null;
  readonly resolverId: string | null;
  /** Why it was hidden that was shown again by this decision; null for any other, and where something was decided since. */
  readonly hiddenReason: string | null;
  /** Primary key of the notice of unlawful content by which it was hidden; null as above, and where it was none. */
  readonly noticeId: string | null;
  /** Why an earlier decision was taken back; null where none was. */
  readonly reopenReason: string | null;
  /** Whether it is decided, and what is decided still stands as it was left. */
  readonly isRevocable: boolean;
};

export interface NewObjection extends Pick<
  Objection,
  'id' | 'authorId' | 'hiddenAt' | 'hiderId' | 'words' | 'createdAt'
> {
  readonly about: { readonly postId: string } | { readonly commentId: string };
}

const PLACED = `moderation.objection o LEFT JOIN forum.post p ON p.id = o.post_id
  LEFT JOIN forum.thread t ON t.id = p.thread_id LEFT JOIN blog.comment c ON c.id = o.comment_id`;
const SELECT = `SELECT o.id, o.subject_id AS "subjectId", o.post_id AS "postId", o.comment_id AS "commentId",
  coalesce(p.public_id, c.public_id) AS "publicId", p.thread_id AS "threadId", t.board_id AS "boardId", o.author_id AS "authorId", o.hidden_at AS "hiddenAt",
  o.hider_id AS "hiderId", o.words, o.created_at AS "createdAt", o.resolved_at AS "resolvedAt", o.decision, o.answer,
  o.resolver_id AS "resolverId", o.hidden_reason AS "hiddenReason", o.notice_id AS "noticeId", o.reopen_reason AS "reopenReason",
  coalesce(CASE o.decision
    WHEN 'rejected' THEN coalesce(p.hidden_at, c.hidden_at) = o.hidden_at
    WHEN 'granted' THEN o.hidden_reason IS NOT NULL AND num_nonnulls(p.hidden_at, c.hidden_at) = 0 AND (
      o.notice_id IS NULL OR EXISTS (
        SELECT 1 FROM moderation.content_notice n WHERE n.id = o.notice_id AND n.decision = 'remove'))
  END, false) AS "isRevocable" FROM ${PLACED}`;

/**
 * The one scope of objections, as of reports: those on the boards an actor moderates, and on comments for who moderates
 * everywhere. What its author has deleted meanwhile needs no decision. `$1` is `moderatedBoards(actor)`.
 */
const IN_SCOPE =
  '($1::uuid[] IS NULL OR t.board_id = ANY($1)) AND p.deleted_at IS NULL AND c.deleted_at IS NULL';
const moderatedBoards = (actor: Actor): readonly string[] | null =>
  actor.boardsWith('moderation:read-reports');

/** Open objections in scope that an actor (`$2`) has not caused by a decision of their own, nor raised by the nickname. */
const OPEN_OBJECTIONS_SQL = `SELECT count(*) FROM ${PLACED}
  WHERE ${IN_SCOPE} AND o.resolved_at IS NULL AND o.hider_id IS DISTINCT FROM $2 AND o.author_id IS DISTINCT FROM $2`;

/** What moderators wrote about an objection, and what was hidden. */
const DECIDERS_WORDS = ['answer', 'hidden_reason', 'reopen_reason'] as const;

/** What waits for a decision of one moderator. */
export interface WaitingDecisions {
  /** Posts and comments with open reports. */
  readonly reports: number;
  readonly objections: number;
  /** Notices of unlawful content. */
  readonly notices: number;
}

/** All SQL about objections. */
@Injectable()
export class ObjectionRepository {
  constructor(private readonly database: AppDatabase) {}

  /** @returns false where the decision was taken back meanwhile, or somebody has objected to it already */
  async raise(ctx: RequestContext, objection: NewObjection): Promise<boolean> {
    const { about } = objection;
    const [table, key] = 'postId' in about ? ['forum.post', about.postId] : ['blog.comment', about.commentId];
    const rows = await this.database.query(
      ctx,
      `WITH hidden AS (
         SELECT id FROM ${table} WHERE id = $2 AND hidden_at = $4 AND deleted_at IS NULL FOR SHARE)
       INSERT INTO moderation.objection
         (id, ${'postId' in about ? 'post_id' : 'comment_id'}, author_id, hidden_at, hider_id, words, created_at)
       SELECT $1, id, $3, $4, $5, $6, $7 FROM hidden
       ON CONFLICT (subject_id, hidden_at) DO NOTHING RETURNING 1`,
      [
        objection.id,
        key,
        objection.authorId,
        objection.hiddenAt,
        objection.hiderId,
        objection.words,
        objection.createdAt,
      ],
    );
    return rows.length > 0;
  }

  async find(ctx: RequestContext, id: string): Promise<Objection | null> {
    const [objection] = await this.database.query<Objection>(
      ctx,
      `${SELECT} WHERE ${IN_SCOPE} AND o.id = $2`,
      [moderatedBoards(ctx.actor), id],
    );
    return objection ?? null;
  }

  /** Holds an objection until the end of the transaction. */
  async lock(tx: RequestContext, id: string): Promise<void> {
    await this.database.query(tx, 'SELECT 1 FROM moderation.objection WHERE id = $1 FOR UPDATE', [id]);
  }

  /** Those that wait, longest first, or those decided last. */
  list(ctx: RequestContext, open: boolean, first: number): Promise<Objection[]> {
    return this.database.query(
      ctx,
      `${SELECT} WHERE ${IN_SCOPE} AND o.resolved_at IS ${
        open ? 'NULL ORDER BY o.created_at, o.id' : 'NOT NULL ORDER BY o.resolved_at DESC, o.id DESC'
      } LIMIT $2`,
      [moderatedBoards(ctx.actor), first],
    );
  }

  /** @returns how much of each kind waits for a decision of the actor; one statement, once a request, for every page */
  waiting(ctx: RequestContext): Promise<WaitingDecisions> {
    return ctx.remember(this, async () => {
      const [row] = await this.database.query<WaitingDecisions>(
        ctx,
        `SELECT (${OPEN_CASES_SQL})::int AS reports, (${OPEN_OBJECTIONS_SQL})::int AS objections,
           (SELECT count(*) FILTER (WHERE $3::boolean) FROM moderation.content_notice WHERE decided_at IS NULL)::int AS notices`,
        [moderatedBoards(ctx.actor), ctx.actor.memberId, noticePolicy.maySee(ctx.actor)],
      );
      return row!;
    });
  }

  /** All against decisions on these posts and comments, whoever asks; their authors are shown their own. */
  against(ctx: RequestContext, subjectIds: readonly string[]): Promise<Objection[]> {
    return this.database.query(ctx, `${SELECT} WHERE o.subject_id = ANY($1)`, [subjectIds]);
  }

  /** By primary key, whoever asks; for handing the answer over to its delivery. */
  async byId(ctx: RequestContext, id: string): Promise<Objection | null> {
    const [objection] = await this.database.query<Objection>(ctx, `${SELECT} WHERE o.id = $1`, [id]);
    return objection ?? null;
  }

  /** Decides what is open about a post or comment. @returns its id; null where nothing was open */
  async settle(
    tx: RequestContext,
    subjectId: string,
    { decision, answer }: { decision: ObjectionDecision; answer: string },
    at: Date,
  ): Promise<string | null> {
    const [rows] = await this.database.query<{ id: string }[]>(
      tx,
      `UPDATE moderation.objection SET resolved_at = $2, decision = $3, answer = $4, resolver_id = $5
       WHERE subject_id = $1 AND resolved_at IS NULL RETURNING id`,
      [subjectId, at, decision, answer, tx.actor.memberId],
    );
    return rows![0]?.id ?? null;
  }

  /** Keeps what hides that which is about to be shown because of an objection, so that this can be taken back. */
  async noteHiding(tx: RequestContext, id: string): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.objection o SET
         hidden_reason = coalesce(
           (SELECT hidden_reason FROM forum.post WHERE id = o.post_id),
           (SELECT hidden_reason FROM blog.comment WHERE id = o.comment_id)),
         notice_id = (
           SELECT notice_id FROM moderation.content_notice_subject WHERE subject_id = o.subject_id AND was_hidden LIMIT 1)
       WHERE id = $1`,
      [id],
    );
  }

  /** Forgets it: something else was decided since about a post or comment. */
  async forgetHiding(tx: RequestContext, subjectId: string): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE moderation.objection SET hidden_reason = NULL, notice_id = NULL WHERE subject_id = $1 AND hidden_reason IS NOT NULL',
      [subjectId],
    );
  }

  /** Takes the decision back. */
  async reopen(tx: RequestContext, id: string, reason: string, at: Date): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.objection SET resolved_at = NULL, decision = NULL, answer = NULL, resolver_id = NULL,
         hidden_reason = NULL, notice_id = NULL, reopened_at = $2, reopen_reason = $3 WHERE id = $1`,
      [id, at, reason],
    );
  }

  /** Takes a pattern out of what was said on both sides about posts of a thread, or comments below an article. */
  async redact(tx: RequestContext, passage: Redaction): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE moderation.objection o SET
         words = ${passage.without('o.words', MODERATION_LIMITS.objectionMax)},
         ${DECIDERS_WORDS.map((column) => `${column} = ${passage.without(`o.${column}`, MODERATION_LIMITS.reasonMax)}`).join(', ')}
       FROM ${passage.subjects} AND s.id = o.subject_id
         AND (${['words', ...DECIDERS_WORDS].map((column) => passage.holds(`o.${column}`)).join(' OR ')})`,
      passage.parameters,
    );
  }
}
