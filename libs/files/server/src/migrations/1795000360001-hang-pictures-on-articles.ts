import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures of articles hang on their article. Earlier ones were readable by everybody at once, and stay so without one. */
export class HangPicturesOnArticles1795000360001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE files.file DROP CONSTRAINT ck_file_holder, ADD CONSTRAINT ck_file_holder CHECK (
        CASE purpose WHEN 'site' THEN holder_id IS NULL WHEN 'article' THEN true ELSE holder_id IS NOT NULL END)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE files.file SET holder_id = NULL WHERE purpose = 'article'`);
    await queryRunner.query(`
      ALTER TABLE files.file DROP CONSTRAINT ck_file_holder, ADD CONSTRAINT ck_file_holder CHECK (
        (purpose IN ('post', 'portrait')) = (holder_id IS NOT NULL))`);
  }
}
