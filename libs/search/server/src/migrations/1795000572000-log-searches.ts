import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was searched for in vain, by day and without people, and answers that staff recommends. Visits and keys are worth
 * nothing on the next day: their tables are unlogged, so that no write-ahead log keeps what is deleted at night.
 */
export class LogSearches1795000572000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The same for the same words in another form and another order; words that stand in every text count where they are all.
    await queryRunner.query(`
      CREATE FUNCTION search.stems_of(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      AS $$ SELECT coalesce(nullif(array_to_string(tsvector_to_array(to_tsvector('search.german', words)), ' '), ''),
                            search.fold(words)) $$`);
    await queryRunner.query(`
      CREATE TABLE search.query_cluster (
        id uuid CONSTRAINT pk_query_cluster PRIMARY KEY,
        stems text NOT NULL CONSTRAINT uq_query_cluster UNIQUE,
        mark text CONSTRAINT ck_query_cluster_mark CHECK (mark IN ('done', 'ignored')))`);
    await queryRunner.query(
      'CREATE INDEX ix_query_cluster_alike ON search.query_cluster USING gin (stems gin_trgm_ops)',
    );
    await queryRunner.query(`
      CREATE TABLE search.query_day (
        cluster_id uuid NOT NULL
          CONSTRAINT fk_query_day_cluster REFERENCES search.query_cluster (id) ON DELETE CASCADE,
        day date NOT NULL,
        words text NOT NULL,
        missed int NOT NULL CONSTRAINT ck_query_day_missed CHECK (missed >= 0),
        found int NOT NULL,
        opened int NOT NULL,
        CONSTRAINT pk_query_day PRIMARY KEY (cluster_id, day, words),
        CONSTRAINT ck_query_day_opened CHECK (opened BETWEEN 0 AND found))`);
    await queryRunner.query('CREATE INDEX ix_query_day_day ON search.query_day (day)');
    await queryRunner.query(`
      CREATE UNLOGGED TABLE search.query_visit (
        digest bytea CONSTRAINT pk_query_visit PRIMARY KEY,
        cluster_id uuid NOT NULL,
        day date NOT NULL,
        words text NOT NULL,
        may_be_opened boolean NOT NULL)`);
    await queryRunner.query(`
      CREATE UNLOGGED TABLE search.query_visit_key (
        day date CONSTRAINT pk_query_visit_key PRIMARY KEY,
        key bytea NOT NULL)`);
    await queryRunner.query(`
      CREATE TABLE search.recommendation (
        stems text CONSTRAINT pk_recommendation PRIMARY KEY,
        id uuid NOT NULL CONSTRAINT uq_recommendation_id UNIQUE,
        words text NOT NULL,
        thread_id uuid,
        answer_path text,
        CONSTRAINT ck_recommendation_target CHECK (num_nonnulls(thread_id, answer_path) = 1))`);
    await queryRunner.query(
      'CREATE INDEX ix_recommendation_alike ON search.recommendation USING gin (stems gin_trgm_ops)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['recommendation', 'query_visit_key', 'query_visit', 'query_day', 'query_cluster'])
      await queryRunner.query(`DROP TABLE search.${table}`);
    await queryRunner.query('DROP FUNCTION search.stems_of(text)');
  }
}
