import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mail server an administrator has entered; at most one. */
export class CreateMailServer1795000400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.mail_server (
        id boolean PRIMARY KEY DEFAULT true CONSTRAINT ck_mail_server_one CHECK (id),
        host text NOT NULL,
        port int NOT NULL,
        encryption text NOT NULL CONSTRAINT ck_mail_server_encryption CHECK (encryption IN ('tls', 'starttls', 'none')),
        user_name text,
        sealed_password bytea,
        key_version int,
        sender_address text NOT NULL,
        sender_name text NOT NULL,
        CONSTRAINT ck_mail_server_sealed CHECK ((sealed_password IS NULL) = (key_version IS NULL)))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.mail_server');
  }
}
