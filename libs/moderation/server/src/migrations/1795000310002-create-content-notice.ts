import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices of unlawful content. Who sent one is kept by identity, under the same key. */
export class CreateContentNotice1795000310002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE moderation.content_notice (
        id uuid PRIMARY KEY,
        number text NOT NULL CONSTRAINT uq_content_notice_number UNIQUE,
        matter text NOT NULL CONSTRAINT ck_content_notice_matter
          CHECK (matter IN ('insult', 'hate', 'privacy', 'property', 'fraud', 'child-abuse', 'other')),
        explanation text NOT NULL CONSTRAINT ck_content_notice_explanation
          CHECK (char_length(explanation) BETWEEN 1 AND 5000),
        addresses text[] NOT NULL,
        created_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        decided_at timestamptz,
        decision text CONSTRAINT ck_content_notice_decision CHECK (decision IN ('keep', 'remove')),
        ground text CONSTRAINT ck_content_notice_ground CHECK (ground IN ('law', 'terms', 'none')),
        statement text CONSTRAINT ck_content_notice_statement CHECK (char_length(statement) BETWEEN 1 AND 400),
        decider_id uuid CONSTRAINT fk_content_notice_decider REFERENCES pseudonyms.pseudonym (id),
        CONSTRAINT ck_content_notice_decided CHECK (num_nulls(decided_at, decision, ground, statement) IN (0, 4)))`);
    await queryRunner.query(
      'CREATE INDEX ix_content_notice_due ON moderation.content_notice (due_at, id) WHERE decided_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_content_notice_decided ON moderation.content_notice (decided_at DESC, id DESC) WHERE decided_at IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_content_notice_decider ON moderation.content_notice (decider_id)',
    );
    await queryRunner.query(`
      CREATE TABLE moderation.content_notice_subject (
        notice_id uuid NOT NULL CONSTRAINT fk_content_notice_subject_notice REFERENCES moderation.content_notice (id),
        post_id uuid CONSTRAINT fk_content_notice_subject_post REFERENCES forum.post (id),
        comment_id uuid CONSTRAINT fk_content_notice_subject_comment REFERENCES blog.comment (id),
        subject_id uuid GENERATED ALWAYS AS (coalesce(post_id, comment_id)) STORED,
        CONSTRAINT ck_content_notice_subject CHECK (num_nonnulls(post_id, comment_id) = 1),
        PRIMARY KEY (notice_id, subject_id))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE moderation.content_notice_subject, moderation.content_notice');
  }
}
