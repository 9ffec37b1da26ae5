import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Thanks that members are credited with for what they wrote anonymously, where the operator wants it: off, until they do. */
export class CreateMemberCredit1795000551001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE kudos.member_credit (
        member_id uuid NOT NULL CONSTRAINT fk_member_credit_member REFERENCES pseudonyms.pseudonym (id),
        day date NOT NULL,
        kudos int NOT NULL CONSTRAINT ck_member_credit_kudos CHECK (kudos > 0),
        PRIMARY KEY (member_id, day))`);
    await queryRunner.query(`
      CREATE TABLE kudos.credit_batch (
        month text PRIMARY KEY CONSTRAINT ck_credit_batch_month CHECK (month ~ '^\\d{4}-\\d{2}$'),
        day date NOT NULL,
        counted_from timestamptz NOT NULL,
        counted_until timestamptz NOT NULL,
        done boolean NOT NULL DEFAULT false)`);
    await queryRunner.query(`INSERT INTO site.switched_off (feature) VALUES ('persona-credits')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM site.switched_off WHERE feature = 'persona-credits'`);
    await queryRunner.query('DROP TABLE kudos.credit_batch, kudos.member_credit');
  }
}
