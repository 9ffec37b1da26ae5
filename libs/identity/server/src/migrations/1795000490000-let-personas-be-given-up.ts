import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks what an account keeps of a thread while its persona there is being given up: nobody writes by it any more. */
export class LetPersonasBeGivenUp1795000490000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.thread_state ADD giving_up boolean NOT NULL DEFAULT false');
    await queryRunner.query(
      'CREATE INDEX ix_thread_state_giving_up ON identity.thread_state (id) WHERE giving_up',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.thread_state DROP COLUMN giving_up');
  }
}
