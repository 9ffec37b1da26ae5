import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateUpload1795000211000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The row outlives its account, without it: the sweep must still find the bytes.
    await queryRunner.query(`
      CREATE TABLE identity.upload (
        id text PRIMARY KEY,
        account_id uuid CONSTRAINT fk_upload_account REFERENCES identity.account (id) ON DELETE SET NULL,
        purpose text NOT NULL,
        kind text NOT NULL,
        width int,
        height int,
        bytes int NOT NULL,
        created_at timestamptz NOT NULL)`);
    await queryRunner.query('CREATE INDEX ix_upload_account ON identity.upload (account_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.upload');
  }
}
