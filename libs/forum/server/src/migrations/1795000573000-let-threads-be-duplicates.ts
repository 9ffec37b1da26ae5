import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A thread that asks what another one has asked before stays where it is and leads there. */
export class LetThreadsBeDuplicates1795000573000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE forum.thread
        ADD duplicate_of_id uuid CONSTRAINT fk_thread_duplicate_of REFERENCES forum.thread (id),
        ADD CONSTRAINT ck_thread_duplicate CHECK (duplicate_of_id IS NULL OR (duplicate_of_id <> id AND merged_into_id IS NULL))`);
    await queryRunner.query(
      'CREATE INDEX ix_thread_duplicate_of ON forum.thread (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread DROP COLUMN duplicate_of_id');
  }
}
