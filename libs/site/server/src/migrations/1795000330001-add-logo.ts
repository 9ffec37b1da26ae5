import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddLogo1795000330001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE site.setting ADD COLUMN logo text, ADD COLUMN logo_dark text,
        ADD CONSTRAINT ck_setting_logo_dark CHECK (logo IS NOT NULL OR logo_dark IS NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE site.setting DROP CONSTRAINT ck_setting_logo_dark, DROP COLUMN logo, DROP COLUMN logo_dark',
    );
  }
}
