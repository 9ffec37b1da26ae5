import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSwitchedOff1795000330002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE site.switched_off (
        feature text PRIMARY KEY CONSTRAINT ck_switched_off_feature CHECK (char_length(feature) BETWEEN 1 AND 30))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE site.switched_off');
  }
}
