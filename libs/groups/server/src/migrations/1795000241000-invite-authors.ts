import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['moderator', 'editor', 'custodian', 'administrator', 'staff'];

async function allow(queryRunner: QueryRunner, roles: readonly string[]): Promise<void> {
  await queryRunner.query(`
    ALTER TABLE groups.role_grant DROP CONSTRAINT ck_role_grant_role,
      ADD CONSTRAINT ck_role_grant_role CHECK (role IN (${roles.map((role) => `'${role}'`).join(', ')}))`);
}

/** The role of those who are invited to write for the blog. */
export class InviteAuthors1795000241000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, [...ROLES, 'author']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM groups.role_grant WHERE role = 'author'`);
    await allow(queryRunner, ROLES);
  }
}
