import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Experts may tell those who decide why they hold an answer for the solution. */
export class SayWhyASolutionIsProposed1795000370401 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE forum.solution_proposal ADD reason text
         CONSTRAINT ck_solution_proposal_reason CHECK (char_length(reason) BETWEEN 1 AND 500)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.solution_proposal DROP COLUMN reason');
  }
}
