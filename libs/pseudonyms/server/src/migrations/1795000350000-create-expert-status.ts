import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members the operator has appointed as experts of a board, for a time. Ended ones stay, for their history. */
export class CreateExpertStatus1795000350000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pseudonyms.expert_status (
        id uuid PRIMARY KEY,
        member_id uuid NOT NULL CONSTRAINT fk_expert_status_member REFERENCES pseudonyms.pseudonym (id),
        board_id uuid NOT NULL,
        reason text NOT NULL CONSTRAINT ck_expert_status_reason CHECK (char_length(reason) BETWEEN 3 AND 500),
        appointed_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT ck_expert_status_term CHECK (ends_at > appointed_at))`);
    await queryRunner.query(
      'CREATE UNIQUE INDEX uq_expert_status_current ON pseudonyms.expert_status (member_id, board_id) WHERE ended_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_expert_status_board ON pseudonyms.expert_status (board_id, ends_at) WHERE ended_at IS NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE pseudonyms.expert_status');
  }
}
