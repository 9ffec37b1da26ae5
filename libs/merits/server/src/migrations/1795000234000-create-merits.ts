import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMerits1795000234000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE merits.credit_day (
        post_id uuid NOT NULL CONSTRAINT fk_credit_day_post REFERENCES forum.post (id),
        day date NOT NULL,
        member_id uuid NOT NULL CONSTRAINT fk_credit_day_member REFERENCES pseudonyms.pseudonym (id),
        board_id uuid NOT NULL CONSTRAINT fk_credit_day_board REFERENCES forum.board (id),
        kudos int NOT NULL CONSTRAINT ck_credit_day_kudos CHECK (kudos >= 0),
        solutions int NOT NULL CONSTRAINT ck_credit_day_solutions CHECK (solutions >= 0),
        PRIMARY KEY (post_id, day))`);
    await queryRunner.query('CREATE INDEX ix_credit_day_day ON merits.credit_day (day)');
    await queryRunner.query('CREATE INDEX ix_credit_day_board ON merits.credit_day (board_id, day)');
    await queryRunner.query('CREATE INDEX ix_credit_day_member ON merits.credit_day (member_id)');
    await queryRunner.query(`
      CREATE TABLE merits.absence (
        member_id uuid PRIMARY KEY CONSTRAINT fk_absence_member REFERENCES pseudonyms.pseudonym (id))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE merits.absence, merits.credit_day');
  }
}
