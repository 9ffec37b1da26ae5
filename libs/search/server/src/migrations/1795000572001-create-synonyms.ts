import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words that staff has said mean the same, or that customers say for a word of the operator's. */
export class CreateSynonyms1795000572001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE search.synonym_group (
        id uuid CONSTRAINT pk_synonym_group PRIMARY KEY,
        is_one_way boolean NOT NULL,
        revision int NOT NULL)`);
    // Of a one-way group the first word is the operator's: who searches for another finds it, too, and not the other way round.
    await queryRunner.query(`
      CREATE TABLE search.synonym (
        group_id uuid NOT NULL CONSTRAINT fk_synonym_group REFERENCES search.synonym_group (id) ON DELETE CASCADE,
        place int NOT NULL CONSTRAINT ck_synonym_place CHECK (place BETWEEN 1 AND 10),
        word text NOT NULL CONSTRAINT ck_synonym_word CHECK (length(word) BETWEEN 2 AND 60),
        stems text NOT NULL GENERATED ALWAYS AS (search.stems_of(word)) STORED,
        CONSTRAINT pk_synonym PRIMARY KEY (group_id, place),
        CONSTRAINT uq_synonym_stems UNIQUE (group_id, stems))`);
    // Words written apart have to follow each other, in whatever form they are.
    await queryRunner.query(`
      CREATE FUNCTION search.phrase_forms(words text) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE
      AS $$ SELECT phraseto_tsquery('search.plain', words) || phraseto_tsquery('search.german', words)
                || phraseto_tsquery('search.english', words) $$`);
    await queryRunner.query('CREATE INDEX ix_synonym_stems ON search.synonym (stems)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION search.phrase_forms(text)');
    await queryRunner.query('DROP TABLE search.synonym, search.synonym_group');
  }
}
