import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An entry points at the revision in force, and it can point only at one that has an approval; an approval by the author
 * of the revision cannot be stored. Revisions and approvals are insert-only, so a released text never changes.
 * Editors are kept by value, without a foreign key: the proof of four eyes outlives a member.
 */
const TABLES = [
  `CREATE TABLE faq.entry (
    id uuid PRIMARY KEY,
    public_id text NOT NULL CONSTRAINT uq_entry_public_id UNIQUE,
    thread_id uuid NOT NULL CONSTRAINT uq_entry_thread UNIQUE REFERENCES forum.thread (id),
    post_id uuid NOT NULL REFERENCES forum.post (id),
    latest_number int NOT NULL CONSTRAINT ck_entry_latest CHECK (latest_number >= 1),
    released_number int,
    review text CONSTRAINT ck_entry_review CHECK (review IN ('solution-withdrawn', 'source-gone')),
    withdrawn_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT ck_entry_released CHECK (released_number <= latest_number),
    CONSTRAINT ck_entry_withdrawn CHECK (withdrawn_at IS NULL OR released_number IS NULL))`,
  `CREATE TABLE faq.revision (
    entry_id uuid NOT NULL REFERENCES faq.entry (id),
    number int NOT NULL CONSTRAINT ck_revision_number CHECK (number >= 1),
    board_id uuid NOT NULL REFERENCES forum.board (id),
    lang text NOT NULL CONSTRAINT ck_revision_lang CHECK (lang IN ('de', 'en')),
    question text NOT NULL CONSTRAINT ck_revision_question CHECK (char_length(question) BETWEEN 1 AND 200),
    slug text NOT NULL,
    answer_md text NOT NULL CONSTRAINT ck_revision_answer CHECK (char_length(answer_md) BETWEEN 1 AND 60000),
    answer_html text NOT NULL,
    render_version int NOT NULL,
    edited_by uuid NOT NULL,
    edited_at timestamptz NOT NULL,
    client_key uuid NOT NULL,
    PRIMARY KEY (entry_id, number),
    CONSTRAINT uq_revision_author UNIQUE (entry_id, number, edited_by),
    CONSTRAINT uq_revision_client_key UNIQUE (entry_id, edited_by, client_key))`,
  `CREATE TABLE faq.approval (
    entry_id uuid NOT NULL,
    number int NOT NULL,
    edited_by uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamptz NOT NULL,
    PRIMARY KEY (entry_id, number),
    CONSTRAINT fk_approval_revision FOREIGN KEY (entry_id, number, edited_by)
      REFERENCES faq.revision (entry_id, number, edited_by),
    CONSTRAINT ck_approval_four_eyes CHECK (approved_by <> edited_by))`,
  `ALTER TABLE faq.entry ADD CONSTRAINT fk_entry_released
    FOREIGN KEY (id, released_number) REFERENCES faq.approval (entry_id, number)`,
  `CREATE TABLE faq.release (
    id uuid PRIMARY KEY,
    state text NOT NULL CONSTRAINT ck_release_state CHECK (state IN ('running', 'done', 'failed')),
    done int NOT NULL,
    total int NOT NULL CONSTRAINT ck_release_progress CHECK (done BETWEEN 0 AND total),
    entry_count int NOT NULL DEFAULT 0,
    files jsonb NOT NULL DEFAULT '[]',
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    CONSTRAINT ck_release_finished CHECK ((state = 'running') = (finished_at IS NULL)))`,
  `CREATE INDEX ix_release_started ON faq.release (started_at DESC)`,
];

export class CreateFaq1795000080000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE faq.entry DROP CONSTRAINT fk_entry_released');
    await queryRunner.query('DROP TABLE faq.release, faq.approval, faq.revision, faq.entry');
  }
}
