import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLeakGuard1795000471000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE site.leak_guard (
        id boolean PRIMARY KEY DEFAULT true CONSTRAINT ck_leak_guard_one_row CHECK (id),
        off text[] NOT NULL,
        patterns jsonb NOT NULL,
        hotlines text[] NOT NULL,
        domains text[] NOT NULL)`);
    // What became of places, by day and kind: no person, no text, no thread.
    await queryRunner.query(`
      CREATE TABLE site.leak_count (
        day date NOT NULL,
        kind text NOT NULL CONSTRAINT ck_leak_count_kind CHECK (char_length(kind) BETWEEN 1 AND 30),
        hidden integer NOT NULL,
        kept integer NOT NULL,
        PRIMARY KEY (day, kind))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE site.leak_count, site.leak_guard');
  }
}
