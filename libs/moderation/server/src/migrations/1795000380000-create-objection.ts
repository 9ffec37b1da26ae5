import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Objections of authors to the hiding of what they wrote. An author is the pseudonym that stands at the post, so that
 * nothing more is known here than there; `hidden_at` names the decision, of which each has one objection.
 */
export class CreateObjection1795000380000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE moderation.objection (
        id uuid PRIMARY KEY,
        post_id uuid CONSTRAINT fk_objection_post REFERENCES forum.post (id),
        comment_id uuid CONSTRAINT fk_objection_comment REFERENCES blog.comment (id),
        subject_id uuid GENERATED ALWAYS AS (coalesce(post_id, comment_id)) STORED,
        author_id uuid NOT NULL CONSTRAINT fk_objection_author REFERENCES pseudonyms.pseudonym (id),
        hidden_at timestamptz NOT NULL,
        hider_id uuid CONSTRAINT fk_objection_hider REFERENCES pseudonyms.pseudonym (id),
        words text NOT NULL CONSTRAINT ck_objection_words CHECK (char_length(words) BETWEEN 1 AND 2000),
        created_at timestamptz NOT NULL,
        resolved_at timestamptz,
        decision text CONSTRAINT ck_objection_decision CHECK (decision IN ('granted', 'rejected')),
        answer text CONSTRAINT ck_objection_answer CHECK (char_length(answer) <= 500),
        resolver_id uuid CONSTRAINT fk_objection_resolver REFERENCES pseudonyms.pseudonym (id),
        CONSTRAINT ck_objection_subject CHECK (num_nonnulls(post_id, comment_id) = 1),
        CONSTRAINT ck_objection_resolved CHECK (num_nulls(resolved_at, decision, answer) IN (0, 3)),
        CONSTRAINT uq_objection_hiding UNIQUE (subject_id, hidden_at))`);
    await queryRunner.query(
      'CREATE INDEX ix_objection_open ON moderation.objection (created_at, id) WHERE resolved_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_objection_resolved ON moderation.objection (resolved_at DESC, id DESC) WHERE resolved_at IS NOT NULL',
    );
    await queryRunner.query('CREATE INDEX ix_objection_author ON moderation.objection (author_id)');
    await queryRunner.query('CREATE INDEX ix_objection_hider ON moderation.objection (hider_id)');
    await queryRunner.query('CREATE INDEX ix_objection_resolver ON moderation.objection (resolver_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE moderation.objection');
  }
}
