import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform1795000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE platform.usage_day (
        day date NOT NULL,
        event text NOT NULL,
        count bigint NOT NULL CONSTRAINT ck_usage_count CHECK (count > 0),
        PRIMARY KEY (day, event))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE platform.usage_day');
  }
}
