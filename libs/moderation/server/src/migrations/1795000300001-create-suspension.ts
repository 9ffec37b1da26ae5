import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which authors are suspended at present, as moderators decided; the log keeps what was decided before. */
export class CreateSuspension1795000300001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE moderation.suspension (
        author_id uuid PRIMARY KEY CONSTRAINT fk_suspension_author REFERENCES pseudonyms.pseudonym (id),
        reason text NOT NULL CONSTRAINT ck_suspension_reason CHECK (char_length(reason) BETWEEN 1 AND 500),
        ends_at timestamptz)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE moderation.suspension');
  }
}
