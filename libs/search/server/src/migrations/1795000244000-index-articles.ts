import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a search knows of the articles in force; it can be made again from the blog at any time. */
export class IndexArticles1795000244000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE search.article (
        article_id uuid PRIMARY KEY CONSTRAINT fk_article_document REFERENCES blog.article (id),
        lang text NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        tags text[] NOT NULL,
        published_at timestamptz NOT NULL,
        lexemes tsvector NOT NULL)`);
    await queryRunner.query('CREATE INDEX ix_article_lexemes ON search.article USING gin (lexemes)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE search.article');
  }
}
