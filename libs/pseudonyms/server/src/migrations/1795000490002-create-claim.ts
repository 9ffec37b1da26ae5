import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has said in public that a persona was them. */
export class CreateClaim1795000490002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE pseudonyms.claim (
        persona_id uuid PRIMARY KEY CONSTRAINT fk_claim_persona REFERENCES pseudonyms.pseudonym (id) ON DELETE CASCADE,
        member_id uuid NOT NULL CONSTRAINT fk_claim_member REFERENCES pseudonyms.pseudonym (id) ON DELETE CASCADE,
        claimed_at timestamptz NOT NULL)`);
    await queryRunner.query('CREATE INDEX ix_claim_member ON pseudonyms.claim (member_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE pseudonyms.claim');
  }
}
