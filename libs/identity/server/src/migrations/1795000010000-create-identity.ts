import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE identity.account (
    id uuid PRIMARY KEY,
    member_id uuid NOT NULL CONSTRAINT uq_account_member UNIQUE,
    mail citext NOT NULL CONSTRAINT uq_account_mail UNIQUE,
    password_hash text NOT NULL,
    secret bytea NOT NULL CONSTRAINT ck_account_secret CHECK (octet_length(secret) = 16),
    locale text NOT NULL CONSTRAINT ck_account_locale CHECK (locale IN ('de', 'en')),
    state text NOT NULL DEFAULT 'active' CONSTRAINT ck_account_state CHECK (state IN ('active', 'blocked')),
    created_at timestamptz NOT NULL)`,
  `CREATE TABLE identity.registration (
    id uuid PRIMARY KEY,
    mail citext NOT NULL,
    nickname text NOT NULL,
    member_id uuid NOT NULL,
    password_hash text NOT NULL,
    locale text NOT NULL CONSTRAINT ck_registration_locale CHECK (locale IN ('de', 'en')),
    consents jsonb NOT NULL,
    token_hash bytea CONSTRAINT uq_registration_token UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL)`,
  `CREATE INDEX ix_registration_mail ON identity.registration (mail)`,
  `CREATE TABLE identity.consent (
    account_id uuid NOT NULL CONSTRAINT fk_consent_account REFERENCES identity.account (id) ON DELETE CASCADE,
    text_slug text NOT NULL,
    version text NOT NULL,
    accepted_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, text_slug, version))`,
  `CREATE TABLE identity.reset_request (
    id uuid PRIMARY KEY,
    mail citext NOT NULL,
    created_at timestamptz NOT NULL)`,
  `CREATE TABLE identity.reset_link (
    token_hash bytea PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_reset_link_account REFERENCES identity.account (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL)`,
  `CREATE INDEX ix_reset_link_account ON identity.reset_link (account_id)`,
  // Columns as connect-pg-simple wants them.
  `CREATE TABLE identity.session (
    sid text PRIMARY KEY,
    sess json NOT NULL,
    expire timestamptz(6) NOT NULL)`,
  `CREATE INDEX ix_session_expire ON identity.session (expire)`,
  `CREATE INDEX ix_session_account ON identity.session ((sess #>> '{passport,user}'))`,
  `CREATE TABLE identity.thread_state (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id uuid NOT NULL CONSTRAINT fk_thread_state_account REFERENCES identity.account (id) ON DELETE CASCADE,
    thread_id uuid NOT NULL,
    voice text CONSTRAINT ck_thread_state_voice CHECK (voice IN ('nickname', 'anonymous')),
    voice_used boolean NOT NULL DEFAULT false,
    open_claims int NOT NULL DEFAULT 0,
    claimed_at timestamptz,
    sealed_persona bytea,
    key_version int,
    read_position int NOT NULL DEFAULT 0 CONSTRAINT ck_thread_state_read CHECK (read_position >= 0),
    following boolean NOT NULL DEFAULT false,
    CONSTRAINT uq_thread_state UNIQUE (account_id, thread_id),
    CONSTRAINT ck_thread_state_persona CHECK ((sealed_persona IS NULL) = (key_version IS NULL)))`,
  `CREATE INDEX ix_thread_state_following ON identity.thread_state (thread_id) WHERE following`,
  `CREATE INDEX ix_thread_state_persona ON identity.thread_state (id) WHERE sealed_persona IS NOT NULL`,
  `CREATE TABLE identity.persona_post (
    post_id uuid PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_persona_post_account REFERENCES identity.account (id) ON DELETE CASCADE,
    thread_id uuid NOT NULL,
    written_at timestamptz NOT NULL)`,
  `CREATE INDEX ix_persona_post_account ON identity.persona_post (account_id)`,
  `CREATE TABLE identity.draft (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_draft_account REFERENCES identity.account (id) ON DELETE CASCADE,
    thread_id uuid,
    title text,
    body text NOT NULL,
    board_id text,
    kind text,
    tags text[] NOT NULL,
    anonymous boolean NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT uq_draft UNIQUE NULLS NOT DISTINCT (account_id, thread_id))`,
  // Columns as rate-limiter-flexible wants them.
  `CREATE TABLE identity.write_limit (
    key varchar(255) PRIMARY KEY,
    points int NOT NULL DEFAULT 0,
    expire bigint)`,
  `CREATE TABLE identity.outbox_mail (
    id uuid PRIMARY KEY,
    once_key text CONSTRAINT uq_outbox_mail_once UNIQUE,
    account_id uuid CONSTRAINT fk_outbox_mail_account REFERENCES identity.account (id) ON DELETE CASCADE,
    recipient text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    headers jsonb NOT NULL,
    secret_link text,
    message_id text NOT NULL,
    state text NOT NULL CONSTRAINT ck_outbox_mail_state CHECK (state IN ('waiting', 'sent', 'kept')),
    attempts int NOT NULL DEFAULT 0,
    leased_until timestamptz,
    created_at timestamptz NOT NULL)`,
  `CREATE INDEX ix_outbox_mail_created ON identity.outbox_mail (created_at, id)`,
  `CREATE INDEX ix_outbox_mail_account ON identity.outbox_mail (account_id)`,
];

export class CreateIdentity1795000010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE identity.outbox_mail, identity.write_limit, identity.draft, identity.persona_post, identity.thread_state,
        identity.session, identity.reset_link, identity.reset_request, identity.consent, identity.registration, identity.account`);
  }
}
