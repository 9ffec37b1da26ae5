import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePseudonyms1795000020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pseudonyms.pseudonym (
        id uuid PRIMARY KEY,
        public_id text NOT NULL CONSTRAINT uq_pseudonym_public_id UNIQUE,
        kind text NOT NULL CONSTRAINT ck_pseudonym_kind CHECK (kind IN ('member', 'persona')),
        thread_id uuid,
        name citext NOT NULL CONSTRAINT ck_pseudonym_name CHECK (length(name) BETWEEN 1 AND 80),
        picture_seed text NOT NULL,
        created_at timestamptz NOT NULL,
        deleted_at timestamptz,
        CONSTRAINT ck_pseudonym_thread CHECK ((kind = 'persona') = (thread_id IS NOT NULL)),
        -- One rule for both kinds: a name is unique where it is seen, members everywhere, personas in their thread.
        CONSTRAINT uq_pseudonym_name UNIQUE NULLS NOT DISTINCT (thread_id, name))`);
    await queryRunner.query(`
      CREATE TABLE pseudonyms.persona (
        pseudonym_id uuid PRIMARY KEY CONSTRAINT fk_persona_pseudonym REFERENCES pseudonyms.pseudonym (id) ON DELETE CASCADE,
        lookup bytea NOT NULL CONSTRAINT uq_persona_lookup UNIQUE,
        sealed_link bytea NOT NULL,
        key_version int NOT NULL)`);
    await queryRunner.query(`
      CREATE TABLE pseudonyms.staff_profile (
        member_id uuid PRIMARY KEY CONSTRAINT fk_staff_profile_member REFERENCES pseudonyms.pseudonym (id) ON DELETE CASCADE,
        real_name text NOT NULL,
        role_de text NOT NULL,
        role_en text NOT NULL,
        photo text)`);
    await queryRunner.query(`
      CREATE TABLE pseudonyms.nickname_reservation (
        name citext PRIMARY KEY,
        member_id uuid NOT NULL,
        expires_at timestamptz NOT NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE pseudonyms.nickname_reservation, pseudonyms.staff_profile, pseudonyms.persona, pseudonyms.pseudonym',
    );
  }
}
