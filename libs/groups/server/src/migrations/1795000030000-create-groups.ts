import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGroups1795000030000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE groups.closed_group (
        id uuid PRIMARY KEY,
        slug text NOT NULL CONSTRAINT uq_closed_group_slug UNIQUE,
        name_de text NOT NULL,
        name_en text NOT NULL,
        created_at timestamptz NOT NULL)`);
    await queryRunner.query(`
      CREATE TABLE groups.membership (
        group_id uuid NOT NULL REFERENCES groups.closed_group (id) ON DELETE CASCADE,
        member_id uuid NOT NULL REFERENCES pseudonyms.pseudonym (id) ON DELETE CASCADE,
        since timestamptz NOT NULL,
        PRIMARY KEY (group_id, member_id))`);
    await queryRunner.query('CREATE INDEX ix_membership_member ON groups.membership (member_id)');
    await queryRunner.query(`
      CREATE TABLE groups.role_grant (
        member_id uuid NOT NULL REFERENCES pseudonyms.pseudonym (id) ON DELETE CASCADE,
        role text NOT NULL CONSTRAINT ck_role_grant_role
          CHECK (role IN ('moderator', 'editor', 'custodian', 'administrator', 'staff')),
        board_id uuid,
        granted_at timestamptz NOT NULL,
        CONSTRAINT uq_role_grant UNIQUE NULLS NOT DISTINCT (member_id, role, board_id))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE groups.role_grant');
    await queryRunner.query('DROP TABLE groups.membership');
    await queryRunner.query('DROP TABLE groups.closed_group');
  }
}
