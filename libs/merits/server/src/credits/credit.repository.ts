import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/**
 * What the posts of living members earned, by post and day. Kudos that came with an import count on the day the post was
 * written: nobody knows theirs. `$1` holds the posts; null means all.
 */
const CREDITS = `
  SELECT p.id AS post_id, e.day, p.author_id AS member_id, t.board_id,
         sum(e.kudos)::int AS kudos, sum(e.solutions)::int AS solutions
  FROM forum.post p
  JOIN forum.thread t ON t.id = p.thread_id AND t.hidden_at IS NULL AND t.deleted_at IS NULL
  JOIN pseudonyms.pseudonym a ON a.id = p.author_id AND a.kind = 'member' AND a.deleted_at IS NULL
  CROSS JOIN LATERAL (
    SELECT (k.given_at AT TIME ZONE 'UTC')::date AS day, count(*) AS kudos, 0 AS solutions
    FROM kudos.kudo k WHERE k.post_id = p.id GROUP BY 1
    UNION ALL
    SELECT (p.created_at AT TIME ZONE 'UTC')::date, c.imported_count, 0
    FROM kudos.post_kudos c WHERE c.post_id = p.id AND c.imported_count > 0
    UNION ALL
    SELECT (p.solution_at AT TIME ZONE 'UTC')::date, 0, 1
    WHERE p.solution_at IS NOT NULL AND p.author_id IS DISTINCT FROM t.author_id) AS e
  WHERE p.deleted_at IS NULL AND p.hidden_at IS NULL AND ($1::uuid[] IS NULL OR p.id = ANY($1))
  GROUP BY p.id, e.day, t.board_id`;

const COLUMNS = 'post_id, day, member_id, board_id, kudos, solutions';

/** All SQL about credits: rows derived from forum and kudos. */
@Injectable()
export class CreditRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Makes the credits of some posts anew. Of parallel calls for one post the last one has seen everything. */
  async renew(tx: RequestContext, postIds: readonly string[]): Promise<void> {
    await this.database.query(
      tx,
      `SELECT pg_advisory_xact_lock(hashtextextended('merits.credit_day:' || id, 0))
       FROM (SELECT id FROM unnest($1::text[]) AS id ORDER BY id) AS posts`,
      [postIds],
    );
    await this.database.query(tx, 'DELETE FROM merits.credit_day WHERE post_id = ANY($1)', [postIds]);
    await this.database.query(tx, `INSERT INTO merits.credit_day (${COLUMNS}) ${CREDITS}`, [postIds]);
  }

  /** Makes all credits anew, where any differs. Holds up `renew` meanwhile. @returns number of rows that were wrong */
  async renewAll(tx: RequestContext): Promise<number> {
    await this.database.query(tx, 'LOCK TABLE merits.credit_day IN SHARE ROW EXCLUSIVE MODE');
    const [row] = await this.database.query<{ wrong: number }>(
      tx,
      `WITH wanted AS (${CREDITS}), held AS (SELECT ${COLUMNS} FROM merits.credit_day)
       SELECT count(DISTINCT (post_id, day))::int AS wrong FROM (
         (SELECT * FROM wanted EXCEPT SELECT * FROM held) UNION ALL (SELECT * FROM held EXCEPT SELECT * FROM wanted)) AS d`,
      [null],
    );
    if (row!.wrong === 0) return 0;
    await this.database.query(tx, 'DELETE FROM merits.credit_day');
    await this.database.query(tx, `INSERT INTO merits.credit_day (${COLUMNS}) ${CREDITS}`, [null]);
    return row!.wrong;
  }

  async postsOf(ctx: RequestContext, threadId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      'SELECT id FROM forum.post WHERE thread_id = $1',
      [threadId],
    );
    return rows.map(({ id }) => id);
  }
}
