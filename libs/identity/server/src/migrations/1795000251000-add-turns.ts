import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an account last took its turn in a thread in slow mode; which voice it used does not matter. */
export class AddTurns1795000251000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.thread_state ADD turn_at timestamptz');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.thread_state DROP COLUMN turn_at');
  }
}
