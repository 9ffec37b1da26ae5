import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImporter1795000100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE importer.source (
        id uuid PRIMARY KEY,
        site text,
        licence text NOT NULL,
        board_id uuid NOT NULL CONSTRAINT fk_source_board REFERENCES forum.board (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT uq_source UNIQUE NULLS NOT DISTINCT (board_id, site))`);
    // A question is two things here: its thread and the opening post. Targets are keys of other domains, by value.
    await queryRunner.query(`
      CREATE TABLE importer.item (
        source_id uuid NOT NULL CONSTRAINT fk_item_source REFERENCES importer.source (id) ON DELETE CASCADE,
        kind text NOT NULL CONSTRAINT ck_item_kind CHECK (kind IN ('thread', 'post', 'author')),
        external_id text NOT NULL,
        target_id uuid NOT NULL CONSTRAINT uq_item_target UNIQUE,
        name text,
        CONSTRAINT pk_item PRIMARY KEY (source_id, kind, external_id),
        CONSTRAINT ck_item_name CHECK (name IS NULL OR kind = 'author'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE importer.item, importer.source');
  }
}
