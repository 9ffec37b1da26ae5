import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far imports, exports, recounts and the like are, whichever process is at them. */
export class CreateLongWork1795000340001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE platform.long_work (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        done int NOT NULL DEFAULT 0 CONSTRAINT ck_long_work_done CHECK (done >= 0),
        total int CONSTRAINT ck_long_work_total CHECK (total >= 0),
        started_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        ended_at timestamptz,
        succeeded boolean,
        CONSTRAINT ck_long_work_ended CHECK ((ended_at IS NULL) = (succeeded IS NULL)))`);
    await queryRunner.query('CREATE INDEX ix_long_work_started ON platform.long_work (started_at DESC)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE platform.long_work');
  }
}
