import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails wait for a mail server, but not for ever: links end, and news grow old. */
export class LetMailsWait1795000400001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.outbox_mail ADD COLUMN good_until timestamptz');
    await queryRunner.query(`UPDATE identity.outbox_mail SET good_until = created_at + interval '7 days'`);
    await queryRunner.query('ALTER TABLE identity.outbox_mail ALTER COLUMN good_until SET NOT NULL');
    await queryRunner.query(
      `CREATE INDEX ix_outbox_mail_waiting ON identity.outbox_mail (created_at) WHERE state = 'waiting'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX identity.ix_outbox_mail_waiting');
    await queryRunner.query('ALTER TABLE identity.outbox_mail DROP COLUMN good_until');
  }
}
