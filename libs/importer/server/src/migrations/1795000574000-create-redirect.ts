import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old addresses of a former community, and where the operator has them lead. */
export class CreateRedirect1795000574000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE importer.redirect (
        from_path text CONSTRAINT pk_redirect PRIMARY KEY,
        to_path text NOT NULL,
        hits bigint NOT NULL DEFAULT 0,
        used_on date,
        CONSTRAINT ck_redirect_from CHECK (from_path LIKE '/_%' AND octet_length(from_path) <= 2000),
        CONSTRAINT ck_redirect_to CHECK (to_path ~ '^/([^/\\\\]|$)' AND octet_length(to_path) <= 2000))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE importer.redirect');
  }
}
