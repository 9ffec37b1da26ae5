import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has the same problem as an asker is known here alone; the forum keeps the number. */
export class AddSameProblem1795000230000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE identity.thread_state ADD same_problem boolean NOT NULL DEFAULT false',
    );
    await queryRunner.query(
      'CREATE INDEX ix_thread_state_same_problem ON identity.thread_state (thread_id) WHERE same_problem',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.thread_state DROP COLUMN same_problem');
  }
}
