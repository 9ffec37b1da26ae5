import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per member and article, or comment; as with posts, those of erased members stay apart, and stay. */
export class CreateArticleKudos1795000242000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const subject of ['article', 'comment']) {
      await queryRunner.query(`
        CREATE TABLE kudos.${subject}_kudo (
          ${subject}_id uuid NOT NULL CONSTRAINT fk_${subject}_kudo_${subject} REFERENCES blog.${subject} (id),
          giver_id uuid CONSTRAINT fk_${subject}_kudo_giver REFERENCES pseudonyms.pseudonym (id),
          given_at timestamptz NOT NULL,
          CONSTRAINT uq_${subject}_kudo UNIQUE (${subject}_id, giver_id))`);
      await queryRunner.query(`CREATE INDEX ix_${subject}_kudo_giver ON kudos.${subject}_kudo (giver_id)`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE kudos.comment_kudo, kudos.article_kudo');
  }
}
