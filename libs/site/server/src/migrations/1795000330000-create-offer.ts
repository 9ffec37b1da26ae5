import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOffer1795000330000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE site.offer (
        id boolean PRIMARY KEY DEFAULT true CONSTRAINT ck_offer_one_row CHECK (id),
        shown boolean NOT NULL,
        title_de text NOT NULL,
        title_en text NOT NULL,
        text_de text NOT NULL,
        text_en text NOT NULL,
        link text NOT NULL CONSTRAINT ck_offer_link CHECK (link LIKE 'https://%'),
        picture text,
        picture_alt_de text,
        picture_alt_en text,
        starts_at timestamptz,
        ends_at timestamptz,
        CONSTRAINT ck_offer_ends_after_start CHECK (ends_at > starts_at),
        CONSTRAINT ck_offer_picture_described CHECK (
          (picture IS NULL) = (picture_alt_de IS NULL) AND (picture IS NULL) = (picture_alt_en IS NULL)))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE site.offer');
  }
}
