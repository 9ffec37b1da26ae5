import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts and questions of guests remember whether they are to be kept out of search engines. */
export class KeepWhetherToIndex1795000530001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['draft', 'guest_question'])
      await queryRunner.query(`ALTER TABLE identity.${table} ADD unindexed boolean NOT NULL DEFAULT false`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['draft', 'guest_question'])
      await queryRunner.query(`ALTER TABLE identity.${table} DROP COLUMN unindexed`);
  }
}
