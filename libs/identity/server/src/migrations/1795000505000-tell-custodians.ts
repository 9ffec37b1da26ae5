import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Custodians are told of requests for reveals as moderators are of their work, and what nobody decides about lapses. */
export class TellCustodians1795000505000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX identity.ix_notice_desk');
    await queryRunner.query(`
      CREATE INDEX ix_notice_desk ON identity.notice (post_id)
      WHERE occasion IN ('reported', 'waiting', 'unlawful', 'reveal')`);
    await queryRunner.query(`
      ALTER TABLE identity.reveal_request DROP CONSTRAINT ck_reveal_request_state, DROP CONSTRAINT ck_reveal_request_decided,
        ADD CONSTRAINT ck_reveal_request_state CHECK (state IN ('open', 'approved', 'refused', 'viewed', 'lapsed')),
        ADD CONSTRAINT ck_reveal_request_decided CHECK (
          (state IN ('open', 'lapsed')) = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))`);
  }

  /** What lapsed has no state before this; the log goes on telling of it. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM identity.reveal_request WHERE state = 'lapsed'`);
    await queryRunner.query(`
      ALTER TABLE identity.reveal_request DROP CONSTRAINT ck_reveal_request_state, DROP CONSTRAINT ck_reveal_request_decided,
        ADD CONSTRAINT ck_reveal_request_state CHECK (state IN ('open', 'approved', 'refused', 'viewed')),
        ADD CONSTRAINT ck_reveal_request_decided CHECK (
          (state = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))`);
    await queryRunner.query('DROP INDEX identity.ix_notice_desk');
    await queryRunner.query(`
      CREATE INDEX ix_notice_desk ON identity.notice (post_id) WHERE occasion IN ('reported', 'waiting', 'unlawful')`);
  }
}
