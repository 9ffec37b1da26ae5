import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSetup1795000201000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE site.setup (
        id boolean PRIMARY KEY DEFAULT true CONSTRAINT ck_setup_one_row CHECK (id),
        dismissed_at timestamptz NOT NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE site.setup');
  }
}
