import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists say whose the solution is that they quote: an official answer looks different. */
export class KnowWhoSolved1795000350002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread ADD solution_author_id uuid');
    await queryRunner.query(`
      UPDATE forum.thread t SET solution_author_id = first.author_id
      FROM (SELECT DISTINCT ON (thread_id) thread_id, author_id FROM forum.post
            WHERE solution_at IS NOT NULL AND deleted_at IS NULL AND hidden_at IS NULL
            ORDER BY thread_id, position) AS first
      WHERE first.thread_id = t.id`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread DROP COLUMN solution_author_id');
  }
}
