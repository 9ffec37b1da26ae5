import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People whom an administrator has asked to join. */
export class CreateInvitation1795000340000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.invitation (
        id uuid PRIMARY KEY,
        mail citext NOT NULL CONSTRAINT uq_invitation_mail UNIQUE,
        token_hash bytea NOT NULL CONSTRAINT uq_invitation_token UNIQUE,
        locale text NOT NULL CONSTRAINT ck_invitation_locale CHECK (locale IN ('de', 'en')),
        message text CONSTRAINT ck_invitation_message CHECK (char_length(message) <= 1000),
        role text,
        group_ids uuid[] NOT NULL,
        sent int NOT NULL CONSTRAINT ck_invitation_sent CHECK (sent > 0),
        sent_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL)`);
    await queryRunner.query('CREATE INDEX ix_invitation_expires ON identity.invitation (expires_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.invitation');
  }
}
