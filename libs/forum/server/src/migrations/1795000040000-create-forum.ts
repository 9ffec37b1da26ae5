import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateForum1795000040000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE forum.board (
        id uuid PRIMARY KEY,
        public_id text NOT NULL CONSTRAINT uq_board_public_id UNIQUE,
        slug text NOT NULL CONSTRAINT uq_board_slug UNIQUE,
        parent_id uuid REFERENCES forum.board (id),
        rank int NOT NULL,
        name_de text NOT NULL,
        name_en text NOT NULL,
        description_de text NOT NULL,
        description_en text NOT NULL,
        visibility text NOT NULL CONSTRAINT ck_board_visibility CHECK (visibility IN ('public', 'members', 'group')),
        group_id uuid REFERENCES groups.closed_group (id),
        announced boolean NOT NULL DEFAULT false,
        posting text NOT NULL DEFAULT 'members' CONSTRAINT ck_board_posting CHECK (posting IN ('members', 'staff')),
        thread_count int NOT NULL DEFAULT 0 CONSTRAINT ck_board_thread_count CHECK (thread_count >= 0),
        created_at timestamptz NOT NULL,
        CONSTRAINT ck_board_group CHECK ((visibility = 'group') = (group_id IS NOT NULL)))`);
    await queryRunner.query(`
      CREATE TABLE forum.thread (
        id uuid PRIMARY KEY,
        public_id text NOT NULL CONSTRAINT uq_thread_public_id UNIQUE,
        board_id uuid NOT NULL REFERENCES forum.board (id),
        author_id uuid REFERENCES pseudonyms.pseudonym (id),
        kind text NOT NULL CONSTRAINT ck_thread_kind CHECK (kind IN ('question', 'discussion')),
        title text NOT NULL CONSTRAINT ck_thread_title CHECK (char_length(title) BETWEEN 1 AND 200),
        slug text NOT NULL,
        lang text NOT NULL CONSTRAINT ck_thread_lang CHECK (lang IN ('de', 'en')),
        tags text[] NOT NULL DEFAULT '{}',
        excerpt text NOT NULL,
        solution_excerpt text,
        created_at timestamptz NOT NULL,
        last_post_at timestamptz NOT NULL,
        last_author_id uuid REFERENCES pseudonyms.pseudonym (id),
        post_count int NOT NULL CONSTRAINT ck_thread_post_count CHECK (post_count >= 1),
        reply_count int NOT NULL CONSTRAINT ck_thread_reply_count CHECK (reply_count >= 0),
        solution_count int NOT NULL DEFAULT 0 CONSTRAINT ck_thread_solution_count CHECK (solution_count >= 0),
        view_count int NOT NULL DEFAULT 0,
        pinned_at timestamptz,
        locked_at timestamptz,
        hidden_at timestamptz,
        deleted_at timestamptz)`);
    const listed = 'WHERE hidden_at IS NULL AND deleted_at IS NULL';
    const question = `${listed} AND kind = 'question'`;
    const indexes = [
      `ix_thread_activity ON forum.thread (last_post_at DESC, id DESC) ${listed}`,
      `ix_thread_newest ON forum.thread (created_at DESC, id DESC) ${listed}`,
      `ix_thread_solved ON forum.thread (last_post_at DESC, id DESC) ${question} AND solution_count > 0`,
      `ix_thread_open ON forum.thread (last_post_at DESC, id DESC) ${question} AND solution_count = 0`,
      `ix_thread_unanswered ON forum.thread (last_post_at DESC, id DESC) ${question} AND reply_count = 0`,
      `ix_thread_board_activity ON forum.thread (board_id, last_post_at DESC, id DESC) ${listed}`,
      `ix_thread_board_solved ON forum.thread (board_id, last_post_at DESC, id DESC) ${question} AND solution_count > 0`,
      `ix_thread_board_open ON forum.thread (board_id, last_post_at DESC, id DESC) ${question} AND solution_count = 0`,
      `ix_thread_board_unanswered ON forum.thread (board_id, last_post_at DESC, id DESC) ${question} AND reply_count = 0`,
      `ix_thread_board_pinned ON forum.thread (board_id, pinned_at) ${listed} AND pinned_at IS NOT NULL`,
      `ix_thread_tags ON forum.thread USING gin (tags)`,
    ];
    for (const index of indexes) await queryRunner.query(`CREATE INDEX ${index}`);
    await queryRunner.query(`
      CREATE TABLE forum.post (
        id uuid PRIMARY KEY,
        public_id text NOT NULL CONSTRAINT uq_post_public_id UNIQUE,
        thread_id uuid NOT NULL REFERENCES forum.thread (id),
        position int NOT NULL CONSTRAINT ck_post_position CHECK (position >= 1),
        kind text NOT NULL CONSTRAINT ck_post_kind CHECK (kind IN ('opening', 'reply', 'comment')),
        author_id uuid REFERENCES pseudonyms.pseudonym (id),
        body_md text NOT NULL CONSTRAINT ck_post_body CHECK (char_length(body_md) <= 60000),
        body_html text NOT NULL,
        render_version int NOT NULL,
        lang text NOT NULL CONSTRAINT ck_post_lang CHECK (lang IN ('de', 'en')),
        client_key uuid,
        created_at timestamptz NOT NULL,
        edited_at timestamptz,
        solution_at timestamptz,
        deleted_at timestamptz,
        hidden_at timestamptz,
        hidden_reason text,
        CONSTRAINT uq_post_position UNIQUE (thread_id, position),
        CONSTRAINT ck_post_opening CHECK ((kind = 'opening') = (position = 1)))`);
    await queryRunner.query(
      'CREATE UNIQUE INDEX uq_post_client_key ON forum.post (author_id, client_key) WHERE client_key IS NOT NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_post_author ON forum.post (author_id, created_at DESC, id DESC)',
    );
    await queryRunner.query(
      'CREATE INDEX ix_post_solution ON forum.post (thread_id, position) WHERE solution_at IS NOT NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['post', 'thread', 'board']) await queryRunner.query(`DROP TABLE forum.${table}`);
  }
}
