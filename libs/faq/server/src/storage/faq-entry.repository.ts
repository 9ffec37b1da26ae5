import { Injectable } from '@nestjs/common';
import { PUBLIC_POST_SQL, type SourcedText } from '@kundig/forum/server';
import {
  AppDatabase,
  type Batch,
  REDACTED,
  type Locale,
  type RedactedPosts,
  type RequestContext,
} from '@kundig/platform/server';
import { FaqApproval } from './faq-approval.entity.js';
import { FaqEntry, type ReviewReason } from './faq-entry.entity.js';
import { FaqRevision } from './faq-revision.entity.js';

/** An entry with one of its revisions, and who approved that one. */
export interface FaqText {
  readonly entryId: string;
  readonly publicId: string;
  readonly threadId: string;
  readonly number: number;
  readonly releasedNumber: number | null;
  readonly review: ReviewReason | null;
  readonly withdrawnAt: Date | null;
  readonly boardId: string;
  readonly lang: Locale;
  readonly question: string;
  readonly slug: string;
  readonly answerMd: string;
  readonly answerHtml: string;
  readonly editedBy: string;
  readonly editedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly origins: readonly SourcedText[];
}

/** What a released entry is exported with: text and place, no person and no time. */
export interface ReleasedEntry {
  readonly publicId: string;
  readonly slug: string;
  readonly lang: Locale;
  /** Name of the board in the language of the entry. */
  readonly board: string;
  readonly question: string;
  readonly answerMd: string;
  readonly answerHtml: string;
  /** The thread that asks and the post that answers: what the entry was made from. */
  readonly origins: readonly SourcedText[];
}

/** How the source of an entry stands. */
export interface SourceState {
  readonly id: string;
  readonly postId: string;
  readonly releasedNumber: number | null;
  readonly isReadable: boolean;
  readonly isSolution: boolean;
}

const ORIGINS = `(
  SELECT json_agg(json_build_object('id', o.id, 'authorId', o.author_id) ORDER BY o.place) FROM (
    SELECT 1 AS place, ot.id, ot.author_id FROM forum.thread ot WHERE ot.id = e.thread_id
    UNION ALL SELECT 2, op.id, op.author_id FROM forum.post op WHERE op.id = e.post_id) o) AS origins`;

const TEXT_COLUMNS = `
  e.id AS "entryId", e.public_id AS "publicId", e.thread_id AS "threadId", e.released_number AS "releasedNumber",
  e.review, e.withdrawn_at AS "withdrawnAt", r.number, r.board_id AS "boardId", r.lang, r.question, r.slug,
  r.answer_md AS "answerMd", r.answer_html AS "answerHtml", r.edited_by AS "editedBy", r.edited_at AS "editedAt",
  a.approved_by AS "approvedBy", a.approved_at AS "approvedAt", ${ORIGINS}`;

/** The question of an entry (thread `t`, board `b`), and its answer (post `p`), which may have been split off (`pt`, `pb`). */
const SOURCE = `
  JOIN forum.thread t ON t.id = e.thread_id
  JOIN forum.board b ON b.id = t.board_id
  JOIN forum.post p ON p.id = e.post_id
  JOIN forum.thread pt ON pt.id = p.thread_id
  JOIN forum.board pb ON pb.id = pt.board_id`;

/** Everybody can read the source of an entry, and where the entry stands (board `eb`). */
const SOURCE_IS_PUBLIC = `${PUBLIC_POST_SQL} AND pt.hidden_at IS NULL AND pt.deleted_at IS NULL
  AND pb.visibility = 'public' AND eb.visibility = 'public'`;

/**
 * Entries in force. The state of the source is part of the scope, so that a hidden post takes its entry away in the same
 * instant, before any job has run. `OFFSET 0` has the sources looked up entry by entry: on tables without statistics
 * PostgreSQL takes what is neither hidden nor deleted for one row, and would begin with all threads, twice, where there may be
 * no entry at all.
 */
const IN_FORCE = `
  FROM faq.entry e
  JOIN faq.revision r ON r.entry_id = e.id
  JOIN faq.approval a ON a.entry_id = e.id AND a.number = r.number
  JOIN forum.board eb ON eb.id = r.board_id
  CROSS JOIN LATERAL (
    SELECT t.view_count FROM (SELECT e.thread_id, e.post_id) AS e ${SOURCE} WHERE ${SOURCE_IS_PUBLIC} OFFSET 0) AS source
  WHERE r.number = e.released_number`;

