import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLegalText1795000202000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Each version replaces exactly one and is replaced by at most one: of two editors at once, one is told.
    await queryRunner.query(`
      CREATE TABLE identity.legal_text (
        slug text NOT NULL,
        version text NOT NULL,
        replaces text NOT NULL,
        title_de text NOT NULL,
        body_de text NOT NULL,
        title_en text NOT NULL,
        body_en text NOT NULL,
        material boolean NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (slug, version),
        CONSTRAINT uq_legal_text_replaces UNIQUE (slug, replaces))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.legal_text');
  }
}
