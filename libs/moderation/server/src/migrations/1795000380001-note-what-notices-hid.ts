import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the decision about a notice is taken back, what it has hidden is shown again, and nothing else. */
export class NoteWhatNoticesHid1795000380001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE moderation.content_notice_subject ADD was_hidden boolean NOT NULL DEFAULT false',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE moderation.content_notice_subject DROP COLUMN was_hidden');
  }
}
