import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateKeyFingerprint1795000120000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE platform.key_fingerprint (
        version int PRIMARY KEY,
        fingerprint text NOT NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE platform.key_fingerprint');
  }
}
