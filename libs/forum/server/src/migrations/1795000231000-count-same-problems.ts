import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people have the same problem; who they are is not known in this schema. */
export class CountSameProblems1795000231000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE forum.thread ADD same_problem_count int NOT NULL DEFAULT 0
        CONSTRAINT ck_thread_same_problem_count CHECK (same_problem_count >= 0)`);
    await queryRunner.query(`
      CREATE INDEX ix_thread_same_problem ON forum.thread (same_problem_count DESC, last_post_at DESC)
        WHERE same_problem_count > 0 AND solution_count = 0 AND hidden_at IS NULL AND deleted_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread DROP COLUMN same_problem_count');
  }
}
