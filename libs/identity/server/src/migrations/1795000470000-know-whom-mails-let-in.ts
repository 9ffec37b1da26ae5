import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail whose link lets somebody in is found by what it confirms, to be withdrawn once that is confirmed otherwise. */
export class KnowWhomMailsLetIn1795000470000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.outbox_mail ADD admits uuid');
    await queryRunner.query(
      'CREATE INDEX outbox_mail_admits ON identity.outbox_mail (admits) WHERE admits IS NOT NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.outbox_mail DROP COLUMN admits');
  }
}
