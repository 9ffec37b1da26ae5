import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddFirstAdministratorLink1795000110000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.first_administrator_link (
        token_hash bytea PRIMARY KEY,
        expires_at timestamptz NOT NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.first_administrator_link');
  }
}
