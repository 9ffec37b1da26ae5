import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether whoever holds an office needs a second factor for it. */
export class DemandSecondFactor1795000460001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE site.setting ADD COLUMN second_factor_demanded boolean NOT NULL DEFAULT false',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE site.setting DROP COLUMN second_factor_demanded');
  }
}
