import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Boards can be closed, and ask up to three things of everyone who asks there. */
export class ShapeBoards1795000260000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE forum.board
        ADD closed_at timestamptz,
        ADD question_fields jsonb NOT NULL DEFAULT '[]' CONSTRAINT ck_board_question_fields
          CHECK (jsonb_typeof(question_fields) = 'array' AND jsonb_array_length(question_fields) <= 3)`);
    await queryRunner.query(`
      ALTER TABLE forum.thread ADD details jsonb NOT NULL DEFAULT '[]' CONSTRAINT ck_thread_details
        CHECK (jsonb_typeof(details) = 'array' AND jsonb_array_length(details) <= 3)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.thread DROP COLUMN details');
    await queryRunner.query('ALTER TABLE forum.board DROP COLUMN question_fields, DROP COLUMN closed_at');
  }
}
