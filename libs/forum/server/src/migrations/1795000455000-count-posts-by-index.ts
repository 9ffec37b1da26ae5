import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a profile counts is read from the index of its author's posts. Of somebody who wrote 3,400 of 120,000 posts the
 * counts looked at 7,400 pages, now at 870.
 */
export class CountPostsByIndex1795000455000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.replace(queryRunner, 'INCLUDE (thread_id, solution_at, deleted_at, hidden_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.replace(queryRunner, '');
  }

  private async replace(queryRunner: QueryRunner, included: string): Promise<void> {
    await queryRunner.query('DROP INDEX forum.ix_post_author');
    await queryRunner.query(
      `CREATE INDEX ix_post_author ON forum.post (author_id, created_at DESC, id DESC) ${included}`,
    );
  }
}
