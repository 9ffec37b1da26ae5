import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFiles1795000210000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Neither time nor person: what hangs on an anonymous post would tell more than the post.
    await queryRunner.query(`
      CREATE TABLE files.file (
        id text PRIMARY KEY CONSTRAINT ck_file_id CHECK (id ~ '^[2-9a-zA]{24}$'),
        purpose text NOT NULL CONSTRAINT ck_file_purpose CHECK (purpose IN ('post', 'portrait', 'article', 'site')),
        kind text NOT NULL CONSTRAINT ck_file_kind CHECK (kind IN ('image', 'pdf', 'text')),
        width int,
        height int,
        bytes int NOT NULL,
        holder_id uuid,
        CONSTRAINT ck_file_size CHECK ((kind = 'image') = (width IS NOT NULL AND height IS NOT NULL)),
        CONSTRAINT ck_file_holder CHECK ((purpose IN ('post', 'portrait')) = (holder_id IS NOT NULL)))`);
    await queryRunner.query('CREATE INDEX ix_file_holder ON files.file (holder_id, purpose)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE files.file');
  }
}
