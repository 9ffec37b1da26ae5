import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE identity.reveal_request (
    id uuid PRIMARY KEY,
    persona_id uuid NOT NULL,
    thread_id uuid NOT NULL,
    post_id uuid NOT NULL,
    ground text NOT NULL CONSTRAINT ck_reveal_request_ground
      CHECK (ground IN ('court-order', 'authority', 'danger', 'offence')),
    case_number text NOT NULL CONSTRAINT ck_reveal_request_case CHECK (char_length(case_number) BETWEEN 1 AND 60),
    explanation text NOT NULL CONSTRAINT ck_reveal_request_explanation CHECK (char_length(explanation) BETWEEN 1 AND 1000),
    state text NOT NULL DEFAULT 'open' CONSTRAINT ck_reveal_request_state
      CHECK (state IN ('open', 'approved', 'refused', 'viewed')),
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    decided_by uuid CONSTRAINT ck_reveal_request_two_people CHECK (decided_by <> requested_by),
    decided_at timestamptz,
    decision_reason text CONSTRAINT ck_reveal_request_reason CHECK (char_length(decision_reason) <= 500),
    approval bytea,
    viewed_at timestamptz,
    tell_at timestamptz,
    held_until timestamptz,
    hold_reason text CONSTRAINT ck_reveal_request_hold CHECK (char_length(hold_reason) <= 500),
    told_at timestamptz,
    CONSTRAINT ck_reveal_request_decided CHECK (
      (state = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT ck_reveal_request_approval CHECK ((state IN ('approved', 'viewed')) = (approval IS NOT NULL)),
    CONSTRAINT ck_reveal_request_viewed CHECK (
      (state = 'viewed') = (viewed_at IS NOT NULL) AND (viewed_at IS NULL) = (tell_at IS NULL)))`,
  `CREATE UNIQUE INDEX uq_reveal_request_open ON identity.reveal_request (persona_id) WHERE state = 'open'`,
  `CREATE INDEX ix_reveal_request_latest ON identity.reveal_request (requested_at DESC, id)`,
  `CREATE INDEX ix_reveal_request_to_tell ON identity.reveal_request (tell_at) WHERE state = 'viewed' AND told_at IS NULL`,
  `CREATE TABLE identity.reveal_terms (
    only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT ck_reveal_terms_one CHECK (only_row),
    delay_days int NOT NULL CONSTRAINT ck_reveal_terms_delay CHECK (delay_days BETWEEN 0 AND 365))`,
  `CREATE TABLE identity.reveal_audit (
    seq bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id uuid,
    action text NOT NULL CONSTRAINT ck_reveal_audit_action CHECK (char_length(action) BETWEEN 1 AND 40),
    request_id uuid,
    persona_id uuid,
    note text CONSTRAINT ck_reveal_audit_note CHECK (char_length(note) <= 1100),
    seal bytea NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL)`,
  `CREATE INDEX ix_reveal_audit_request ON identity.reveal_audit (request_id)`,
  `CREATE FUNCTION identity.reveal_hash_of(entry identity.reveal_audit) RETURNS bytea LANGUAGE sql STABLE AS $$
     SELECT sha256(entry.previous_hash || convert_to(jsonb_build_array(
       entry.seq, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor_id, entry.action,
       entry.request_id, entry.persona_id, entry.note, encode(entry.seal, 'hex'))::text, 'UTF8'))
   $$`,
  `CREATE FUNCTION identity.chain_reveal_entry() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE last identity.reveal_audit;
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended('identity.reveal_audit', 0));
     SELECT * INTO last FROM identity.reveal_audit ORDER BY seq DESC LIMIT 1;
     NEW.seq := coalesce(last.seq, 0) + 1;
     NEW.previous_hash := coalesce(last.hash, ''::bytea);
     NEW.hash := identity.reveal_hash_of(NEW);
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER chain BEFORE INSERT ON identity.reveal_audit FOR EACH ROW EXECUTE FUNCTION identity.chain_reveal_entry()`,
];

/** Requests to learn who stands behind a persona, and the log of what was done with them, to which rows are only added. */
export class CreateReveal1795000480000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.reveal_request, identity.reveal_terms');
    await queryRunner.query('DROP TABLE identity.reveal_audit CASCADE');
    await queryRunner.query('DROP FUNCTION identity.chain_reveal_entry()');
  }
}
