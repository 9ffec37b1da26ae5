import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is typed and not saved yet keeps its picture, too. */
export class KeepPicturesInDrafts1795000360002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE blog.draft
        ADD picture text NOT NULL DEFAULT '' CONSTRAINT ck_draft_picture CHECK (char_length(picture) <= 100),
        ADD picture_alt text NOT NULL DEFAULT '' CONSTRAINT ck_draft_picture_alt CHECK (char_length(picture_alt) <= 300)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE blog.draft DROP picture, DROP picture_alt');
  }
}
