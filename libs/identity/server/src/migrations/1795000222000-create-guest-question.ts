import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions of people who have no account yet, until the click in their mail publishes them. */
export class CreateGuestQuestion1795000222000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.guest_question (
        id uuid PRIMARY KEY,
        browser_hash bytea NOT NULL CONSTRAINT uq_guest_question_browser UNIQUE,
        mail_hash bytea CONSTRAINT uq_guest_question_mail UNIQUE,
        board_id text NOT NULL,
        kind text NOT NULL CONSTRAINT ck_guest_question_kind CHECK (kind IN ('question', 'discussion')),
        title text NOT NULL,
        body text NOT NULL,
        tags text[] NOT NULL,
        anonymous boolean NOT NULL,
        locale text NOT NULL CONSTRAINT ck_guest_question_locale CHECK (locale IN ('de', 'en')),
        mail citext,
        nickname text,
        member_id uuid NOT NULL,
        consents jsonb,
        thread_id uuid,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL)`);
    await queryRunner.query('CREATE INDEX ix_guest_question_mail ON identity.guest_question (mail)');
    await queryRunner.query('CREATE INDEX ix_guest_question_expires ON identity.guest_question (expires_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.guest_question');
  }
}
