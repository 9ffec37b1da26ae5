import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts that wait for a moderator, with the account that wrote them; they are no posts anywhere else. */
export class CreateHeldPost1795000370000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.held_post (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT fk_held_post_account REFERENCES identity.account (id) ON DELETE CASCADE,
        client_key uuid NOT NULL,
        subject_id uuid,
        anonymous boolean NOT NULL,
        content jsonb NOT NULL,
        suspicions text[] NOT NULL,
        held_at timestamptz NOT NULL,
        leased_until timestamptz,
        CONSTRAINT uq_held_post_client_key UNIQUE (account_id, client_key))`);
    await queryRunner.query('CREATE INDEX ix_held_post_subject ON identity.held_post (subject_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.held_post');
  }
}
