import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSite1795000200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // One community, one row: the key has one value.
    await queryRunner.query(`
      CREATE TABLE site.setting (
        id boolean PRIMARY KEY DEFAULT true CONSTRAINT ck_setting_one_row CHECK (id),
        name text,
        brand_colour text CONSTRAINT ck_setting_brand_colour CHECK (brand_colour ~ '^#[0-9a-f]{6}$'),
        accent_colour text CONSTRAINT ck_setting_accent_colour CHECK (accent_colour ~ '^#[0-9a-f]{6}$'))`);
    await queryRunner.query(`
      CREATE TABLE site.incident (
        id boolean PRIMARY KEY DEFAULT true CONSTRAINT ck_incident_one_row CHECK (id),
        text_de text NOT NULL,
        text_en text NOT NULL,
        link text,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz,
        updated_at timestamptz NOT NULL,
        CONSTRAINT ck_incident_ends_after_start CHECK (ends_at >= starts_at))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE site.incident, site.setting');
  }
}
