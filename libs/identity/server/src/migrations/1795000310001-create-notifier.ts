import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has notified the operator of unlawful content, without an account, and where the answer goes. */
export class CreateNotifier1795000310001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity.notifier (
        notice_id uuid PRIMARY KEY,
        name text CONSTRAINT ck_notifier_name CHECK (char_length(name) BETWEEN 1 AND 120),
        mail citext,
        locale text NOT NULL CONSTRAINT ck_notifier_locale CHECK (locale IN ('de', 'en')),
        created_at timestamptz NOT NULL)`);
    await queryRunner.query('CREATE INDEX ix_notifier_mail ON identity.notifier (mail)');
    await queryRunner.query('CREATE INDEX ix_notifier_created ON identity.notifier (created_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE identity.notifier');
  }
}
