import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePerson1795000212000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pseudonyms.person (
        member_id uuid PRIMARY KEY CONSTRAINT fk_person_member REFERENCES pseudonyms.pseudonym (id) ON DELETE CASCADE,
        picture text,
        about text CONSTRAINT ck_person_about CHECK (length(about) <= 200),
        mark text CONSTRAINT ck_person_mark CHECK (length(mark) <= 40),
        mark_confirmed boolean NOT NULL DEFAULT false,
        CONSTRAINT ck_person_confirmed CHECK (mark IS NOT NULL OR NOT mark_confirmed))`);
    await queryRunner.query(
      'CREATE INDEX ix_person_mark ON pseudonyms.person (member_id) WHERE mark IS NOT NULL AND NOT mark_confirmed',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE pseudonyms.person');
  }
}
