import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people look for the same, as far as it moves a hit. */
export class AddSameProblems1795000232000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE search.document ADD same_problems int NOT NULL DEFAULT 0');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE search.document DROP COLUMN same_problems');
  }
}
