import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff may comment as private persons; what they say then is no word of the operator. */
export class MarkPrivateOpinionsOfComments1795000370402 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE blog.comment ADD private_opinion boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE blog.comment DROP private_opinion');
  }
}
