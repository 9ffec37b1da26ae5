import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices of work for moderators are found by what they tell of, when it is decided. */
export class FindWorkOfModerators1795000430000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX ix_notice_desk ON identity.notice (post_id) WHERE occasion IN ('reported', 'waiting', 'unlawful')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX identity.ix_notice_desk');
  }
}
