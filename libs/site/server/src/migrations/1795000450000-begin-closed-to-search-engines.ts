import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A community in which somebody has written is known to search engines already, and stays so. */
export class BeginClosedToSearchEngines1795000450000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      INSERT INTO site.switched_off (feature)
      SELECT 'search-engines' WHERE NOT EXISTS (SELECT FROM forum.thread)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM site.switched_off WHERE feature = 'search-engines'`);
  }
}
