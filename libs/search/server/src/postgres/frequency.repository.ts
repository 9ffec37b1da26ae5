import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** A board is counted again after a day, or when a quarter of its posts came or went. */
const DUE_BOARDS = `
  SELECT coalesce(s.board_id, d.board_id) AS id
  FROM search.board_size s
  FULL JOIN (SELECT board_id, count(*) AS posts FROM search.document GROUP BY board_id) AS d USING (board_id)
  WHERE s.board_id IS NULL OR d.board_id IS NULL
     OR s.counted_at <= $1::timestamptz - interval '1 day' OR 4 * abs(d.posts - s.posts) >= s.posts
  ORDER BY 1`;

/** Who counts and who takes words away take turns: a count of before must not bring back a word that is gone. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('search.frequency', 0))`;

/** All SQL about how often words stand in the posts of a board. A word that is not counted stands in one. */
@Injectable()
export class FrequencyRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Boards whose words should be counted again. */
  async dueBoards(ctx: RequestContext, now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(ctx, DUE_BOARDS, [now]);
    return rows.map(({ id }) => id);
  }

  /** Counts the words of one board. Safe to repeat, and from several processes at once. */
  async count(ctx: RequestContext, boardId: string, now: Date): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      await this.database.query(tx, LOCK);
      await this.database.query(
        tx,
        `WITH counted AS MATERIALIZED (
           SELECT word AS lexeme, ndoc AS posts
           FROM ts_stat(format('SELECT lexemes FROM search.document WHERE board_id = %L', $1::uuid)) WHERE ndoc > 1),
         gone AS (
           DELETE FROM search.frequency f
           WHERE f.board_id = $1 AND NOT EXISTS (SELECT FROM counted WHERE counted.lexeme = f.lexeme))
         INSERT INTO search.frequency (lexeme, board_id, posts) SELECT lexeme, $1, posts FROM counted
         ON CONFLICT (lexeme, board_id) DO UPDATE SET posts = excluded.posts WHERE frequency.posts <> excluded.posts`,
        [boardId],
      );
      await this.database.query(
        tx,
        `WITH gone AS (
           DELETE FROM search.board_size
           WHERE board_id = $1 AND NOT EXISTS (SELECT FROM search.document WHERE board_id = $1))
         INSERT INTO search.board_size (board_id, posts, mean_length, counted_at)
         SELECT board_id, count(*), avg(octet_length(body)), $2 FROM search.document WHERE board_id = $1 GROUP BY board_id
         ON CONFLICT (board_id) DO UPDATE SET posts = excluded.posts, mean_length = excluded.mean_length, counted_at = excluded.counted_at`,
        [boardId, now],
      );
    });
  }

  /** Counts no longer, in no form, what no document of a board holds any more. @param boardIds of each of the words */
  async forget(tx: RequestContext, words: readonly string[], boardIds: readonly string[]): Promise<void> {
    await this.database.query(tx, LOCK);
    await this.database.query(
      tx,
      `DELETE FROM search.frequency f
       USING (SELECT DISTINCT gone.board_id, form.lexeme
              FROM unnest($1::text[], $2::uuid[]) AS gone (word, board_id)
              CROSS JOIN LATERAL unnest(tsvector_to_array(search.lexemes_of('de', gone.word) || search.lexemes_of('en', gone.word)))
                AS form (lexeme)) AS gone
       WHERE f.lexeme = gone.lexeme AND f.board_id = gone.board_id AND ${NO_DOCUMENT}`,
      [words, boardIds],
    );
  }

  /** The same of the words of a passage, and of everything in which a pattern occurs, whatever board it stands in. */
  async forgetPassage(tx: RequestContext, words: readonly string[], pattern: string): Promise<void> {
    await this.database.query(tx, LOCK);
    await this.database.query(
      tx,
      `DELETE FROM search.frequency f
       WHERE (f.lexeme ~* $2 OR f.lexeme = ANY (
                SELECT unnest(tsvector_to_array(search.lexemes_of('de', word) || search.lexemes_of('en', word)))
                FROM unnest($1::text[]) AS word))
         AND ${NO_DOCUMENT}`,
      [words, pattern],
    );
  }
}

const NO_DOCUMENT = `NOT EXISTS (
           SELECT FROM search.document d
           WHERE d.board_id = f.board_id AND d.lexemes @@ plainto_tsquery('search.plain', f.lexeme))`;
