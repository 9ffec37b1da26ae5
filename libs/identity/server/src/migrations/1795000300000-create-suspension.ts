import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may read but not write at present. Of an account one is imposed under its nickname, and one for each thread in
 * which it was imposed on a persona.
 */
export class CreateSuspension1795000300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.suspension (
        account_id uuid NOT NULL CONSTRAINT fk_suspension_account REFERENCES identity.account (id) ON DELETE CASCADE,
        thread_id uuid,
        reason text NOT NULL CONSTRAINT ck_suspension_reason CHECK (char_length(reason) BETWEEN 1 AND 500),
        ends_at timestamptz,
        CONSTRAINT uq_suspension UNIQUE NULLS NOT DISTINCT (account_id, thread_id))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.suspension');
  }
}
