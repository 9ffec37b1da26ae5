import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff may speak as private persons; what they say then is no word of the operator. */
export class MarkPrivateOpinions1795000360003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.post ADD private_opinion boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE forum.post DROP private_opinion');
  }
}
