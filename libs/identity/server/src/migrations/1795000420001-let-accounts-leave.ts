import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account whose owner has deleted it: nobody signs in or acts by it any more, and a job forgets it. */
export class LetAccountsLeave1795000420001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.allow(queryRunner, `'active', 'blocked', 'leaving'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE identity.account SET state = 'blocked' WHERE state = 'leaving'`);
    await this.allow(queryRunner, `'active', 'blocked'`);
  }

  private async allow(queryRunner: QueryRunner, states: string): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE identity.account DROP CONSTRAINT ck_account_state,
        ADD CONSTRAINT ck_account_state CHECK (state IN (${states}))`);
  }
}
