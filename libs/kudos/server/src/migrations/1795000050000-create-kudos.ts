import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateKudos1795000050000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Nulls are distinct in a unique constraint: the kudos of several erased members stay apart, and stay.
    await queryRunner.query(`
      CREATE TABLE kudos.kudo (
        post_id uuid NOT NULL CONSTRAINT fk_kudo_post REFERENCES forum.post (id),
        giver_id uuid CONSTRAINT fk_kudo_giver REFERENCES pseudonyms.pseudonym (id),
        given_at timestamptz NOT NULL,
        CONSTRAINT uq_kudo UNIQUE (post_id, giver_id))`);
    await queryRunner.query('CREATE INDEX ix_kudo_giver ON kudos.kudo (giver_id)');
    await queryRunner.query(`
      CREATE TABLE kudos.post_kudos (
        post_id uuid PRIMARY KEY CONSTRAINT fk_post_kudos_post REFERENCES forum.post (id),
        count int NOT NULL DEFAULT 0 CONSTRAINT ck_post_kudos_count CHECK (count >= 0),
        imported_count int NOT NULL DEFAULT 0 CONSTRAINT ck_post_kudos_imported CHECK (imported_count >= 0))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE kudos.post_kudos, kudos.kudo');
  }
}
