import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The link that whoever invites may copy is another than the mailed one: it does not prove whose the address is. */
export class HandOverInvitations1795000440000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE identity.invitation ADD handed_hash bytea CONSTRAINT uq_invitation_handed UNIQUE',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE identity.invitation DROP COLUMN handed_hash');
  }
}
