import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE moderation.report ALTER post_id DROP NOT NULL,
     ADD comment_id uuid CONSTRAINT fk_report_comment REFERENCES blog.comment (id),
     ADD handler_id uuid CONSTRAINT fk_report_handler REFERENCES pseudonyms.pseudonym (id),
     ADD CONSTRAINT ck_report_subject CHECK (num_nonnulls(post_id, comment_id) = 1)`,
  `INSERT INTO moderation.report (id, comment_id, reporter_id, reason, note, created_at, resolved_at, decision)
   SELECT id, comment_id, reporter_id, reason, note, created_at, resolved_at, decision FROM moderation.comment_report`,
  'DROP TABLE moderation.comment_report',
  'ALTER TABLE moderation.report ADD subject_id uuid GENERATED ALWAYS AS (coalesce(post_id, comment_id)) STORED',
  'DROP INDEX moderation.uq_report_open',
  'CREATE UNIQUE INDEX uq_report_open ON moderation.report (subject_id, reporter_id) WHERE resolved_at IS NULL',
  'CREATE INDEX ix_report_subject ON moderation.report (subject_id)',
  'CREATE INDEX ix_report_handler ON moderation.report (handler_id)',
  'CREATE INDEX ix_audit_entry_subject ON moderation.audit_entry (subject_type, subject_id)',
];

const DOWN = [
  'DROP INDEX moderation.ix_audit_entry_subject',
  `CREATE TABLE moderation.comment_report (
     id uuid PRIMARY KEY,
     comment_id uuid NOT NULL CONSTRAINT fk_comment_report_comment REFERENCES blog.comment (id),
     reporter_id uuid CONSTRAINT fk_comment_report_reporter REFERENCES pseudonyms.pseudonym (id),
     reason text NOT NULL,
     note text,
     created_at timestamptz NOT NULL,
     resolved_at timestamptz,
     decision text)`,
  `INSERT INTO moderation.comment_report
   SELECT id, comment_id, reporter_id, reason, note, created_at, resolved_at, decision FROM moderation.report
   WHERE comment_id IS NOT NULL`,
  'DELETE FROM moderation.report WHERE comment_id IS NOT NULL',
  'ALTER TABLE moderation.report DROP subject_id, DROP comment_id, DROP handler_id, ALTER post_id SET NOT NULL',
  'CREATE UNIQUE INDEX uq_report_open ON moderation.report (post_id, reporter_id) WHERE resolved_at IS NULL',
];

/** Reports on posts and on comments are one queue, in which moderators see who is at work on what. */
export class JoinReports1795000310000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}
