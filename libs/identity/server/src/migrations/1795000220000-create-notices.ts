import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE identity.thread_state ADD muted boolean NOT NULL DEFAULT false,
     ADD CONSTRAINT ck_thread_state_muted CHECK (NOT (muted AND following))`,
  `CREATE TABLE identity.subscription (
    account_id uuid NOT NULL CONSTRAINT fk_subscription_account REFERENCES identity.account (id) ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT ck_subscription_kind CHECK (kind IN ('board', 'tag')),
    subject text NOT NULL CONSTRAINT ck_subscription_subject CHECK (char_length(subject) BETWEEN 1 AND 50),
    muted boolean NOT NULL,
    PRIMARY KEY (account_id, kind, subject))`,
  `CREATE INDEX ix_subscription_subject ON identity.subscription (kind, subject)`,
  `CREATE TABLE identity.notice_pace (
    account_id uuid NOT NULL CONSTRAINT fk_notice_pace_account REFERENCES identity.account (id) ON DELETE CASCADE,
    occasion text NOT NULL,
    pace text NOT NULL CONSTRAINT ck_notice_pace CHECK (pace IN ('at-once', 'daily', 'never')),
    PRIMARY KEY (account_id, occasion))`,
  `CREATE TABLE identity.notice (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_notice_account REFERENCES identity.account (id) ON DELETE CASCADE,
    once_key text NOT NULL,
    occasion text NOT NULL,
    thread_id uuid NOT NULL,
    post_id uuid NOT NULL,
    position int NOT NULL CONSTRAINT ck_notice_position CHECK (position >= 1),
    at timestamptz NOT NULL,
    read_at timestamptz,
    in_digest boolean NOT NULL,
    CONSTRAINT uq_notice_once UNIQUE (account_id, once_key))`,
  `CREATE INDEX ix_notice_account ON identity.notice (account_id, at DESC)`,
  `CREATE INDEX ix_notice_unread ON identity.notice (account_id, thread_id) WHERE read_at IS NULL`,
  `CREATE INDEX ix_notice_digest ON identity.notice (account_id, at) WHERE in_digest`,
  `CREATE INDEX ix_notice_at ON identity.notice (at)`,
];

/** What people follow or mute, what they were told of, and which of it they want by mail. */
export class CreateNotices1795000220000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.notice, identity.notice_pace, identity.subscription');
    await queryRunner.query('ALTER TABLE identity.thread_state DROP COLUMN muted');
  }
}
