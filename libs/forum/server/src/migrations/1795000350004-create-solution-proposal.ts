import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that experts hold for the solution of a question whose asker has marked none. */
export class CreateSolutionProposal1795000350004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE forum.solution_proposal (
        id uuid PRIMARY KEY,
        thread_id uuid NOT NULL CONSTRAINT fk_solution_proposal_thread REFERENCES forum.thread (id) ON DELETE CASCADE,
        post_id uuid NOT NULL CONSTRAINT fk_solution_proposal_post REFERENCES forum.post (id) ON DELETE CASCADE,
        proposer_id uuid,
        proposed_at timestamptz NOT NULL,
        decided_at timestamptz)`);
    await queryRunner.query(
      'CREATE UNIQUE INDEX uq_solution_proposal_open ON forum.solution_proposal (thread_id) WHERE decided_at IS NULL',
    );
    await queryRunner.query('CREATE INDEX ix_solution_proposal_post ON forum.solution_proposal (post_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE forum.solution_proposal');
  }
}
