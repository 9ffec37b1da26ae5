import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  type RedactedArticle,
  type RedactedPosts,
  type RequestContext,
} from '@kundig/platform/server';

/** What moderators and administrators do, as it stands in the log. */
export const AUDIT_ACTIONS = [
  'post-hidden',
  'post-restored',
  'thread-locked',
  'thread-unlocked',
  'comment-hidden',
  'comment-restored',
  'thread-relabelled',
  'thread-made-question',
  'thread-made-discussion',
  'thread-pinned',
  'thread-unpinned',
  'thread-moved',
  'thread-merged',
  'thread-split',
  'duplicate-marked',
  'duplicate-unmarked',
  'thread-slowed',
  'thread-unslowed',
  'passage-redacted',
  'reason-redacted',
  'expert-appointed',
  'expert-ended',
  'proposal-accepted',
  'proposal-declined',
  'report-kept',
  'report-upheld',
  'report-reopened',
  'objection-granted',
  'objection-rejected',
  'objection-reopened',
  'notice-upheld',
  'notice-rejected',
  'notice-reopened',
  'board-added',
  'board-changed',
  'board-placed',
  'board-closed',
  'board-reopened',
  'group-added',
  'group-renamed',
  'group-member-added',
  'group-member-removed',
  'group-lead-appointed',
  'group-lead-dismissed',
  'group-request-accepted',
  'group-request-declined',
  'role-granted',
  'role-withdrawn',
  'member-mail-opened',
  'members-invited',
  'invitation-resent',
  'invitation-withdrawn',
  'held-post-published',
  'held-post-refused',
  'held-post-returned',
  'article-released',
  'article-scheduled',
  'article-withdrawn',
  'member-suspended',
  'member-unsuspended',
  'author-suspended',
  'author-unsuspended',
  'job-retried',
  'job-abandoned',
  'site-changed',
  'contact-changed',
  'incident-announced',
  'incident-ended',
  'offer-changed',
  'logo-changed',
  'feature-switched',
  'leak-guard-changed',
  'text-published',
  'mail-server-entered',
  'mail-server-removed',
  'waiting-mails-sent',
  'registration-confirmed',
  'second-factor-reset',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
export type AuditSubject =
  | 'post'
  | 'thread'
  | 'comment'
  | 'report'
  | 'expert'
  | 'notice'
  | 'board'
  | 'group'
  | 'member'
  | 'invitation'
  | 'job'
  | 'site'
  | 'article'
  | 'audit';

/** One line of the log. */
export interface AuditEntry {
  /** Place in the chain, from 1; a number in decimal digits. */
  readonly seq: string;
  readonly at: Date;
  /** Member who acted, or persona that changed a post of its own; null for the system. */
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly subjectType: AuditSubject;
  /**
   * Public id of the post, thread, comment, article or board, nickname of the member, id of the report, group or invitation, task of
   * the job, place of the entry, or page of the site's settings.
   */
  readonly subjectId: string;
  /** Of a redaction of a reason it is the hash of the entry as it reads since, in hexadecimal digits. */
  readonly reason: string | null;
}

const COLUMNS = `seq, at, actor_id AS "actorId", action, subject_type AS "subjectType", subject_id AS "subjectId", reason`;

/** All SQL of the audit log, to which rows are only ever added; the table chains them itself. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Adds an entry. Other appends wait until the transaction ends, so this is its last statement but the commit. */
  async append(tx: RequestContext, entry: Omit<AuditEntry, 'seq'>): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO moderation.audit_entry (at, actor_id, action, subject_type, subject_id, reason)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [entry.at, entry.actorId, entry.action, entry.subjectType, entry.subjectId, entry.reason],
    );
  }

  /** Entries about a thread, its posts, reports and notices on them whose reason matches; shows nothing to anybody. */
  async aboutThread(
    tx: RequestContext,
    { threadId, postIds, everywhere }: RedactedPosts,
    pattern: string,
  ): Promise<string[]> {
    const rows = await this.database.query<{ seq: string }>(
      tx,
      `WITH post AS (
         SELECT id, public_id, position FROM forum.post WHERE thread_id = $1 AND ($3 OR id = ANY($4)))
       SELECT e.seq FROM moderation.audit_entry e
       WHERE e.reason ~* $2 AND (
         (e.subject_type = 'thread' AND ($3 OR EXISTS (SELECT FROM post WHERE position = 1)) AND e.subject_id IN
           (SELECT public_id FROM forum.thread WHERE id = $1 OR merged_into_id = $1))
         OR (e.subject_type = 'post' AND e.subject_id IN (SELECT public_id FROM post))
         OR (e.subject_type = 'report' AND e.subject_id IN
           (SELECT r.id::text FROM moderation.report r JOIN post ON post.id = r.post_id))
         OR (e.subject_type = 'notice' AND $3 AND e.subject_id IN
           (SELECT n.number FROM moderation.content_notice n JOIN moderation.content_notice_subject s ON s.notice_id = n.id
            JOIN post ON post.id = s.post_id))
         OR (e.subject_type = 'member' AND $3 AND e.action = 'member-suspended' AND e.subject_id IN
           (SELECT a.name::text FROM pseudonyms.pseudonym a JOIN forum.post p ON p.author_id = a.id
            WHERE p.thread_id = $1 AND a.kind = 'member')))
       ORDER BY e.seq`,
      [threadId, pattern, everywhere, postIds],
    );
    return rows.map(({ seq }) => seq);
  }

  /** The same about an article, the comments below it, reports and notices on them, and why their authors were suspended. */
  async aboutArticle(
    tx: RequestContext,
    { articleId, commentIds }: RedactedArticle,
    pattern: string,
  ): Promise<string[]> {
    const rows = await this.database.query<{ seq: string }>(
      tx,
      `WITH comment AS (
         SELECT id, public_id FROM blog.comment WHERE article_id = $1 AND ($3::uuid[] IS NULL OR id = ANY($3)))
       SELECT e.seq FROM moderation.audit_entry e
       WHERE e.reason ~* $2 AND (
         (e.subject_type = 'article' AND $3 IS NULL
           AND e.subject_id = (SELECT public_id FROM blog.article WHERE id = $1))
         OR (e.subject_type = 'comment' AND e.subject_id IN (SELECT public_id FROM comment))
         OR (e.subject_type = 'report' AND e.subject_id IN
           (SELECT r.id::text FROM moderation.report r JOIN comment ON comment.id = r.comment_id))
         OR (e.subject_type = 'notice' AND $3 IS NULL AND e.subject_id IN
           (SELECT n.number FROM moderation.content_notice n JOIN moderation.content_notice_subject s ON s.notice_id = n.id
            JOIN comment ON comment.id = s.comment_id))
         OR (e.subject_type = 'member' AND $3 IS NULL AND e.action = 'member-suspended' AND e.subject_id IN
           (SELECT a.name::text FROM pseudonyms.pseudonym a JOIN blog.comment c ON c.author_id = a.id
            WHERE c.article_id = $1)))
       ORDER BY e.seq`,
      [articleId, pattern, commentIds],
    );
    return rows.map(({ seq }) => seq);
  }

  /** The one way in which an entry changes; the chain holds that it was done, and what is left. */
  async redactReason(
    tx: RequestContext,
    seq: string,
    pattern: string,
    { at, actorId }: Pick<AuditEntry, 'at' | 'actorId'>,
  ): Promise<void> {
    await this.database.query(tx, 'SELECT moderation.redact_reason($1, $2, $3, $4)', [
      seq,
      pattern,
      at,
      actorId,
    ]);
  }

  async holds(
    ctx: RequestContext,
    { actorId, action, subjectId }: { actorId: string; action: AuditAction; subjectId: string },
    since: Date,
  ): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `SELECT 1 FROM moderation.audit_entry WHERE actor_id = $1 AND action = $2 AND subject_id = $3 AND at >= $4 LIMIT 1`,
      [actorId, action, subjectId, since],
    );
    return rows.length > 0;
  }

  /** @returns who has done that to a thing last; null where nobody has, or the system */
  async lastActor(
    ctx: RequestContext,
    { action, subjectType, subjectId }: Pick<AuditEntry, 'action' | 'subjectType' | 'subjectId'>,
  ): Promise<string | null> {
    const [row] = await this.database.query<{ actorId: string | null }>(
      ctx,
      `SELECT actor_id AS "actorId" FROM moderation.audit_entry WHERE action = $1 AND subject_type = $2 AND subject_id = $3
       ORDER BY seq DESC LIMIT 1`,
      [action, subjectType, subjectId],
    );
    return row?.actorId ?? null;
  }

  /** What was done to these things, latest first. @param subjects type and id, `post:<id>` */
  about(ctx: RequestContext, subjects: readonly string[]): Promise<AuditEntry[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM moderation.audit_entry
       WHERE (subject_type, subject_id) IN (
         SELECT split_part(subject, ':', 1), split_part(subject, ':', 2) FROM unnest($1::text[]) AS subject)
       ORDER BY seq DESC`,
      [subjects],
    );
  }

  /** @param before entries older than this one; the newest when absent */
  page(ctx: RequestContext, first: number, before?: string): Promise<AuditEntry[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM moderation.audit_entry WHERE $2::bigint IS NULL OR seq < $2 ORDER BY seq DESC LIMIT $1`,
      [first, before ?? null],
    );
  }

  /** @returns the first place at which an entry was changed, removed or slipped in; null for a whole chain */
  async firstBreak(ctx: RequestContext): Promise<string | null> {
    const [row] = await this.database.query<{ seq: string }>(
      ctx,
      `SELECT seq FROM (
         SELECT e.seq, e.hash, e.previous_hash, moderation.hash_of(e) AS computed,
                row_number() OVER chain AS place, coalesce(lag(e.hash) OVER chain, ''::bytea) AS hash_before
         FROM moderation.audit_entry e WINDOW chain AS (ORDER BY e.seq)) AS entry
       WHERE previous_hash <> hash_before OR seq <> place OR (hash <> computed AND NOT EXISTS (
         SELECT FROM moderation.audit_entry r
         WHERE r.action = 'reason-redacted' AND r.subject_type = 'audit' AND r.subject_id = entry.seq::text
           AND r.seq > entry.seq AND r.reason = encode(computed, 'hex')))
       ORDER BY seq LIMIT 1`,
    );
    return row?.seq ?? null;
  }
}
