import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a post said before, once it was changed; with its opening post goes what the thread was called. */
export class KeepRevisions1795000252000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE forum.post_revision (
        post_id uuid NOT NULL CONSTRAINT fk_post_revision_post REFERENCES forum.post (id) ON DELETE CASCADE,
        number int NOT NULL CONSTRAINT ck_post_revision_number CHECK (number >= 1),
        title text CONSTRAINT ck_post_revision_title CHECK (char_length(title) BETWEEN 1 AND 200),
        tags text[],
        body_md text NOT NULL CONSTRAINT ck_post_revision_body CHECK (char_length(body_md) <= 60000),
        replaced_by uuid CONSTRAINT fk_post_revision_replaced_by REFERENCES pseudonyms.pseudonym (id),
        replaced_at timestamptz NOT NULL,
        PRIMARY KEY (post_id, number),
        CONSTRAINT ck_post_revision_opening CHECK ((title IS NULL) = (tags IS NULL)))`);
    await queryRunner.query('CREATE INDEX ix_post_revision_replaced_by ON forum.post_revision (replaced_by)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE forum.post_revision');
  }
}
