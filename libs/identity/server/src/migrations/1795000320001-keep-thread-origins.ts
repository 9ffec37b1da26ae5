import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which threads the posts of a thread came: there lie the personas that speak in it beside its own. */
export class KeepThreadOrigins1795000320001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.thread_origin (
        thread_id uuid NOT NULL,
        origin_id uuid NOT NULL,
        merged boolean NOT NULL,
        PRIMARY KEY (thread_id, origin_id),
        CONSTRAINT ck_thread_origin_other CHECK (thread_id <> origin_id))`);
    // A thread is merged into one other; what is addressed to it goes there.
    await queryRunner.query(
      'CREATE UNIQUE INDEX uq_thread_origin_merged ON identity.thread_origin (origin_id) WHERE merged',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.thread_origin');
  }
}
