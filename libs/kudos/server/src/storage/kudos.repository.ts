import { Injectable } from '@nestjs/common';
import { PUBLIC_POST_SQL } from '@kundig/forum/server';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** What one viewer sees of a post's kudos. */
export interface KudosSummary {
  /** Given here and imported. */
  readonly count: number;
  readonly givenByViewer: boolean;
}

/** Posts whose counter is not that of their kudos, which stand in `k`. */
const MISCOUNTED = `
  (SELECT post_id, count(*)::int AS count FROM kudos.kudo GROUP BY post_id) AS k
  FULL JOIN kudos.post_kudos c USING (post_id) WHERE k.count IS DISTINCT FROM nullif(c.count, 0)`;

/**
 * All SQL of the schema `kudos`. A row of `kudo` is one member's thank-you; `post_kudos` holds its number per post,
 * changed by the same statement, and the number of those that came with an import and whose givers nobody knows.
 */
@Injectable()
export class KudosRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * Adds a member's kudos and counts it. Of parallel calls for the same member and post one adds, the others wait for it.
   * @returns false when it was given already
   */
  async give(tx: RequestContext, postId: string, giverId: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `WITH given AS (INSERT INTO kudos.kudo (post_id, giver_id, given_at) VALUES ($1, $2, $3)
                      ON CONFLICT (post_id, giver_id) DO NOTHING RETURNING post_id)
       INSERT INTO kudos.post_kudos AS counter (post_id, count) SELECT post_id, 1 FROM given
       ON CONFLICT (post_id) DO UPDATE SET count = counter.count + 1 RETURNING 1`,
      [postId, giverId, at],
    );
    return rows.length > 0;
  }

  /** Removes a member's kudos and counts it out. @returns false when there was none */
  async withdraw(tx: RequestContext, postId: string, giverId: string): Promise<boolean> {
    const [rows] = await this.database.query<unknown[]>(
      tx,
      `WITH taken AS (DELETE FROM kudos.kudo WHERE post_id = $1 AND giver_id = $2 RETURNING post_id)
       UPDATE kudos.post_kudos SET count = count - 1 WHERE post_id = (SELECT post_id FROM taken) RETURNING 1`,
      [postId, giverId],
    );
    return rows!.length > 0;
  }

  /**
   * Kudos of many posts and whether the viewer gave any of them, in one statement. A post without kudos is absent.
   * @param viewerId member who looks; null for visitors
   */
  async summaries(
    ctx: RequestContext,
    postIds: readonly string[],
    viewerId: string | null,
  ): Promise<Map<string, KudosSummary>> {
    const rows = await this.database.query<KudosSummary & { postId: string }>(
      ctx,
      `SELECT post_id AS "postId", count + imported_count AS count,
              EXISTS (SELECT FROM kudos.kudo k WHERE k.post_id = counter.post_id AND k.giver_id = $2) AS "givenByViewer"
       FROM kudos.post_kudos counter WHERE post_id = ANY($1)`,
      [postIds, viewerId],
    );
    return new Map(rows.map(({ postId, ...summary }) => [postId, summary]));
  }

  /** Kudos of many authors for what they wrote in public boards, and what members are credited with: the same number for every viewer. */
  async publicTotals(ctx: RequestContext, authorIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ authorId: string; total: number }>(
      ctx,
      `SELECT "authorId", sum(kudos)::int AS total FROM (
         SELECT p.author_id AS "authorId", c.count + c.imported_count AS kudos
         FROM forum.post p JOIN kudos.post_kudos c ON c.post_id = p.id
           JOIN forum.thread t ON t.id = p.thread_id JOIN forum.board b ON b.id = t.board_id
         WHERE p.author_id = ANY($1) AND ${PUBLIC_POST_SQL}
         UNION ALL SELECT member_id, kudos FROM kudos.member_credit WHERE member_id = ANY($1)) AS earned
       GROUP BY "authorId"`,
      [authorIds],
    );
    return new Map(rows.map(({ authorId, total }) => [authorId, total]));
  }

  /** Kudos of many authors for all that they wrote and that still stands; for their own eyes. */
  async ownTotals(ctx: RequestContext, authorIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ authorId: string; total: number }>(
      ctx,
      `SELECT p.author_id AS "authorId", sum(c.count + c.imported_count)::int AS total
       FROM forum.post p JOIN kudos.post_kudos c ON c.post_id = p.id
       WHERE p.author_id = ANY($1) AND p.deleted_at IS NULL AND p.hidden_at IS NULL
       GROUP BY p.author_id`,
      [authorIds],
    );
    return new Map(rows.map(({ authorId, total }) => [authorId, total]));
  }

  /**
   * Posts that were thanked for since then and still are. For jobs; shows nothing to anybody.
   * @returns with the number of kudos given here, of all time
   */
  thankedSince(
    ctx: RequestContext,
    since: Date,
  ): Promise<{ threadId: string; postId: string; count: number }[]> {
    return this.database.query(
      ctx,
      `SELECT p.thread_id AS "threadId", p.id AS "postId", c.count
       FROM kudos.post_kudos c JOIN forum.post p ON p.id = c.post_id
       WHERE c.count > 0 AND c.post_id IN (SELECT post_id FROM kudos.kudo WHERE given_at >= $1)
       ORDER BY p.thread_id, p.position`,
      [since],
    );
  }

  /**
   * Sets how many kudos of unknown givers came with an import. Safe to repeat; kudos given here are left alone.
   * @param counts by post uuid, whole and >= 0
   */
  async setImported(tx: RequestContext, counts: ReadonlyMap<string, number>): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO kudos.post_kudos (post_id, imported_count) SELECT * FROM unnest($1::uuid[], $2::int[])
       ON CONFLICT (post_id) DO UPDATE SET imported_count = excluded.imported_count`,
      [[...counts.keys()], [...counts.values()]],
    );
  }

  /**
   * Corrects every counter that differs from its rows. Waits for kudos under way and holds up new ones until the end of
   * the transaction, or a counter could be set to a number that is a moment old.
   * @returns number of counters that were wrong
   */
  async correctCounts(tx: RequestContext): Promise<number> {
    await this.database.query(tx, 'LOCK TABLE kudos.kudo IN SHARE MODE');
    const corrected = await this.database.query(
      tx,
      `INSERT INTO kudos.post_kudos AS counter (post_id, count)
       SELECT post_id, coalesce(k.count, 0) FROM ${MISCOUNTED}
       ON CONFLICT (post_id) DO UPDATE SET count = excluded.count RETURNING 1`,
    );
    return corrected.length;
  }

  /** @returns number of posts whose counter is not that of their kudos */
  async countMiscounted(ctx: RequestContext): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      ctx,
      `SELECT count(*)::int AS count FROM ${MISCOUNTED}`,
    );
    return row!.count;
  }
}
