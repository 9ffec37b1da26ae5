import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An article points at the revision in force and at the one that waits for its hour; it can point only at one that has an
 * approval, and an approval of one's own text is stored only where it says that nobody else could give it. Revisions and
 * approvals are insert-only. Who wrote and approved them is kept by value: the proof outlives a member.
 */
const TABLES = [
  `CREATE TABLE blog.article (
    id uuid PRIMARY KEY,
    public_id text NOT NULL CONSTRAINT uq_article_public_id UNIQUE,
    author_id uuid NOT NULL CONSTRAINT fk_article_author REFERENCES pseudonyms.pseudonym (id),
    translation_id uuid CONSTRAINT fk_article_translation REFERENCES blog.article (id),
    latest_number int NOT NULL CONSTRAINT ck_article_latest CHECK (latest_number >= 1),
    submitted_number int,
    scheduled_number int,
    scheduled_at timestamptz,
    released_number int,
    published_at timestamptz,
    withdrawn_at timestamptz,
    last_comment_position int NOT NULL DEFAULT 0,
    client_key uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT uq_article_client_key UNIQUE (author_id, client_key),
    CONSTRAINT ck_article_numbers CHECK (greatest(submitted_number, scheduled_number, released_number) <= latest_number),
    CONSTRAINT ck_article_scheduled CHECK ((scheduled_number IS NULL) = (scheduled_at IS NULL)),
    CONSTRAINT ck_article_published CHECK (released_number IS NULL OR published_at IS NOT NULL),
    CONSTRAINT ck_article_withdrawn CHECK (withdrawn_at IS NULL OR (released_number IS NULL AND scheduled_number IS NULL)),
    CONSTRAINT ck_article_translation CHECK (translation_id <> id))`,
  `CREATE TABLE blog.revision (
    article_id uuid NOT NULL REFERENCES blog.article (id),
    number int NOT NULL CONSTRAINT ck_revision_number CHECK (number >= 1),
    lang text NOT NULL CONSTRAINT ck_revision_lang CHECK (lang IN ('de', 'en')),
    title text NOT NULL CONSTRAINT ck_revision_title CHECK (char_length(title) BETWEEN 1 AND 150),
    slug text NOT NULL,
    teaser text NOT NULL CONSTRAINT ck_revision_teaser CHECK (char_length(teaser) BETWEEN 1 AND 400),
    body_md text NOT NULL CONSTRAINT ck_revision_body CHECK (char_length(body_md) BETWEEN 1 AND 60000),
    body_html text NOT NULL,
    render_version int NOT NULL,
    tags text[] NOT NULL,
    edited_by uuid NOT NULL,
    edited_at timestamptz NOT NULL,
    client_key uuid NOT NULL,
    PRIMARY KEY (article_id, number),
    CONSTRAINT uq_revision_author UNIQUE (article_id, number, edited_by),
    CONSTRAINT uq_revision_client_key UNIQUE (article_id, edited_by, client_key))`,
  `CREATE TABLE blog.approval (
    article_id uuid NOT NULL,
    number int NOT NULL,
    edited_by uuid NOT NULL,
    approved_by uuid NOT NULL,
    approved_at timestamptz NOT NULL,
    by_only_editor boolean NOT NULL,
    PRIMARY KEY (article_id, number),
    CONSTRAINT fk_approval_revision FOREIGN KEY (article_id, number, edited_by)
      REFERENCES blog.revision (article_id, number, edited_by),
    CONSTRAINT ck_approval_four_eyes CHECK (approved_by <> edited_by OR by_only_editor))`,
  `ALTER TABLE blog.article
    ADD CONSTRAINT fk_article_released FOREIGN KEY (id, released_number) REFERENCES blog.approval (article_id, number),
    ADD CONSTRAINT fk_article_scheduled FOREIGN KEY (id, scheduled_number) REFERENCES blog.approval (article_id, number)`,
  'CREATE INDEX ix_article_published ON blog.article (published_at DESC, id DESC) WHERE released_number IS NOT NULL',
  'CREATE INDEX ix_article_scheduled ON blog.article (scheduled_at) WHERE scheduled_at IS NOT NULL',
  // One unfinished text per person and article; the one without an article is of an article that is not there yet.
  `CREATE TABLE blog.draft (
    member_id uuid NOT NULL,
    article_id uuid REFERENCES blog.article (id),
    title text NOT NULL CONSTRAINT ck_draft_title CHECK (char_length(title) <= 150),
    teaser text NOT NULL CONSTRAINT ck_draft_teaser CHECK (char_length(teaser) <= 400),
    body_md text NOT NULL CONSTRAINT ck_draft_body CHECK (char_length(body_md) <= 60000),
    tags text NOT NULL CONSTRAINT ck_draft_tags CHECK (char_length(tags) <= 400),
    saved_at timestamptz NOT NULL,
    CONSTRAINT uq_draft UNIQUE NULLS NOT DISTINCT (member_id, article_id))`,
  `CREATE TABLE blog.comment (
    id uuid PRIMARY KEY,
    public_id text NOT NULL CONSTRAINT uq_comment_public_id UNIQUE,
    article_id uuid NOT NULL REFERENCES blog.article (id),
    position int NOT NULL CONSTRAINT ck_comment_position CHECK (position >= 1),
    author_id uuid NOT NULL CONSTRAINT fk_comment_author REFERENCES pseudonyms.pseudonym (id),
    lang text NOT NULL CONSTRAINT ck_comment_lang CHECK (lang IN ('de', 'en')),
    body_md text NOT NULL CONSTRAINT ck_comment_body CHECK (char_length(body_md) BETWEEN 1 AND 10000),
    body_html text NOT NULL,
    render_version int NOT NULL,
    client_key uuid NOT NULL,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz,
    hidden_at timestamptz,
    hidden_reason text CONSTRAINT ck_comment_reason CHECK (char_length(hidden_reason) <= 500),
    CONSTRAINT uq_comment_position UNIQUE (article_id, position),
    CONSTRAINT uq_comment_client_key UNIQUE (author_id, client_key))`,
];

export class CreateBlog1795000240000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE blog.article DROP CONSTRAINT fk_article_released, DROP CONSTRAINT fk_article_scheduled',
    );
    await queryRunner.query(
      'DROP TABLE blog.comment, blog.draft, blog.approval, blog.revision, blog.article',
    );
  }
}
