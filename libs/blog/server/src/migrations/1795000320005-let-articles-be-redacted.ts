import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Revisions are insert-only for the app's role, and stay so with one exception: a passage may be taken out of one. The
 * function runs with the owner's right and makes the texts itself; only what follows from them is handed in.
 */
export class LetArticlesBeRedacted1795000320005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION blog.redact_revision(of_article uuid, of_number int, pattern text, new_slug text, new_html text)
      RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = blog, pg_temp AS $$
      BEGIN
        UPDATE blog.revision SET
          title = left(regexp_replace(title, pattern, '[geschwärzt]', 'gi'), 150),
          teaser = left(regexp_replace(teaser, pattern, '[geschwärzt]', 'gi'), 400),
          body_md = regexp_replace(body_md, pattern, '[geschwärzt]', 'gi'),
          picture_alt = left(regexp_replace(picture_alt, pattern, '[geschwärzt]', 'gi'), 300),
          tags = ARRAY(SELECT tag FROM unnest(tags) WITH ORDINALITY AS t (tag, place) WHERE tag !~* pattern ORDER BY place),
          slug = new_slug, body_html = new_html
        WHERE article_id = of_article AND number = of_number
          AND concat_ws(' ', title, teaser, body_md, picture_alt, array_to_string(tags, ' ')) ~* pattern;
        IF NOT FOUND THEN RAISE EXCEPTION 'a revision can only be redacted';
        END IF;
      END $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION blog.redact_revision(uuid, int, text, text, text)');
  }
}
