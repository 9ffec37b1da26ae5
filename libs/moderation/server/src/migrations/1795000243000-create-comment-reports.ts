import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports on comments of the blog: like those on posts, without a board. */
export class CreateCommentReports1795000243000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE moderation.comment_report (
        id uuid PRIMARY KEY,
        comment_id uuid NOT NULL CONSTRAINT fk_comment_report_comment REFERENCES blog.comment (id),
        reporter_id uuid CONSTRAINT fk_comment_report_reporter REFERENCES pseudonyms.pseudonym (id),
        reason text NOT NULL CONSTRAINT ck_comment_report_reason
          CHECK (reason IN ('offensive', 'spam', 'internal', 'unlawful', 'wrong-place', 'other')),
        note text CONSTRAINT ck_comment_report_note CHECK (char_length(note) <= 1000),
        created_at timestamptz NOT NULL,
        resolved_at timestamptz,
        decision text CONSTRAINT ck_comment_report_decision CHECK (decision IN ('keep', 'hide')),
        CONSTRAINT ck_comment_report_resolved CHECK ((resolved_at IS NULL) = (decision IS NULL)))`);
    await queryRunner.query(
      'CREATE UNIQUE INDEX uq_comment_report_open ON moderation.comment_report (comment_id, reporter_id) WHERE resolved_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_comment_report_open ON moderation.comment_report (created_at, id) WHERE resolved_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_comment_report_reporter ON moderation.comment_report (reporter_id)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE moderation.comment_report');
  }
}
