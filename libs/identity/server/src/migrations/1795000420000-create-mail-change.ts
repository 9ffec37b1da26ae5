import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The address an account is to have once the link of a mail proves it; a newer wish takes the place of the one before. */
export class CreateMailChange1795000420000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.mail_change (
        account_id uuid PRIMARY KEY CONSTRAINT fk_mail_change_account REFERENCES identity.account (id) ON DELETE CASCADE,
        id uuid NOT NULL CONSTRAINT uq_mail_change_id UNIQUE,
        mail citext NOT NULL,
        token_hash bytea CONSTRAINT uq_mail_change_token UNIQUE,
        expires_at timestamptz NOT NULL)`);
    await queryRunner.query('CREATE INDEX ix_mail_change_expires ON identity.mail_change (expires_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.mail_change');
  }
}
