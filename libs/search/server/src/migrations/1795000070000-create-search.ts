import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `search.document` holds what the PostgreSQL engine knows of a post; it can be rebuilt from the forum at any time.
 * Long columns are stored out of line, so that collecting the hits of a common word reads narrow rows.
 */
export class CreateSearch1795000070000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, base] of Object.entries({ german: 'german', english: 'english', plain: 'simple' })) {
      const stemmer = base === 'simple' ? 'simple' : `${base}_stem`;
      await queryRunner.query(`CREATE TEXT SEARCH CONFIGURATION search.${name} (COPY = pg_catalog.${base})`);
      await queryRunner.query(
        `ALTER TEXT SEARCH CONFIGURATION search.${name} ALTER MAPPING FOR hword, hword_part, word WITH unaccent, ${stemmer}`,
      );
    }
    await queryRunner.query(`
      CREATE FUNCTION search.fold(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      AS $$ SELECT public.unaccent('public.unaccent'::regdictionary, lower(word)) $$`);
    await queryRunner.query(`
      CREATE FUNCTION search.language(lang text) RETURNS regconfig LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      AS $$ SELECT CASE lang WHEN 'en' THEN 'search.english'::regconfig ELSE 'search.german'::regconfig END $$`);
    // Each text twice: stems find inflected forms, plain words find what was typed, parts of compounds and phrases.
    await queryRunner.query(`
      CREATE FUNCTION search.lexemes_of(lang text, content text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      AS $$ SELECT to_tsvector('search.plain', content) || to_tsvector(search.language(lang), content) $$`);
    await queryRunner.query(`
      CREATE FUNCTION search.title_lexemes(lang text, title text, tags text[]) RETURNS tsvector
      LANGUAGE sql STABLE STRICT PARALLEL SAFE
      AS $$ SELECT setweight(search.lexemes_of(lang, title), 'A')
                || setweight(search.lexemes_of(lang, array_to_string(tags, ' ')), 'B') $$`);
    // A reply carries its thread's title with the least weight: people remember words of both.
    await queryRunner.query(`
      CREATE FUNCTION search.post_lexemes(lang text, is_opening boolean, title tsvector, body text) RETURNS tsvector
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      AS $$ SELECT CASE WHEN is_opening THEN title ELSE setweight(title, 'D') END
                || setweight(search.lexemes_of(lang, body), 'C') $$`);
    // The word as it was typed, and its stem in either language: a German query also finds English texts.
    await queryRunner.query(`
      CREATE FUNCTION search.forms_of(word text) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE
      AS $$ SELECT plainto_tsquery('search.plain', word) || plainto_tsquery('search.german', word)
                || plainto_tsquery('search.english', word) $$`);
    await queryRunner.query(
      'CREATE AGGREGATE search.any_of (tsquery) (SFUNC = tsquery_or, STYPE = tsquery, PARALLEL = SAFE)',
    );
    await queryRunner.query(`
      CREATE TABLE search.document (
        post_id uuid PRIMARY KEY,
        thread_id uuid NOT NULL,
        board_id uuid NOT NULL,
        author_id uuid,
        is_opening boolean NOT NULL,
        is_solution boolean NOT NULL,
        thread_kind text NOT NULL CONSTRAINT ck_document_thread_kind CHECK (thread_kind IN ('question', 'discussion')),
        thread_state text NOT NULL CONSTRAINT ck_document_thread_state
          CHECK (thread_state IN ('none', 'unanswered', 'open', 'solved')),
        lang text NOT NULL CONSTRAINT ck_document_lang CHECK (lang IN ('de', 'en')),
        tags text[] NOT NULL,
        created_at timestamptz NOT NULL,
        post_digest text NOT NULL,
        thread_digest text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        title_lexemes tsvector NOT NULL,
        lexemes tsvector NOT NULL)`);
    for (const column of ['body', 'lexemes'])
      await queryRunner.query(`ALTER TABLE search.document ALTER COLUMN ${column} SET STORAGE EXTERNAL`);
    await queryRunner.query('ALTER TABLE search.document SET (toast_tuple_target = 256)');
    const indexes = [
      'ix_document_lexemes ON search.document USING gin (lexemes)',
      'ix_document_title ON search.document USING gin (title_lexemes) WHERE is_opening',
      'ix_document_newest ON search.document (created_at DESC, post_id)',
      'ix_document_thread ON search.document (thread_id)',
      'ix_document_author ON search.document (author_id, created_at DESC)',
      'ix_document_tags ON search.document USING gin (tags) WHERE is_opening',
    ];
    for (const index of indexes) await queryRunner.query(`CREATE INDEX ${index}`);
    // Posts to rank: title hits and the newest of all hits. The settings hold for this function alone. Planners reckon
    // without the cost of reading texts stored out of line: only the text index may find hits, never a walk over posts.
    const filter = `
            d.board_id = ANY (boards) AND (author IS NULL OR d.author_id = author)
            AND (tag IS NULL OR d.tags @> ARRAY[tag]) AND (language IS NULL OR d.lang = language)
            AND (kind IS NULL OR d.thread_kind = kind) AND (states IS NULL OR d.thread_state = ANY (states))`;
    const newestFirst = `ORDER BY d.created_at + interval '0' DESC, d.post_id`; // an expression, which no index is ordered by
    await queryRunner.query(`
      CREATE FUNCTION search.hits(
        match tsquery, boards uuid[], author uuid, tag text, language text, kind text, states text[], most int, most_titled int)
      RETURNS SETOF uuid LANGUAGE plpgsql STABLE
      SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_custom_plan SET jit = off
      AS $$
        BEGIN
          IF match IS NULL THEN
            RETURN QUERY SELECT d.post_id FROM search.document d WHERE ${filter}
              ORDER BY d.created_at DESC, d.post_id LIMIT most;
          ELSE
            RETURN QUERY SELECT d.post_id FROM search.document d
              WHERE d.is_opening AND d.title_lexemes @@ match AND ${filter} ${newestFirst} LIMIT most_titled;
            RETURN QUERY SELECT d.post_id FROM search.document d
              WHERE d.lexemes @@ match AND ${filter} ${newestFirst} LIMIT most;
          END IF;
        END $$`);
    await queryRunner.query(`
      CREATE TABLE search.word (
        spelling text PRIMARY KEY,
        word text NOT NULL GENERATED ALWAYS AS (search.fold(spelling)) STORED,
        boards uuid[] NOT NULL)`);
    await queryRunner.query('CREATE INDEX ix_word_similar ON search.word USING gin (word gin_trgm_ops)');
    await queryRunner.query('CREATE INDEX ix_word ON search.word (word)');
    await queryRunner.query(`
      CREATE TABLE search.rebuild (
        is_single boolean PRIMARY KEY DEFAULT true CONSTRAINT ck_rebuild_single CHECK (is_single),
        thread_id uuid NOT NULL,
        position int NOT NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['rebuild', 'word', 'document'])
      await queryRunner.query(`DROP TABLE search.${table}`);
    await queryRunner.query('DROP AGGREGATE search.any_of (tsquery)');
    const functions = [
      'hits(tsquery, uuid[], uuid, text, text, text, text[], int, int)',
      'forms_of(text)',
      'post_lexemes(text, boolean, tsvector, text)',
      'title_lexemes(text, text, text[])',
      'lexemes_of(text, text)',
      'language(text)',
      'fold(text)',
    ];
    for (const name of functions) await queryRunner.query(`DROP FUNCTION search.${name}`);
    for (const name of ['german', 'english', 'plain'])
      await queryRunner.query(`DROP TEXT SEARCH CONFIGURATION search.${name}`);
  }
}
