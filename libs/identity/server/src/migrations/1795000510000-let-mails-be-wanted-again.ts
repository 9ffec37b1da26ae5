import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What held before the link of a mail ended it; null where no link did, or where a choice was made since. */
export class LetMailsBeWantedAgain1795000510000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.thread_state ADD followed_before boolean');
    await queryRunner.query(
      `ALTER TABLE identity.notice_pace
       ADD pace_before text CONSTRAINT ck_notice_pace_before CHECK (pace_before IN ('at-once', 'daily'))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.notice_pace DROP COLUMN pace_before');
    await queryRunner.query('ALTER TABLE identity.thread_state DROP COLUMN followed_before');
  }
}
