import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  PageInvalidation,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';

/**
 * What a person wrote for the blog and below it. Articles and comments stay with those who read them, under a member who
 * then has no name; unfinished texts go. Versions and approvals are insert-only: they prove who answered for a text.
 */
@Injectable()
@PersonalData({
  tables: ['blog.article', 'blog.revision', 'blog.approval', 'blog.draft', 'blog.comment'],
})
export class BlogPersonalData implements PersonalDataHandler {
  constructor(
    private readonly database: AppDatabase,
    private readonly pages: PageInvalidation,
  ) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'article' AS kind, r.title, r.teaser, r.body_md AS text, r.number, r.edited_at AS at,
         coalesce(a.author_id = ANY($1), false) AS "isAuthor"
       FROM blog.revision r JOIN blog.article a ON a.id = r.article_id
       WHERE r.edited_by = ANY($1) ORDER BY at, r.article_id, r.number`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'article-approval' AS kind, a.public_id AS article, p.number, p.approved_at AS at
       FROM blog.approval p JOIN blog.article a ON a.id = p.article_id
       WHERE p.approved_by = ANY($1) ORDER BY at, p.article_id, p.number`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'article-draft' AS kind, title, teaser, body_md AS text, tags, saved_at AS at
       FROM blog.draft WHERE member_id = ANY($1) ORDER BY at, article_id`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'article-comment' AS kind, a.public_id AS article, c.position, c.body_md AS text, c.created_at AS at, c.deleted_at AS "deletedAt"
       FROM blog.comment c JOIN blog.article a ON a.id = c.article_id
       WHERE c.author_id = ANY($1) ORDER BY at, c.article_id, c.position`,
      [pseudonymIds],
    );
  }

  /** Names vanish with the pseudonym; of this domain only what nobody else has read is removed. */
  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    const [removed] = await this.database.query<unknown[]>(
      ctx,
      'DELETE FROM blog.draft WHERE member_id = ANY($1) RETURNING 1',
      [pseudonymIds],
    );
    await this.pages.drop(ctx, 'blog');
    return removed!.length;
  }
}
