import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Revisions are insert-only for the app's role, and stay so with one exception: a passage may be taken out of one. The
 * function runs with the owner's right and refuses whatever does not come of replacing matches of the pattern.
 */
export class LetPassagesBeRedacted1795000253000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION faq.redact_revision(
        of_entry uuid, of_number int, pattern text, new_question text, new_slug text, new_md text, new_html text)
      RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = faq, pg_temp AS $$
      DECLARE before faq.revision;
      BEGIN
        SELECT * INTO before FROM faq.revision WHERE entry_id = of_entry AND number = of_number FOR UPDATE;
        IF new_question IS DISTINCT FROM left(regexp_replace(before.question, pattern, '[geschwärzt]', 'gi'), 200)
          OR new_md IS DISTINCT FROM regexp_replace(before.answer_md, pattern, '[geschwärzt]', 'gi')
        THEN RAISE EXCEPTION 'a revision can only be redacted';
        END IF;
        UPDATE faq.revision SET question = new_question, slug = new_slug, answer_md = new_md, answer_html = new_html
        WHERE entry_id = of_entry AND number = of_number;
      END $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION faq.redact_revision(uuid, int, text, text, text, text, text)');
  }
}
