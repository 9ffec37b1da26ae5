import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { SearchDocument, StoredDigest, ThreadFacts } from '../engine/search-engine.js';
import { toStored } from './stored-text.js';

/** What somebody may look for in a document, and where it stands. */
export type DocumentText = Pick<SearchDocument, 'boardId' | 'isOpening' | 'title' | 'tags' | 'body'>;

const TEXTS = `SELECT board_id AS "boardId", is_opening AS "isOpening", title, tags, body FROM search.document`;

/** All SQL that keeps documents; they are searched by `RankingRepository`. */
@Injectable()
export class DocumentRepository {
  constructor(private readonly database: AppDatabase) {}

  /** What the documents of posts say now; a post without a document is left out. */
  textsOf(ctx: RequestContext, postIds: readonly string[]): Promise<DocumentText[]> {
    return this.database.query(ctx, `${TEXTS} WHERE post_id = ANY($1)`, [postIds]);
  }

  /** The same of all documents of a thread. */
  textsOfThread(ctx: RequestContext, threadId: string): Promise<DocumentText[]> {
    return this.database.query(ctx, `${TEXTS} WHERE thread_id = $1`, [threadId]);
  }

  /** The same of those documents of a thread that say something else of its place, title or tags. */
  textsBefore(ctx: RequestContext, { threadId, boardId, title, tags }: ThreadFacts): Promise<DocumentText[]> {
    return this.database.query(
      ctx,
      `${TEXTS} WHERE thread_id = $1 AND (board_id <> $2 OR title <> $3 OR tags <> $4)`,
      [threadId, boardId, toStored(title), tags],
    );
  }

  /** Writes documents in one statement; one whose thread and digests did not change stays as it is. */
  async save(ctx: RequestContext, documents: readonly SearchDocument[]): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO search.document AS d
       SELECT n.post_id, n.thread_id, n.board_id, n.author_id, n.is_opening, n.is_solution, n.thread_kind, n.thread_state,
              n.lang, n.tags, n.created_at, n.post_digest, n.thread_digest, n.title, n.body, t.lexemes,
              search.post_lexemes(n.lang, n.is_opening, t.lexemes, n.body), n.same_problems
       FROM json_to_recordset($1::json) AS n(
              post_id uuid, thread_id uuid, board_id uuid, author_id uuid, is_opening boolean, is_solution boolean,
              thread_kind text, thread_state text, lang text, tags text[], created_at timestamptz, post_digest text,
              thread_digest text, title text, body text, same_problems int)
       LEFT JOIN search.document same USING (post_id, thread_id, post_digest, thread_digest)
       CROSS JOIN LATERAL (SELECT search.title_lexemes(n.lang, n.title, n.tags) AS lexemes) AS t
       WHERE same.thread_id IS NULL
       ON CONFLICT (post_id) DO UPDATE SET
         (thread_id, board_id, author_id, is_opening, is_solution, thread_kind, thread_state, lang, tags, created_at,
          post_digest, thread_digest, title, body, title_lexemes, lexemes, same_problems) =
         (excluded.thread_id, excluded.board_id, excluded.author_id, excluded.is_opening, excluded.is_solution,
          excluded.thread_kind, excluded.thread_state, excluded.lang, excluded.tags, excluded.created_at,
          excluded.post_digest, excluded.thread_digest, excluded.title, excluded.body, excluded.title_lexemes,
          excluded.lexemes, excluded.same_problems)`,
      [JSON.stringify(documents.map(toRow))],
    );
  }

  async updateThread(ctx: RequestContext, facts: ThreadFacts): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE search.document d SET
         board_id = $2, thread_kind = $3, thread_state = $4, thread_digest = $5, title = $6, tags = $7, same_problems = $8,
         title_lexemes = n.title_lexemes,
         lexemes = CASE WHEN d.title_lexemes = n.title_lexemes THEN d.lexemes
                        ELSE search.post_lexemes(d.lang, d.is_opening, n.title_lexemes, d.body) END
       FROM (SELECT o.post_id, search.title_lexemes(o.lang, $6, $7) AS title_lexemes
             FROM search.document o WHERE o.thread_id = $1 AND o.thread_digest <> $5) AS n
       WHERE d.post_id = n.post_id`,
      [
        facts.threadId,
        facts.boardId,
        facts.threadKind,
        facts.threadState,
        facts.threadDigest,
        toStored(facts.title),
        facts.tags,
        facts.sameProblems,
      ],
    );
  }

  async remove(ctx: RequestContext, postIds: readonly string[]): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM search.document WHERE post_id = ANY($1)', [postIds]);
  }

  async removeThread(ctx: RequestContext, threadId: string): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM search.document WHERE thread_id = $1', [threadId]);
  }

  /** @returns number of documents that lost their author */
  async forgetAuthors(ctx: RequestContext, authorIds: readonly string[]): Promise<number> {
    const changed = await this.database.query(
      ctx,
      `WITH forgotten AS (
         UPDATE search.document SET author_id = NULL, post_digest = '' WHERE author_id = ANY($1) RETURNING 1)
       SELECT 1 FROM forgotten`,
      [authorIds],
    );
    return changed.length;
  }

  digests(ctx: RequestContext, postIds: readonly string[]): Promise<StoredDigest[]> {
    return this.database.query(
      ctx,
      `SELECT post_id AS "postId", post_digest AS "postDigest", thread_digest AS "threadDigest"
       FROM search.document WHERE post_id = ANY($1)`,
      [postIds],
    );
  }

  async idsAfter(ctx: RequestContext, after: string | null, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT post_id AS id FROM search.document WHERE $1::uuid IS NULL OR post_id > $1 ORDER BY post_id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }
}

function toRow(document: SearchDocument): Record<string, unknown> {
  return {
    post_id: document.postId,
    thread_id: document.threadId,
    board_id: document.boardId,
    author_id: document.authorId,
    is_opening: document.isOpening,
    is_solution: document.isSolution,
    thread_kind: document.threadKind,
    thread_state: document.threadState,
    lang: document.lang,
    tags: document.tags,
    created_at: document.createdAt,
    post_digest: document.postDigest,
    thread_digest: document.threadDigest,
    same_problems: document.sameProblems,
    title: toStored(document.title),
    body: toStored(document.body),
  };
}
