import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authors can keep a thread of theirs out of search engines. */
export class LetThreadsStayUnindexed1795000530000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread ADD unindexed boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread DROP COLUMN unindexed');
  }
}
