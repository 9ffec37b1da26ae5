import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since which day a persona is nobody's any more; its link goes some time later. */
export class LetPersonasBeGivenUp1795000490001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE pseudonyms.persona ADD given_up_at timestamptz');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE pseudonyms.persona DROP COLUMN given_up_at');
  }
}
