import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conditions of every search, and the order in which a common word's posts are taken: by an expression, which no index has. */
const FILTER = `
            d.board_id = ANY (boards) AND (author IS NULL OR d.author_id = author)
            AND (tag IS NULL OR d.tags @> ARRAY[tag]) AND (language IS NULL OR d.lang = language)
            AND (kind IS NULL OR d.thread_kind = kind) AND (states IS NULL OR d.thread_state = ANY (states))`;
const NEWEST_FIRST = `ORDER BY d.created_at + interval '0' DESC, d.post_id`;
const SETTINGS =
  'SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan SET jit = off';
const NEWEST = `RETURN QUERY SELECT d.post_id FROM search.document d WHERE ${FILTER}
              ORDER BY d.created_at DESC, d.post_id LIMIT most`;
/** @returns SQL of the newest posts of which a condition holds */
const hits = (condition: string, most: string): string =>
  `RETURN QUERY SELECT d.post_id FROM search.document d
              WHERE ${condition} AND ${FILTER} ${NEWEST_FIRST} LIMIT ${most}`;

/** What stands in for a slash in stored texts. */
const SLASH = '\u{e003}';

/**
 * How often words stand in the posts of a board, for ranking: a rare word tells more than a common one. Counted board by
 * board, so that a search adds up those its viewer may read. It can be made again from the documents at any time.
 */
export class CountWords1795000550000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE search.frequency (
        lexeme text NOT NULL,
        board_id uuid NOT NULL,
        posts int NOT NULL CONSTRAINT ck_frequency_posts CHECK (posts > 1),
        CONSTRAINT pk_frequency PRIMARY KEY (lexeme, board_id))`);
    await queryRunner.query('CREATE INDEX ix_frequency_board ON search.frequency (board_id)');
    await queryRunner.query(`
      CREATE TABLE search.board_size (
        board_id uuid CONSTRAINT pk_board_size PRIMARY KEY,
        posts int NOT NULL,
        mean_length float8 NOT NULL,
        counted_at timestamptz NOT NULL)`);
    // A word of several parts is as rare as its rarest part; of its forms the most frequent one counts.
    await queryRunner.query(`
      CREATE FUNCTION search.posts_with(word text, boards uuid[]) RETURNS int LANGUAGE sql STABLE STRICT PARALLEL SAFE
      AS $$ SELECT coalesce(max(form.posts), 1)::int FROM (
              SELECT min(coalesce(counted.posts, 1)) AS posts
              FROM unnest(ARRAY['search.plain', 'search.german', 'search.english']::regconfig[]) AS config
              CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector(config, word))) AS part (lexeme)
              CROSS JOIN LATERAL (
                SELECT sum(f.posts) AS posts FROM search.frequency f
                WHERE f.lexeme = part.lexeme AND f.board_id = ANY (boards)) AS counted
              GROUP BY config) AS form $$`);
    // Posts to rank: those that hold what is rare in the query, and those that hold all of it, title hits apart.
    await queryRunner.query(`
      CREATE FUNCTION search.candidates(
        match tsquery, rare tsquery, boards uuid[], author uuid, tag text, language text, kind text, states text[],
        most_rare int, most int, most_titled int)
      RETURNS SETOF uuid LANGUAGE plpgsql STABLE ${SETTINGS}
      AS $$
        BEGIN
          IF match IS NULL THEN
            ${NEWEST};
          ELSE
            IF rare IS NOT NULL THEN
              ${hits('d.lexemes @@ rare', 'most_rare')};
            END IF;
            ${hits('d.is_opening AND d.title_lexemes @@ match', 'most_titled')};
            ${hits('d.lexemes @@ match', 'most')};
          END IF;
        END $$`);
    await queryRunner.query(
      'DROP FUNCTION search.hits(tsquery, uuid[], uuid, text, text, text, text[], int, int)',
    );
    await this.exchange(queryRunner, '/', SLASH);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.exchange(queryRunner, SLASH, '/');
    await queryRunner.query(`
      CREATE FUNCTION search.hits(
        match tsquery, boards uuid[], author uuid, tag text, language text, kind text, states text[], most int, most_titled int)
      RETURNS SETOF uuid LANGUAGE plpgsql STABLE ${SETTINGS}
      AS $$
        BEGIN
          IF match IS NULL THEN
            ${NEWEST};
          ELSE
            ${hits('d.is_opening AND d.title_lexemes @@ match', 'most_titled')};
            ${hits('d.lexemes @@ match', 'most')};
          END IF;
        END $$`);
    await queryRunner.query(
      'DROP FUNCTION search.candidates(tsquery, tsquery, uuid[], uuid, text, text, text, text[], int, int, int)',
    );
    await queryRunner.query('DROP FUNCTION search.posts_with(text, uuid[])');
    await queryRunner.query('DROP TABLE search.board_size');
    await queryRunner.query('DROP TABLE search.frequency');
  }

  /** Words that a slash joins are stored as words of their own, in the documents that there are, too. */
  private async exchange(queryRunner: QueryRunner, sign: string, other: string): Promise<void> {
    await queryRunner.query(
      `UPDATE search.document d SET title = n.title, body = n.body, title_lexemes = n.title_lexemes,
         lexemes = search.post_lexemes(d.lang, d.is_opening, n.title_lexemes, n.body)
       FROM (SELECT o.post_id, replace(o.title, $1, $2) AS title, replace(o.body, $1, $2) AS body,
                    search.title_lexemes(o.lang, replace(o.title, $1, $2), o.tags) AS title_lexemes
             FROM search.document o WHERE strpos(o.title, $1) > 0 OR strpos(o.body, $1) > 0) AS n
       WHERE d.post_id = n.post_id`,
      [sign, other],
    );
    await queryRunner.query(
      `UPDATE search.article a SET title = n.title, body = n.body,
         lexemes = search.post_lexemes(a.lang, true, search.title_lexemes(a.lang, n.title, a.tags), n.body)
       FROM (SELECT o.article_id, replace(o.title, $1, $2) AS title, replace(o.body, $1, $2) AS body
             FROM search.article o WHERE strpos(o.title, $1) > 0 OR strpos(o.body, $1) > 0) AS n
       WHERE a.article_id = n.article_id`,
      [sign, other],
    );
  }
}
