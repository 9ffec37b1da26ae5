import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words are marked one by one. For words that belong together `ts_headline` combines every place of each with those of
 * all others: a text that repeats eight of them keeps it busy for minutes, in which no time limit can stop it.
 */
export class MarkSingleWords1795000410000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // In the text form of a query every word stands in quotation marks, and those within it are doubled.
    await queryRunner.query(`
      CREATE FUNCTION search.words_of(query tsquery) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$ SELECT coalesce(string_agg(DISTINCT word[1], ' | '), '')::tsquery
            FROM regexp_matches(query::text, '''(?:[^'']|'''')*''', 'g') AS word $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION search.words_of(tsquery)');
  }
}
