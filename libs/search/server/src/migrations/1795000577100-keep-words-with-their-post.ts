import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LookAtTheNewestFirst1795000577000 } from './1795000577000-look-at-the-newest-first.js';

/** Conditions of every search. */
const FILTER = `
            d.board_id = ANY (boards) AND (author IS NULL OR d.author_id = author)
            AND (tag IS NULL OR d.tags @> ARRAY[tag]) AND (language IS NULL OR d.lang = language)
            AND (kind IS NULL OR d.thread_kind = kind) AND (states IS NULL OR d.thread_state = ANY (states))`;
/** An expression, which no index is ordered by: among all posts only the text index may find hits, never a walk. */
const WRITTEN = `d.created_at + interval '0'`;
const SETTINGS =
  'SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan SET jit = off';
/**
 * About so many posts are looked at first: for a common word by walking back from the newest, for a rare one by both indexes
 * together. Some are counted off, the others reckoned by how long these took to be written.
 */
const LOOKED_AT_FIRST = { countedOff: 2_000, times: 6 };

const ARGUMENTS = 'boards uuid[], author uuid, tag text, language text, kind text, states text[]';
const PASSED = 'boards, author, tag, language, kind, states';
const TYPES = 'uuid[], uuid, text, text, text, text[]';

/** What a table keeps within its rows: all of an ordinary post, or little more than its numbers and names. */
const ROW_BYTES = { whole: 8_160, narrow: 256 };

/** SQL of when the newest post was written, or the one behind so many newer ones; NULL where there are fewer. */
const written = (newer = 0): string =>
  `(SELECT d.created_at FROM search.document d ORDER BY d.created_at DESC OFFSET ${newer} LIMIT 1)`;

/** SQL of the newest posts of which a condition holds, from the newest of all posts first. */
const newestOf = (condition: string): string => `
            IF since > '-infinity' THEN
              RETURN QUERY SELECT d.ctid FROM search.document d
                WHERE ${condition} AND d.created_at >= since AND ${FILTER} ORDER BY d.created_at DESC, d.post_id LIMIT most;
              GET DIAGNOSTICS enough = ROW_COUNT;
            END IF;
            IF enough < most THEN
              RETURN QUERY SELECT d.ctid FROM search.document d
                WHERE ${condition} AND (since = '-infinity' OR ${WRITTEN} < since) AND ${FILTER}
                ORDER BY ${WRITTEN} DESC, d.post_id LIMIT most - enough;
            END IF;`;

/**
 * Ranking reads the words of every post that may be found. They stood apart from their posts, each behind an index and in two
 * pieces, while posts were so narrow that a common word's could be walked through; since only the newest of these are walked,
 * a search spent half of its time on fetching words. Now posts hold them, and lie in the order of their time.
 *
 * Candidates are told by where they lie, which spares another search for each. That holds within one statement: who changes
 * or moves a post leaves the row in place that the statement sees.
 *
 * A word's stems are looked for, and its own spelling only where a language has no stem of it: every post that holds the
 * spelling holds the stem of its language, too.
 */
export class KeepWordsWithTheirPost1795000577100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION search.forms_of(word text) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE
      AS $$ SELECT CASE
              WHEN plainto_tsquery('search.german', word) = '' OR plainto_tsquery('search.english', word) = ''
              THEN plainto_tsquery('search.plain', word) || plainto_tsquery('search.german', word)
                     || plainto_tsquery('search.english', word)
              WHEN plainto_tsquery('search.german', word) = plainto_tsquery('search.english', word)
              THEN plainto_tsquery('search.german', word)
              ELSE plainto_tsquery('search.german', word) || plainto_tsquery('search.english', word) END $$`);
    await queryRunner.query(
      `DROP FUNCTION search.candidates(tsquery, tsquery, ${TYPES}, int, int, int), search.newest_hits(tsquery, boolean, ${TYPES}, int)`,
    );
    await queryRunner.query(`
      CREATE FUNCTION search.looked_at_first() RETURNS timestamptz LANGUAGE sql STABLE
      AS $$ SELECT coalesce(newest - ${LOOKED_AT_FIRST.times} * (newest - ${written(LOOKED_AT_FIRST.countedOff)}), '-infinity')
            FROM (SELECT ${written()} AS newest) AS post $$`);
    await queryRunner.query(`
      CREATE FUNCTION search.newest_hits(match tsquery, in_titles boolean, since timestamptz, ${ARGUMENTS}, most int)
      RETURNS SETOF tid LANGUAGE plpgsql STABLE ${SETTINGS}
      AS $$
        DECLARE enough int := 0;
        BEGIN
          IF in_titles THEN ${newestOf('d.is_opening AND d.title_lexemes @@ match')}
          ELSE ${newestOf('d.lexemes @@ match')}
          END IF;
        END $$`);
    await queryRunner.query(`
      CREATE FUNCTION search.candidates(
        match tsquery, rare tsquery, ${ARGUMENTS}, most_rare int, most int, most_titled int)
      RETURNS SETOF tid LANGUAGE plpgsql STABLE ${SETTINGS}
      AS $$
        DECLARE since timestamptz;
        BEGIN
          IF match IS NULL THEN
            RETURN QUERY SELECT d.ctid FROM search.document d WHERE ${FILTER}
              ORDER BY d.created_at DESC, d.post_id LIMIT most;
          ELSE
            IF rare IS NOT NULL THEN
              RETURN QUERY SELECT search.newest_hits(rare, false, '-infinity', ${PASSED}, most_rare);
            END IF;
            since := search.looked_at_first();
            RETURN QUERY SELECT search.newest_hits(match, true, since, ${PASSED}, most_titled);
            RETURN QUERY SELECT search.newest_hits(match, false, since, ${PASSED}, most);
          END IF;
        END $$`);
    await this.layOut(queryRunner, ROW_BYTES.whole);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP FUNCTION search.candidates(tsquery, tsquery, ${TYPES}, int, int, int),
         search.newest_hits(tsquery, boolean, timestamptz, ${TYPES}, int), search.looked_at_first()`,
    );
    await new LookAtTheNewestFirst1795000577000().up(queryRunner);
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION search.forms_of(word text) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE
      AS $$ SELECT plainto_tsquery('search.plain', word) || plainto_tsquery('search.german', word)
                || plainto_tsquery('search.english', word) $$`);
    await this.layOut(queryRunner, ROW_BYTES.narrow);
  }

  /** Writes all documents anew, the newest first, with as much in a row as it may hold. */
  private async layOut(queryRunner: QueryRunner, rowBytes: number): Promise<void> {
    await queryRunner.query(`ALTER TABLE search.document SET (toast_tuple_target = ${rowBytes})`);
    await queryRunner.query('CLUSTER search.document USING ix_document_newest');
    await queryRunner.query('ALTER TABLE search.document SET WITHOUT CLUSTER');
  }
}
