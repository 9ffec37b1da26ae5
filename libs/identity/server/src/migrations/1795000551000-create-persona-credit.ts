import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which account was credited with how much thanks for what it wrote anonymously; of which post or persona is not told. */
export class CreatePersonaCredit1795000551000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.persona_credit (
        account_id uuid NOT NULL CONSTRAINT fk_persona_credit_account REFERENCES identity.account (id) ON DELETE CASCADE,
        month text NOT NULL CONSTRAINT ck_persona_credit_month CHECK (month ~ '^\\d{4}-\\d{2}$'),
        counted int NOT NULL CONSTRAINT ck_persona_credit_counted CHECK (counted >= 0),
        granted int NOT NULL CONSTRAINT ck_persona_credit_granted CHECK (granted >= 0),
        PRIMARY KEY (account_id, month))`);
    await queryRunner.query('CREATE INDEX ix_persona_credit_month ON identity.persona_credit (month)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.persona_credit');
  }
}
