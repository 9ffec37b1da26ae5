import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetLeakGuardBind1795000491000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE site.leak_guard ADD COLUMN binding boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE site.leak_guard DROP COLUMN binding');
  }
}
