import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLeakRescan1795000491001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // What the last whole look through the posts found: numbers alone, as they would lead to posts otherwise.
    await queryRunner.query(`
      CREATE TABLE site.leak_rescan (
        id boolean PRIMARY KEY DEFAULT true CONSTRAINT ck_leak_rescan_one_row CHECK (id),
        finished_at timestamptz NOT NULL,
        posts integer NOT NULL,
        counts jsonb NOT NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE site.leak_rescan');
  }
}
