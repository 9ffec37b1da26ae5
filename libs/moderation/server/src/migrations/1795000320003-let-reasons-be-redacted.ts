import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log stays insert-only for the app's role, with one exception: a passage may be taken out of a reason. The function
 * runs with the owner's right and adds an entry to the chain that holds the hash of the entry as it reads then.
 */
export class LetReasonsBeRedacted1795000320003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION moderation.redact_reason(of_seq bigint, pattern text, redacted_at timestamptz, redacted_by uuid)
      RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = moderation, pg_temp AS $$
      DECLARE entry moderation.audit_entry;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('moderation.audit_entry', 0));
        UPDATE moderation.audit_entry SET reason = left(regexp_replace(reason, pattern, '[geschwärzt]', 'gi'), 500)
        WHERE seq = of_seq AND reason ~* pattern RETURNING * INTO entry;
        IF NOT FOUND THEN RAISE EXCEPTION 'a reason can only be redacted';
        END IF;
        INSERT INTO moderation.audit_entry (at, actor_id, action, subject_type, subject_id, reason)
        VALUES (redacted_at, redacted_by, 'reason-redacted', 'audit', of_seq::text, encode(moderation.hash_of(entry), 'hex'));
      END $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION moderation.redact_reason(bigint, text, timestamptz, uuid)');
  }
}
