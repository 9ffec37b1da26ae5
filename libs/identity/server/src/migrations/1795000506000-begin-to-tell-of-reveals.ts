import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An author who is being told of a reveal cannot be kept from it any more. */
export class BeginToTellOfReveals1795000506000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.reveal_request ADD COLUMN telling_since timestamptz');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.reveal_request DROP COLUMN telling_since');
  }
}