/** Letters and digits in small, without accents, an umlaut spelled out or not: `Mueller` and `Müller` are one word. */
const wordsSql = (text: string): string =>
  `replace(replace(replace(public.unaccent(lower(${text})), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')`;

/** Words of a question that is being typed, by themselves and by their stems; such as stand everywhere only while they are typed. */
const ASKED_WORDS = `
  SELECT array_agg(' ' || ${wordsSql('form')}) AS forms
  FROM unnest($1::text[]) WITH ORDINALITY AS asked (word, position)
  CROSS JOIN LATERAL (SELECT to_tsvector('pg_catalog.german', word) AS de, to_tsvector('pg_catalog.english', word) AS en) AS stemmed
  CROSS JOIN LATERAL unnest(word || tsvector_to_array(de) || tsvector_to_array(en)) AS form
  WHERE position = cardinality($1) OR length(de) > 0 AND length(en) > 0
  GROUP BY position`;

/** Characters of an answer's markup of which the first words are taken. */
const EXCERPTED = 2000;

/** Most entries the desk shows. */
const DESK_LIMIT = 500;

/** All SQL about entries. */
@Injectable()
export class FaqEntryRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * Entries everybody reads, those in the language of the request first, then the most viewed.
   * @param boardIds uuids; null means all boards
   * @param first how many at most
   */
  inForce(ctx: RequestContext, boardIds: readonly string[] | null, first: number): Promise<FaqText[]> {
    return this.database.query(
      ctx,
      `SELECT ${TEXT_COLUMNS} ${IN_FORCE} AND ($1::uuid[] IS NULL OR r.board_id = ANY($1))
       ORDER BY (r.lang = $2) DESC, source.view_count DESC, e.id LIMIT $3`,
      [boardIds, ctx.locale, first],
    );
  }

  /**
   * Entries in force in whose question every word begins one of its words, those in the language of the request first, then
   * the most viewed.
   * @param words letters and digits only
   */
  matching(
    ctx: RequestContext,
    words: readonly string[],
    first: number,
  ): Promise<Pick<FaqText, 'publicId' | 'threadId' | 'slug' | 'lang' | 'question' | 'answerHtml'>[]> {
    return this.database.query(
      ctx,
      `WITH asked AS MATERIALIZED (${ASKED_WORDS})
       SELECT e.public_id AS "publicId", e.thread_id AS "threadId", r.slug, r.lang, r.question, left(r.answer_html, ${EXCERPTED}) AS "answerHtml" ${IN_FORCE}
         AND NOT EXISTS (
           SELECT FROM asked WHERE NOT EXISTS (
             SELECT FROM unnest(asked.forms) AS form
             WHERE strpos(regexp_replace(' ' || ${wordsSql('r.question')}, '[^[:alnum:]]+', ' ', 'g'), form) > 0))
       ORDER BY (r.lang = $2) DESC, source.view_count DESC, e.id LIMIT $3`,
      [words, ctx.locale, first],
    );
  }

  async findInForce(ctx: RequestContext, publicId: string): Promise<FaqText | null> {
    const rows = await this.database.query<FaqText>(
      ctx,
      `SELECT ${TEXT_COLUMNS} ${IN_FORCE} AND e.public_id = $1`,
      [publicId],
    );
    return rows[0] ?? null;
  }

  async countInForce(ctx: RequestContext): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(
      ctx,
      `SELECT count(*)::int AS total ${IN_FORCE}`,
    );
    return row!.total;
  }

  /** Addresses of the entries in force, in the order of their keys, with the time of their release. */
  addresses(
    ctx: RequestContext,
    { after, skip, first }: Batch,
  ): Promise<(Pick<FaqText, 'publicId' | 'slug' | 'lang'> & { id: string; changedAt: Date })[]> {
    return this.database.query(
      ctx,
      `SELECT e.id, e.public_id AS "publicId", r.slug, r.lang, a.approved_at AS "changedAt" ${IN_FORCE}
         AND ($1::uuid IS NULL OR e.id > $1) ORDER BY e.id LIMIT $2 OFFSET $3`,
      [after, first, skip],
    );
  }

  /** All entries in force in a stable order, in one statement: an export shows one state. */
  forExport(ctx: RequestContext): Promise<ReleasedEntry[]> {
    return this.database.query(
      ctx,
      `SELECT e.public_id AS "publicId", r.slug, r.lang, CASE r.lang WHEN 'en' THEN eb.name_en ELSE eb.name_de END AS board,
         r.question, r.answer_md AS "answerMd", r.answer_html AS "answerHtml", ${ORIGINS}
       ${IN_FORCE} ORDER BY r.lang, eb.rank, eb.slug, r.question, e.public_id`,
    );
  }

  /**
   * Newest revisions for the editors: what needs a look first, withdrawn ones last.
   * @param boardIds uuids of the boards the editor cares for; null means all
   */
  desk(ctx: RequestContext, boardIds: readonly string[] | null): Promise<FaqText[]> {
    return this.database.query(
      ctx,
      `SELECT ${TEXT_COLUMNS} FROM faq.entry e
       JOIN faq.revision r ON r.entry_id = e.id AND r.number = e.latest_number
       LEFT JOIN faq.approval a ON a.entry_id = e.id AND a.number = r.number
       WHERE $1::uuid[] IS NULL OR r.board_id = ANY($1)
       ORDER BY (e.review IS NOT NULL) DESC, (e.withdrawn_at IS NULL) DESC, (a.number IS NULL) DESC, r.edited_at DESC, e.id
       LIMIT ${DESK_LIMIT}`,
      [boardIds],
    );
  }

  /** The newest revision of an entry, by its public id or by its thread; for services, which then ask the policy. */
  async findLatest(
    ctx: RequestContext,
    by: { publicId: string } | { threadId: string },
  ): Promise<FaqText | null> {
    const [column, value] = 'publicId' in by ? ['public_id', by.publicId] : ['thread_id', by.threadId];
    const rows = await this.database.query<FaqText>(
      ctx,
      `SELECT ${TEXT_COLUMNS} FROM faq.entry e
       JOIN faq.revision r ON r.entry_id = e.id AND r.number = e.latest_number
       LEFT JOIN faq.approval a ON a.entry_id = e.id AND a.number = r.number
       WHERE e.${column} = $1`,
      [value],
    );
    return rows[0] ?? null;
  }

  /** Locks the entry until the end of the transaction. */
  lock(tx: RequestContext, id: string): Promise<FaqEntry> {
    return this.database
      .repository(tx, FaqEntry)
      .createQueryBuilder('e')
      .where('e.id = :id', { id })
      .setLock('pessimistic_write')
      .getOneOrFail();
  }

  /** @returns false when the thread has an entry already */
  async insert(
    tx: RequestContext,
    entry: Pick<FaqEntry, 'id' | 'publicId' | 'threadId' | 'postId' | 'latestNumber' | 'createdAt'>,
  ): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `INSERT INTO faq.entry (id, public_id, thread_id, post_id, latest_number, created_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (thread_id) DO NOTHING RETURNING id`,
      [entry.id, entry.publicId, entry.threadId, entry.postId, entry.latestNumber, entry.createdAt],
    );
    return rows.length > 0;
  }

  async update(tx: RequestContext, id: string, change: Partial<FaqEntry>): Promise<void> {
    await this.database.repository(tx, FaqEntry).update(id, change);
  }

  async addRevision(tx: RequestContext, revision: FaqRevision): Promise<void> {
    await this.database.repository(tx, FaqRevision).insert(revision);
  }

  /** @returns whether this form was sent before */
  wasSent(
    tx: RequestContext,
    key: Pick<FaqRevision, 'entryId' | 'editedBy' | 'clientKey'>,
  ): Promise<boolean> {
    return this.database.repository(tx, FaqRevision).existsBy(key);
  }

  async addApproval(tx: RequestContext, approval: FaqApproval): Promise<void> {
    await this.database.repository(tx, FaqApproval).insert(approval);
  }

  /** @returns whether everybody can read the source of the entry, and its board would show it */
  async isSourcePublic(tx: RequestContext, entryId: string, boardId: string): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `SELECT 1 FROM faq.entry e JOIN forum.board eb ON eb.id = $2 ${SOURCE}
       WHERE e.id = $1 AND ${SOURCE_IS_PUBLIC}`,
      [entryId, boardId],
    );
    return rows.length > 0;
  }

  /** Locks the entries for which `postId` is the answer, or opens the thread of their question or of their answer. */
  lockBySource(tx: RequestContext, threadId: string, postId: string): Promise<SourceState[]> {
    return this.database.query(
      tx,
      `SELECT e.id, e.post_id AS "postId", e.released_number AS "releasedNumber", p.solution_at IS NOT NULL AS "isSolution",
         t.hidden_at IS NULL AND t.deleted_at IS NULL AND pt.hidden_at IS NULL AND pt.deleted_at IS NULL
           AND p.hidden_at IS NULL AND p.deleted_at IS NULL AS "isReadable"
       FROM faq.entry e JOIN forum.thread source ON source.id = e.thread_id
       JOIN forum.thread t ON t.id = coalesce(source.merged_into_id, source.id)
       JOIN forum.post p ON p.id = e.post_id JOIN forum.thread pt ON pt.id = p.thread_id
       JOIN forum.post changed ON changed.id = $2
       WHERE changed.id = e.post_id OR (changed.position = 1 AND $1 IN (e.thread_id, p.thread_id))
       ORDER BY e.id FOR UPDATE OF e`,
      [threadId, postId],
    );
  }

  /** Locks the entry made from a thread. */
  async lockOfThread(
    tx: RequestContext,
    threadId: string,
  ): Promise<Pick<SourceState, 'id' | 'releasedNumber'> | null> {
    const rows = await this.database.query<Pick<SourceState, 'id' | 'releasedNumber'>>(
      tx,
      'SELECT id, released_number AS "releasedNumber" FROM faq.entry WHERE thread_id = $1 FOR UPDATE',
      [threadId],
    );
    return rows[0] ?? null;
  }

  /** Names the thread in which an entry's question stands now. @returns false where that has an entry of its own */
  async changeSource(tx: RequestContext, id: string, threadId: string): Promise<boolean> {
    const [rows] = await this.database.query<unknown[]>(
      tx,
      `UPDATE faq.entry SET thread_id = $2
       WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM faq.entry WHERE thread_id = $2) RETURNING 1`,
      [id, threadId],
    );
    return rows!.length > 0;
  }

  /** @returns whether the answer of an entry stands in a thread */
  async isAnsweredIn(ctx: RequestContext, id: string, threadId: string): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      'SELECT 1 FROM faq.entry e JOIN forum.post p ON p.id = e.post_id WHERE e.id = $1 AND p.thread_id = $2',
      [id, threadId],
    );
    return rows.length > 0;
  }

  /** Revisions of the entry made from a thread in which a pattern occurs, as they read without it. */
  withoutPattern(
    tx: RequestContext,
    { threadId, postIds, everywhere }: RedactedPosts,
    pattern: string,
  ): Promise<Pick<FaqRevision, 'entryId' | 'number' | 'question' | 'answerMd'>[]> {
    return this.database.query(
      tx,
      `SELECT r.entry_id AS "entryId", r.number,
         left(regexp_replace(r.question, $2, $3, 'gi'), 200) AS question, regexp_replace(r.answer_md, $2, $3, 'gi') AS "answerMd"
       FROM faq.revision r JOIN faq.entry e ON e.id = r.entry_id
       WHERE (e.thread_id = $1 OR e.post_id = ANY($5)) AND (r.question ~* $2 OR r.answer_md ~* $2)
         AND ($4 OR e.post_id = ANY($5) OR EXISTS (
           SELECT FROM forum.post p WHERE p.thread_id = e.thread_id AND p.position = 1 AND p.id = ANY($5)))`,
      [threadId, pattern, REDACTED, everywhere, postIds],
    );
  }

  /** The one way in which a revision changes; the database compares what is written with what the pattern takes out. */
  async redactRevision(
    tx: RequestContext,
    { entryId, number }: Pick<FaqRevision, 'entryId' | 'number'>,
    pattern: string,
    text: Pick<FaqRevision, 'question' | 'slug' | 'answerMd' | 'answerHtml'>,
  ): Promise<void> {
    await this.database.query(tx, 'SELECT faq.redact_revision($1, $2, $3, $4, $5, $6, $7)', [
      entryId,
      number,
      pattern,
      text.question,
      text.slug,
      text.answerMd,
      text.answerHtml,
    ]);
  }

  /** Pseudonyms of everybody who wrote in a thread. */
  async authorsIn(ctx: RequestContext, threadId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      'SELECT DISTINCT author_id AS id FROM forum.post WHERE thread_id = $1 AND author_id IS NOT NULL',
      [threadId],
    );
    return rows.map(({ id }) => id);
  }
}
