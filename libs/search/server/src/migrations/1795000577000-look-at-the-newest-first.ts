import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conditions of every search. */
const FILTER = `
            d.board_id = ANY (boards) AND (author IS NULL OR d.author_id = author)
            AND (tag IS NULL OR d.tags @> ARRAY[tag]) AND (language IS NULL OR d.lang = language)
            AND (kind IS NULL OR d.thread_kind = kind) AND (states IS NULL OR d.thread_state = ANY (states))`;
/** An expression, which no index is ordered by: among all posts only the text index may find hits, never a walk. */
const NEWEST_FIRST = `ORDER BY d.created_at + interval '0' DESC, d.post_id`;
const SETTINGS =
  'SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan SET jit = off';
/**
 * So many posts are looked at first: for a common word by walking back from the newest, which ends as soon as there are
 * enough, for a rare one by both indexes together.
 */
const LOOKED_AT_FIRST = 8_000;

const ARGUMENTS = 'boards uuid[], author uuid, tag text, language text, kind text, states text[]';
const PASSED = 'boards, author, tag, language, kind, states';
const TYPES = 'uuid[], uuid, text, text, text, text[]';

/** SQL of the newest posts of which a condition holds, from the newest of all posts first. */
const newestOf = (condition: string): string => `
              RETURN QUERY SELECT d.post_id FROM search.document d
                WHERE ${condition} AND d.created_at >= since AND ${FILTER} ORDER BY d.created_at DESC, d.post_id LIMIT most;
              GET DIAGNOSTICS enough = ROW_COUNT;
              IF enough < most AND since > '-infinity' THEN
                RETURN QUERY SELECT d.post_id FROM search.document d
                  WHERE ${condition} AND d.created_at < since AND ${FILTER} ${NEWEST_FIRST} LIMIT most - enough;
              END IF;`;

/** What `search.candidates` did: it sorted all posts of a word. */
const hits = (condition: string, most: string): string =>
  `RETURN QUERY SELECT d.post_id FROM search.document d
              WHERE ${condition} AND ${FILTER} ${NEWEST_FIRST} LIMIT ${most}`;

/**
 * A word that stands in every fourth post of a large community was looked up in all of them to take the newest few
 * hundred. Now the newest posts are looked at first, and the older ones only where these hold too few.
 */
export class LookAtTheNewestFirst1795000577000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION search.newest_hits(match tsquery, in_titles boolean, ${ARGUMENTS}, most int)
      RETURNS SETOF uuid LANGUAGE plpgsql STABLE ${SETTINGS}
      AS $$
        DECLARE
          since timestamptz := coalesce(
            (SELECT d.created_at FROM search.document d ORDER BY d.created_at DESC OFFSET ${LOOKED_AT_FIRST} LIMIT 1),
            '-infinity');
          enough int;
        BEGIN
          IF in_titles THEN ${newestOf('d.is_opening AND d.title_lexemes @@ match')}
          ELSE ${newestOf('d.lexemes @@ match')}
          END IF;
        END $$`);
    await this.exchange(
      queryRunner,
      `IF rare IS NOT NULL THEN
              RETURN QUERY SELECT search.newest_hits(rare, false, ${PASSED}, most_rare);
            END IF;
            RETURN QUERY SELECT search.newest_hits(match, true, ${PASSED}, most_titled);
            RETURN QUERY SELECT search.newest_hits(match, false, ${PASSED}, most);`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.exchange(
      queryRunner,
      `IF rare IS NOT NULL THEN
              ${hits('d.lexemes @@ rare', 'most_rare')};
            END IF;
            ${hits('d.is_opening AND d.title_lexemes @@ match', 'most_titled')};
            ${hits('d.lexemes @@ match', 'most')};`,
    );
    await queryRunner.query(`DROP FUNCTION search.newest_hits(tsquery, boolean, ${TYPES}, int)`);
  }

  /** @param look SQL that finds posts by words */
  private exchange(queryRunner: QueryRunner, look: string): Promise<unknown> {
    return queryRunner.query(`
      CREATE OR REPLACE FUNCTION search.candidates(
        match tsquery, rare tsquery, ${ARGUMENTS}, most_rare int, most int, most_titled int)
      RETURNS SETOF uuid LANGUAGE plpgsql STABLE ${SETTINGS}
      AS $$
        BEGIN
          IF match IS NULL THEN
            RETURN QUERY SELECT d.post_id FROM search.document d WHERE ${FILTER}
              ORDER BY d.created_at DESC, d.post_id LIMIT most;
          ELSE
            ${look}
          END IF;
        END $$`);
  }
}
