import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateContact1795000203000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE site.contact (
        board_id uuid CONSTRAINT uq_contact_board UNIQUE NULLS NOT DISTINCT,
        phone text,
        mail_to text,
        link text,
        hours jsonb NOT NULL)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE site.contact');
  }
}
