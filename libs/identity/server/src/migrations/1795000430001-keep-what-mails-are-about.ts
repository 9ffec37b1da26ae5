import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a mail is about, so that only mails about a thread lose what is redacted in it; unknown of those written before. */
export class KeepWhatMailsAreAbout1795000430001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.outbox_mail ADD about uuid[]');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.outbox_mail DROP COLUMN about');
  }
}
