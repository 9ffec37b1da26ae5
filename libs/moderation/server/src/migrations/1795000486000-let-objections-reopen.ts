import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A decision about an objection can be taken back. One that has shown something keeps what hid it: why, and the notice of
 * unlawful content, if it was one. That is no foreign key: it would hold the notice after the thread, and whoever decides
 * about a notice holds them the other way round.
 */
export class LetObjectionsReopen1795000486000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE moderation.objection
        ADD hidden_reason text,
        ADD notice_id uuid,
        ADD reopened_at timestamptz,
        ADD reopen_reason text CONSTRAINT ck_objection_reopen_reason CHECK (char_length(reopen_reason) <= 500),
        ADD CONSTRAINT ck_objection_reopened CHECK (num_nulls(reopened_at, reopen_reason) IN (0, 2)),
        ADD CONSTRAINT ck_objection_notice CHECK (notice_id IS NULL OR hidden_reason IS NOT NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE moderation.objection
        DROP COLUMN hidden_reason, DROP COLUMN notice_id, DROP COLUMN reopened_at, DROP COLUMN reopen_reason`);
  }
}
