import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff show the portrait that every member may show; a second place for it was never written. */
export class DropStaffPhoto1795000360000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE pseudonyms.staff_profile DROP photo');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE pseudonyms.staff_profile ADD photo text');
  }
}
