import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moderators can set how many minutes lie between two replies of one person in a thread. */
export class AddSlowMode1795000250000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE forum.thread ADD slow_minutes int
        CONSTRAINT ck_thread_slow_minutes CHECK (slow_minutes BETWEEN 1 AND 1440)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread DROP COLUMN slow_minutes');
  }
}
