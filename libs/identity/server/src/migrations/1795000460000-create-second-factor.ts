import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an account has besides its password. While it is being set up, `sealed_codes` holds the recovery codes to be shown;
 * once it is confirmed, only their hashes are left. `last_step` is the newest half minute whose code was taken.
 */
export class CreateSecondFactor1795000460000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.second_factor (
        account_id uuid PRIMARY KEY CONSTRAINT fk_second_factor_account REFERENCES identity.account (id) ON DELETE CASCADE,
        sealed_secret bytea NOT NULL,
        sealed_codes bytea,
        key_version int NOT NULL,
        last_step bigint NOT NULL DEFAULT 0,
        begun_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        CONSTRAINT ck_second_factor_codes CHECK ((confirmed_at IS NULL) = (sealed_codes IS NOT NULL)))`);
    await queryRunner.query(`
      CREATE TABLE identity.recovery_code (
        account_id uuid NOT NULL CONSTRAINT fk_recovery_code_factor
          REFERENCES identity.second_factor (account_id) ON DELETE CASCADE,
        code_hash bytea NOT NULL,
        PRIMARY KEY (account_id, code_hash))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.recovery_code');
    await queryRunner.query('DROP TABLE identity.second_factor');
  }
}
