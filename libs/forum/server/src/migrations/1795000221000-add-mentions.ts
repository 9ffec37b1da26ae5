import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts know whom they name, as it was found when they were written; threads are found by who began them. */
export class AddMentions1795000221000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE forum.post ADD mentioned_ids uuid[] NOT NULL DEFAULT '{}'`);
    // Everybody finds their own open questions on their home page.
    await queryRunner.query('CREATE INDEX ix_thread_author ON forum.thread (author_id, last_post_at DESC)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX forum.ix_thread_author');
    await queryRunner.query('ALTER TABLE forum.post DROP COLUMN mentioned_ids');
  }
}
