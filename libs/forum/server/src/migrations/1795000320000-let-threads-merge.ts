import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A thread that went over into another one stays as its old address, without posts. Posts of a thread close up in one
 * statement when some of them leave, so their places are compared at its end.
 */
export class LetThreadsMerge1795000320000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE forum.thread
        ADD merged_into_id uuid CONSTRAINT fk_thread_merged_into REFERENCES forum.thread (id),
        ADD CONSTRAINT ck_thread_merged CHECK (merged_into_id IS NULL OR (deleted_at IS NOT NULL AND post_count = 0)),
        DROP CONSTRAINT ck_thread_post_count,
        ADD CONSTRAINT ck_thread_post_count CHECK (post_count >= 1 OR merged_into_id IS NOT NULL)`);
    await queryRunner.query(
      'CREATE INDEX ix_thread_merged_into ON forum.thread (merged_into_id) WHERE merged_into_id IS NOT NULL',
    );
    await queryRunner.query(`
      ALTER TABLE forum.post DROP CONSTRAINT uq_post_position,
        ADD CONSTRAINT uq_post_position UNIQUE (thread_id, position) DEFERRABLE INITIALLY IMMEDIATE`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE forum.post DROP CONSTRAINT uq_post_position,
        ADD CONSTRAINT uq_post_position UNIQUE (thread_id, position)`);
    await queryRunner.query('UPDATE forum.thread SET post_count = 1 WHERE merged_into_id IS NOT NULL');
    await queryRunner.query(`
      ALTER TABLE forum.thread DROP COLUMN merged_into_id, DROP CONSTRAINT ck_thread_post_count,
        ADD CONSTRAINT ck_thread_post_count CHECK (post_count >= 1)`);
  }
}
