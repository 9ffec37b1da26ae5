import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the operator's own help pages are listed, and what those pages say of themselves. */
export class CreateHelpPages1795000575000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE search.help_source (
        id uuid CONSTRAINT pk_help_source PRIMARY KEY,
        address text NOT NULL CONSTRAINT uq_help_source UNIQUE CONSTRAINT ck_help_source CHECK (length(address) BETWEEN 8 AND 500),
        place int NOT NULL CONSTRAINT ck_help_source_place CHECK (place BETWEEN 1 AND 5),
        fetched_at timestamptz,
        problem text CONSTRAINT ck_help_source_problem CHECK (length(problem) <= 20),
        failed int NOT NULL DEFAULT 0,
        left_out int NOT NULL DEFAULT 0)`);
    await queryRunner.query(`
      CREATE TABLE search.help_page (
        source_id uuid NOT NULL CONSTRAINT fk_help_page_source REFERENCES search.help_source (id) ON DELETE CASCADE,
        address text NOT NULL CONSTRAINT ck_help_page_address CHECK (length(address) BETWEEN 8 AND 2000),
        host text NOT NULL,
        title text NOT NULL CONSTRAINT ck_help_page_title CHECK (length(title) BETWEEN 1 AND 200),
        description text NOT NULL CONSTRAINT ck_help_page_description CHECK (length(description) <= 400),
        lang text CONSTRAINT ck_help_page_lang CHECK (lang IN ('de', 'en')),
        etag text,
        modified text,
        read_at timestamptz NOT NULL,
        lexemes tsvector NOT NULL,
        CONSTRAINT pk_help_page PRIMARY KEY (source_id, address))`);
    await queryRunner.query('CREATE INDEX ix_help_page_lexemes ON search.help_page USING gin (lexemes)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE search.help_page, search.help_source');
  }
}
