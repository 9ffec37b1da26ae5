import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the operator said of itself in one text is offered in the next. */
export class KeepAnswersOfTexts1795000390001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE identity.legal_text ADD answers jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.legal_text DROP COLUMN answers');
  }
}
