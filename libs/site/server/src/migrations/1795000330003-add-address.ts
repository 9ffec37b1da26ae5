import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddAddress1795000330003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE site.setting
        ADD COLUMN address text CONSTRAINT ck_setting_address CHECK (address IN ('sie', 'du'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE site.setting DROP COLUMN address');
  }
}
