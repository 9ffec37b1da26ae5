import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members may want to see no status beside names. */
export class AddStatusHidden1795000350001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.account ADD status_hidden boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.account DROP COLUMN status_hidden');
  }
}
