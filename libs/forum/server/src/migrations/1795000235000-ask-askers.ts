import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an asker was asked whether an answered question is solved: once per question. */
export class AskAskers1795000235000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread ADD solution_asked_at timestamptz');
    await queryRunner.query(`
      CREATE INDEX ix_thread_to_be_asked ON forum.thread (last_post_at)
        WHERE kind = 'question' AND solution_count = 0 AND reply_count > 0 AND solution_asked_at IS NULL
          AND hidden_at IS NULL AND deleted_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread DROP COLUMN solution_asked_at');
  }
}
