import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Boards and members are found by their names, which are read where they stand: search keeps no copy of them. */
export class FindNames1795000483000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Müller, Muller and Mueller are one name to whoever looks for it.
    await queryRunner.query(`
      CREATE FUNCTION search.name_form(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      AS $$ SELECT replace(replace(replace(search.fold(name), 'ae', 'a'), 'oe', 'o'), 'ue', 'u') $$`);
    // Personas and those who have left are in no index by which somebody could be looked for.
    await queryRunner.query(`
      CREATE INDEX ix_pseudonym_name_form ON pseudonyms.pseudonym USING gin (search.name_form(name::text) gin_trgm_ops)
      WHERE thread_id IS NULL AND deleted_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX pseudonyms.ix_pseudonym_name_form');
    await queryRunner.query('DROP FUNCTION search.name_form(text)');
  }
}
