import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { StoredDigest } from '../engine/search-engine.js';
import { toShown } from '../postgres/stored-text.js';
import type { MirroredDocument } from './mirrored-document.js';

/** An index on the Meilisearch server. */
export interface Mirror {
  readonly indexUid: string;
  readonly settingsDigest: string;
  /** Being filled; answering searches; to be deleted. */
  readonly state: 'filling' | 'serving' | 'retired';
  /** Last post that was copied; null before the first. */
  readonly copiedUpTo: string | null;
  /** Whether somebody filled it within the last minute. */
  readonly isWorkedOn: boolean;
}

/** One entry of the log. */
export interface MirrorChange {
  readonly seq: string;
  readonly postId: string;
}

/** Changes that were not sent yet. */
export interface MirrorLag {
  readonly pending: number;
  /** Age of the oldest in seconds; 0 without any. */
  readonly seconds: number;
}

/** Whoever sends documents holds this lock until they are stored: no older state arrives after a newer one. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('search.mirror', 0))`;

const DOCUMENTS = `
  SELECT post_id AS "postId", thread_id AS "threadId", board_id AS "boardId", author_id AS "authorId", title,
         CASE WHEN is_opening THEN title ELSE '' END AS "ownTitle", tags, body, lang, thread_kind AS "threadKind",
         thread_state AS "threadState", is_solution AS "isSolution", same_problems AS "sameProblems",
         extract(epoch FROM created_at)::float8 AS "createdAt", post_digest AS "postDigest", thread_digest AS "threadDigest"
  FROM search.document`;

/** Which indexes there are, what was not sent to them yet, and what is sent. */
@Injectable()
export class MirrorRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Waits for other senders. */
  async lock(tx: RequestContext): Promise<void> {
    await this.database.query(tx, LOCK);
  }

  all(ctx: RequestContext): Promise<Mirror[]> {
    return this.database.query(
      ctx,
      `SELECT index_uid AS "indexUid", settings_digest AS "settingsDigest", state, copied_up_to AS "copiedUpTo",
              worked_at > now() - interval '1 minute' AS "isWorkedOn"
       FROM search.mirror ORDER BY index_uid`,
    );
  }

  /** @returns the index that answers searches; null without one, and while changes wait for longer than `seconds` */
  async current(ctx: RequestContext, seconds: number): Promise<string | null> {
    const [row] = await this.database.query<{ uid: string }>(
      ctx,
      `SELECT index_uid AS uid FROM search.mirror WHERE state = 'serving' AND NOT EXISTS (
         SELECT FROM search.mirror_change WHERE changed_at < now() - make_interval(secs => $1))`,
      [seconds],
    );
    return row?.uid ?? null;
  }

  /**
   * From the commit on every change is logged: waits for the writers that do not know of the index yet, since what they
   * write would be neither copied nor logged.
   * @returns false where another process fills one already
   */
  begin(ctx: RequestContext, indexUid: string, settingsDigest: string): Promise<boolean> {
    return this.database.transaction(ctx, async (tx) => {
      await this.database.query(tx, 'LOCK TABLE search.document IN SHARE MODE');
      const begun = await this.database.query(
        tx,
        `WITH begun AS (
           INSERT INTO search.mirror (index_uid, settings_digest, state, worked_at) VALUES ($1, $2, 'filling', now())
           ON CONFLICT DO NOTHING RETURNING 1)
         SELECT FROM begun`,
        [indexUid, settingsDigest],
      );
      return begun.length > 0;
    });
  }

  async copied(tx: RequestContext, indexUid: string, upTo: string): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE search.mirror SET copied_up_to = $2, worked_at = now() WHERE index_uid = $1',
      [indexUid, upTo],
    );
  }

  /** The index that was filled takes the place of the one that answered so far. */
  async serve(tx: RequestContext, indexUid: string): Promise<void> {
    await this.database.query(tx, `UPDATE search.mirror SET state = 'retired' WHERE state = 'serving'`);
    await this.database.query(tx, `UPDATE search.mirror SET state = 'serving' WHERE index_uid = $1`, [
      indexUid,
    ]);
  }

  async retire(ctx: RequestContext, indexUid: string): Promise<void> {
    await this.database.query(ctx, `UPDATE search.mirror SET state = 'retired' WHERE index_uid = $1`, [
      indexUid,
    ]);
  }

  /** An index that is gone. */
  async remove(ctx: RequestContext, indexUid: string): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM search.mirror WHERE index_uid = $1', [indexUid]);
  }

  /** Without a server: nothing is logged any more, and a server named later is filled anew. */
  async removeAll(ctx: RequestContext): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM search.mirror');
    await this.forgetChanges(ctx);
  }

  /** What was logged for indexes that are gone. */
  async forgetChanges(ctx: RequestContext): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM search.mirror_change');
  }

  /** The oldest first, at most `limit`. */
  changes(tx: RequestContext, limit: number): Promise<MirrorChange[]> {
    return this.database.query(
      tx,
      'SELECT seq, post_id AS "postId" FROM search.mirror_change ORDER BY seq LIMIT $1',
      [limit],
    );
  }

  /** Only these: a post that changed again meanwhile stays in the log. */
  async sent(tx: RequestContext, changes: readonly MirrorChange[]): Promise<void> {
    await this.database.query(tx, 'DELETE FROM search.mirror_change WHERE seq = ANY($1::bigint[])', [
      changes.map(({ seq }) => seq),
    ]);
  }

  async lag(ctx: RequestContext): Promise<MirrorLag> {
    const [lag] = await this.database.query<MirrorLag>(
      ctx,
      `SELECT count(DISTINCT post_id)::int AS pending, coalesce(extract(epoch FROM now() - min(changed_at)), 0)::int AS seconds
       FROM search.mirror_change`,
    );
    return lag!;
  }

  /** Documents of these posts as they are now; a post without one is left out. */
  async documents(ctx: RequestContext, postIds: readonly string[]): Promise<MirroredDocument[]> {
    const rows = await this.database.query<MirroredDocument>(ctx, `${DOCUMENTS} WHERE post_id = ANY($1)`, [
      postIds,
    ]);
    return rows.map(asShown);
  }

  /** Documents in the order of their keys, at most `limit`. @param after null for the first ones */
  async documentsAfter(
    ctx: RequestContext,
    after: string | null,
    limit: number,
  ): Promise<MirroredDocument[]> {
    const rows = await this.database.query<MirroredDocument>(
      ctx,
      `${DOCUMENTS} WHERE $1::uuid IS NULL OR post_id > $1 ORDER BY post_id LIMIT $2`,
      [after, limit],
    );
    return rows.map(asShown);
  }

  /** Digests in the order of their keys, at most `limit`. */
  digestsAfter(ctx: RequestContext, after: string | null, limit: number): Promise<StoredDigest[]> {
    return this.database.query(
      ctx,
      `SELECT post_id AS "postId", post_digest AS "postDigest", thread_digest AS "threadDigest" FROM search.document
       WHERE $1::uuid IS NULL OR post_id > $1 ORDER BY post_id LIMIT $2`,
      [after, limit],
    );
  }

  async count(ctx: RequestContext, upTo: string | null = null): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      ctx,
      'SELECT count(*)::int AS count FROM search.document WHERE $1::uuid IS NULL OR post_id <= $1',
      [upTo],
    );
    return row!.count;
  }
}

const asShown = (row: MirroredDocument): MirroredDocument => ({
  ...row,
  title: toShown(row.title),
  ownTitle: toShown(row.ownTitle),
  body: toShown(row.body),
});
