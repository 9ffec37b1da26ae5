import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guests answer, too, what a board asks beside the question; and whoever registers goes on where they were. */
export class KeepGuestsDetails1795000320002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE identity.guest_question ADD details jsonb NOT NULL DEFAULT '[]'
        CONSTRAINT ck_guest_question_details CHECK (jsonb_typeof(details) = 'array' AND jsonb_array_length(details) <= 3)`);
    await queryRunner.query(`
      ALTER TABLE identity.registration ADD next_path text
        CONSTRAINT ck_registration_next_path CHECK (char_length(next_path) <= 2000)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.registration DROP COLUMN next_path');
    await queryRunner.query('ALTER TABLE identity.guest_question DROP COLUMN details');
  }
}
