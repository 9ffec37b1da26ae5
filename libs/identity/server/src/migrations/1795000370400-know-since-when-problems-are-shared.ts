import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many who come to share a problem within a day tell of a disturbance; what was shared before has no time. */
export class KnowSinceWhenProblemsAreShared1795000370400 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.thread_state ADD same_problem_at timestamptz');
    await queryRunner.query('ALTER TABLE identity.guest_problem ADD confirmed_at timestamptz');
    await queryRunner.query(
      'CREATE INDEX ix_thread_state_same_problem_at ON identity.thread_state (same_problem_at) WHERE same_problem',
    );
    await queryRunner.query(
      'CREATE INDEX ix_guest_problem_confirmed_at ON identity.guest_problem (confirmed_at) WHERE confirmed',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.thread_state DROP COLUMN same_problem_at');
    await queryRunner.query('ALTER TABLE identity.guest_problem DROP COLUMN confirmed_at');
  }
}
