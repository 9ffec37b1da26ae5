import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What readers answered to *Hat das geholfen?*: numbers per post and day, of nobody. */
export class CountHelped1795000233000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE kudos.helped_day (
        post_id uuid NOT NULL CONSTRAINT fk_helped_day_post REFERENCES forum.post (id),
        day date NOT NULL,
        answer text NOT NULL CONSTRAINT ck_helped_day_answer
          CHECK (answer IN ('yes', 'no', 'incomplete', 'unclear', 'outdated', 'wrong')),
        count int NOT NULL CONSTRAINT ck_helped_day_count CHECK (count > 0),
        PRIMARY KEY (post_id, day, answer))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE kudos.helped_day');
  }
}
