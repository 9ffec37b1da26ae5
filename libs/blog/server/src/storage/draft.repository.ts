import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** What somebody typed and has not saved as a version yet. */
export interface ArticleDraft {
  readonly title: string;
  readonly teaser: string;
  readonly body: string;
  /** Path of the picture above the article, and what is to be seen on it; empty without one. */
  readonly picture: string;
  readonly pictureAlt: string;
  readonly tags: string;
  readonly savedAt: Date;
}

/** All SQL about unfinished texts; each belongs to one member, and to an article or to none yet. */
@Injectable()
export class ArticleDraftRepository {
  constructor(private readonly database: AppDatabase) {}

  /** @param articleId primary key; null for an article that is not there yet */
  async find(ctx: RequestContext, memberId: string, articleId: string | null): Promise<ArticleDraft | null> {
    const [draft] = await this.database.query<ArticleDraft>(
      ctx,
      `SELECT title, teaser, body_md AS body, picture, picture_alt AS "pictureAlt", tags, saved_at AS "savedAt" FROM blog.draft
       WHERE member_id = $1 AND article_id IS NOT DISTINCT FROM $2`,
      [memberId, articleId],
    );
    return draft ?? null;
  }

  async save(
    ctx: RequestContext,
    memberId: string,
    articleId: string | null,
    { title, teaser, body, picture, pictureAlt, tags, savedAt }: ArticleDraft,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO blog.draft (member_id, article_id, title, teaser, body_md, picture, picture_alt, tags, saved_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (member_id, article_id) DO UPDATE SET title = excluded.title, teaser = excluded.teaser,
         body_md = excluded.body_md, picture = excluded.picture, picture_alt = excluded.picture_alt, tags = excluded.tags,
         saved_at = excluded.saved_at`,
      [memberId, articleId, title, teaser, body, picture, pictureAlt, tags, savedAt],
    );
  }

  /** @returns those of the files that an unfinished text names */
  async filesNamed(ctx: RequestContext, fileIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT f.id FROM unnest($1::text[]) AS f(id) WHERE EXISTS (
         SELECT 1 FROM blog.draft d WHERE strpos(concat_ws(' ', d.picture, d.body_md), '/files/' || f.id) > 0)`,
      [fileIds],
    );
    return rows.map(({ id }) => id);
  }

  async remove(tx: RequestContext, memberId: string, articleId: string | null): Promise<void> {
    await this.database.query(
      tx,
      'DELETE FROM blog.draft WHERE member_id = $1 AND article_id IS NOT DISTINCT FROM $2',
      [memberId, articleId],
    );
  }
}
