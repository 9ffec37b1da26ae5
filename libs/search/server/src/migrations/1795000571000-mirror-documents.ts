import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `search.mirror` names the indexes on the Meilisearch server that hold a copy of `search.document`; `search.mirror_change` the
 * posts whose documents changed since they were sent there. Written by the database itself, so that no way of
 * changing a document can forget it, and only while there is a copy.
 */
export class MirrorDocuments1795000571000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE search.mirror (
        index_uid text PRIMARY KEY,
        settings_digest text NOT NULL,
        state text NOT NULL CONSTRAINT ck_mirror_state CHECK (state IN ('filling', 'serving', 'retired')),
        copied_up_to uuid,
        worked_at timestamptz NOT NULL
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX ux_mirror_state ON search.mirror (state) WHERE state <> 'retired'`,
    );
    await queryRunner.query(`
      CREATE TABLE search.mirror_change (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        post_id uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queryRunner.query(`
      CREATE FUNCTION search.note_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM search.mirror WHERE state <> 'retired') THEN
          INSERT INTO search.mirror_change (post_id) SELECT post_id FROM changed;
        END IF;
        RETURN NULL;
      END $$`);
    for (const [event, rows] of [
      ['INSERT', 'NEW'],
      ['UPDATE', 'NEW'],
      ['DELETE', 'OLD'],
    ])
      await queryRunner.query(`
        CREATE TRIGGER note_${event!.toLowerCase()} AFTER ${event} ON search.document
        REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.note_change()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update', 'delete'])
      await queryRunner.query(`DROP TRIGGER note_${event} ON search.document`);
    await queryRunner.query('DROP FUNCTION search.note_change()');
    await queryRunner.query('DROP TABLE search.mirror_change');
    await queryRunner.query('DROP TABLE search.mirror');
  }
}
