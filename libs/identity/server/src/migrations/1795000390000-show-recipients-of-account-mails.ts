import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose recipient the outbox page names is said of each mail; until now the absence of a once-key said it. */
export class ShowRecipientsOfAccountMails1795000390000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE identity.outbox_mail ADD recipient_shown boolean NOT NULL DEFAULT false',
    );
    await queryRunner.query('UPDATE identity.outbox_mail SET recipient_shown = once_key IS NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.outbox_mail DROP COLUMN recipient_shown');
  }
}
