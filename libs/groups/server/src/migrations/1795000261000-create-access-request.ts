import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members ask to be let into a group whose board is announced. */
export class CreateAccessRequest1795000261000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE groups.access_request (
        id uuid PRIMARY KEY,
        group_id uuid NOT NULL REFERENCES groups.closed_group (id) ON DELETE CASCADE,
        member_id uuid NOT NULL REFERENCES pseudonyms.pseudonym (id) ON DELETE CASCADE,
        note text CONSTRAINT ck_access_request_note CHECK (char_length(note) <= 500),
        created_at timestamptz NOT NULL,
        decided_at timestamptz,
        decision text CONSTRAINT ck_access_request_decision CHECK (decision IN ('accepted', 'declined')),
        answer text CONSTRAINT ck_access_request_answer CHECK (char_length(answer) <= 500),
        CONSTRAINT ck_access_request_decided CHECK ((decided_at IS NULL) = (decision IS NULL)))`);
    await queryRunner.query(
      'CREATE UNIQUE INDEX uq_access_request_open ON groups.access_request (group_id, member_id) WHERE decided_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_access_request_open ON groups.access_request (created_at, id) WHERE decided_at IS NULL',
    );
    await queryRunner.query(
      'CREATE INDEX ix_access_request_member ON groups.access_request (member_id, group_id, created_at DESC)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE groups.access_request');
  }
}
