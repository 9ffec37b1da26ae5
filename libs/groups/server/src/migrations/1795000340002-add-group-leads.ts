import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members who look after a group: they decide who belongs to it. */
export class AddGroupLeads1795000340002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE groups.membership ADD lead boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE groups.membership DROP COLUMN lead');
  }
}
