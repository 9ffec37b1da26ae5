import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateModeration1795000060000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE moderation.report (
        id uuid PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT fk_report_post REFERENCES forum.post (id),
        reporter_id uuid CONSTRAINT fk_report_reporter REFERENCES pseudonyms.pseudonym (id),
        reason text NOT NULL CONSTRAINT ck_report_reason
          CHECK (reason IN ('offensive', 'spam', 'internal', 'unlawful', 'wrong-place', 'other')),
        note text CONSTRAINT ck_report_note CHECK (char_length(note) <= 1000),
        created_at timestamptz NOT NULL,
        resolved_at timestamptz,
        decision text CONSTRAINT ck_report_decision CHECK (decision IN ('keep', 'hide')),
        CONSTRAINT ck_report_resolved CHECK ((resolved_at IS NULL) = (decision IS NULL)))`);
    await queryRunner.query(
      'CREATE UNIQUE INDEX uq_report_open ON moderation.report (post_id, reporter_id) WHERE resolved_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_report_open ON moderation.report (created_at, id) WHERE resolved_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_report_resolved ON moderation.report (resolved_at DESC, id DESC) WHERE resolved_at IS NOT NULL',
    );
    await queryRunner.query('CREATE INDEX ix_report_reporter ON moderation.report (reporter_id)');
    await queryRunner.query(`
      CREATE TABLE moderation.audit_entry (
        seq bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_id uuid CONSTRAINT fk_audit_entry_actor REFERENCES pseudonyms.pseudonym (id),
        action text NOT NULL CONSTRAINT ck_audit_entry_action CHECK (char_length(action) BETWEEN 1 AND 60),
        subject_type text NOT NULL CONSTRAINT ck_audit_entry_subject_type CHECK (char_length(subject_type) BETWEEN 1 AND 30),
        subject_id text NOT NULL CONSTRAINT ck_audit_entry_subject_id CHECK (char_length(subject_id) BETWEEN 1 AND 64),
        reason text CONSTRAINT ck_audit_entry_reason CHECK (char_length(reason) <= 500),
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL)`);
    await queryRunner.query('CREATE INDEX ix_audit_entry_actor ON moderation.audit_entry (actor_id)');
    await this.chain(queryRunner);
  }

  /** The database itself numbers and chains the entries: no code can add one beside the chain, or two at one place. */
  private async chain(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION moderation.hash_of(entry moderation.audit_entry) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT sha256(entry.previous_hash || convert_to(jsonb_build_array(
          entry.seq, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor_id,
          entry.action, entry.subject_type, entry.subject_id, entry.reason)::text, 'UTF8'))
      $$`);
    await queryRunner.query(`
      CREATE FUNCTION moderation.chain_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last moderation.audit_entry;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('moderation.audit_entry', 0));
        SELECT * INTO last FROM moderation.audit_entry ORDER BY seq DESC LIMIT 1;
        NEW.seq := coalesce(last.seq, 0) + 1;
        NEW.previous_hash := coalesce(last.hash, ''::bytea);
        NEW.hash := moderation.hash_of(NEW);
        RETURN NEW;
      END $$`);
    await queryRunner.query(
      'CREATE TRIGGER chain BEFORE INSERT ON moderation.audit_entry FOR EACH ROW EXECUTE FUNCTION moderation.chain_entry()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE moderation.report');
    await queryRunner.query('DROP TABLE moderation.audit_entry CASCADE');
    await queryRunner.query('DROP FUNCTION moderation.chain_entry()');
  }
}
