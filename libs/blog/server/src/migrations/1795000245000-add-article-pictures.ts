import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A picture above the article and in lists, with words for those who do not see it. */
export class AddArticlePictures1795000245000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE blog.revision
        ADD picture text CONSTRAINT ck_revision_picture CHECK (char_length(picture) <= 100),
        ADD picture_alt text CONSTRAINT ck_revision_picture_alt CHECK (char_length(picture_alt) BETWEEN 1 AND 300),
        ADD CONSTRAINT ck_revision_picture_told CHECK ((picture IS NULL) = (picture_alt IS NULL))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE blog.revision DROP picture, DROP picture_alt');
  }
}
