import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People without an account who have the problem of a question, too, and want one mail when it is solved. */
export class CreateGuestProblem1795000350003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.guest_problem (
        id uuid PRIMARY KEY,
        thread_id uuid NOT NULL,
        mail citext,
        locale text NOT NULL CONSTRAINT ck_guest_problem_locale CHECK (locale IN ('de', 'en')),
        token_hash bytea CONSTRAINT uq_guest_problem_token UNIQUE,
        confirmed boolean NOT NULL DEFAULT false,
        expires_at timestamptz NOT NULL,
        CONSTRAINT uq_guest_problem_mail UNIQUE (thread_id, mail))`);
    await queryRunner.query('CREATE INDEX ix_guest_problem_mail ON identity.guest_problem (mail)');
    await queryRunner.query('CREATE INDEX ix_guest_problem_expires ON identity.guest_problem (expires_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.guest_problem');
  }
}
