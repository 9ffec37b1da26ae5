import { Injectable } from '@nestjs/common';
import { AppDatabase, isUniqueViolation, type Locale, type RequestContext } from '@kundig/platform/server';
import { PUBLIC_ARTICLE_SQL } from './article.repository.js';

/** What a member wrote below an article. */
export interface Comment {
  readonly id: string;
  readonly publicId: string;
  readonly articleId: string;
  /** From 1, without gaps: a stub keeps its place. */
  readonly position: number;
  readonly authorId: string;
  readonly lang: Locale;
  readonly bodyHtml: string;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
  readonly hiddenAt: Date | null;
  readonly hiddenReason: string | null;
  /** Staff speak for themselves here, not for the operator. */
  readonly privateOpinion: boolean;
}

/** A comment with the article it stands below. */
export interface PlacedComment extends Comment {
  readonly article: {
    readonly publicId: string;
    readonly slug: string;
    readonly title: string;
    readonly lang: Locale;
  };
}

export interface NewComment extends Pick<
  Comment,
  'id' | 'publicId' | 'articleId' | 'authorId' | 'lang' | 'bodyHtml' | 'privateOpinion'
> {
  readonly bodyMd: string;
  readonly renderVersion: number;
  readonly clientKey: string;
  readonly createdAt: Date;
}

const COLUMNS = `c.id, c.public_id AS "publicId", c.article_id AS "articleId", c.position, c.author_id AS "authorId", c.lang,
  c.body_html AS "bodyHtml", c.created_at AS "createdAt", c.deleted_at AS "deletedAt", c.hidden_at AS "hiddenAt",
  c.hidden_reason AS "hiddenReason", c.private_opinion AS "privateOpinion"`;

const PLACED = `SELECT ${COLUMNS}, json_build_object(
    'publicId', a.public_id, 'slug', r.slug, 'title', r.title, 'lang', r.lang) AS article
  FROM blog.comment c JOIN blog.article a ON a.id = c.article_id
  JOIN blog.revision r ON r.article_id = a.id AND r.number = a.released_number`;

/** All SQL about comments. Their scope is that of their article. */
@Injectable()
export class CommentRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Comments of an article in their order. @param after position of the last one already shown; 0 for the first ones */
  page(ctx: RequestContext, articleId: string, after: number, first: number): Promise<Comment[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM blog.comment c JOIN blog.article a ON a.id = c.article_id
       WHERE c.article_id = $1 AND ${PUBLIC_ARTICLE_SQL} AND c.position > $2 ORDER BY c.position LIMIT $3`,
      [articleId, after, first],
    );
  }

  async find(ctx: RequestContext, publicId: string): Promise<PlacedComment | null> {
    const [comment] = await this.findByPublicIds(ctx, [publicId]);
    return comment ?? null;
  }

  /** Comments by public id, in no order. */
  findByPublicIds(ctx: RequestContext, publicIds: readonly string[]): Promise<PlacedComment[]> {
    return this.database.query(ctx, `${PLACED} WHERE ${PUBLIC_ARTICLE_SQL} AND c.public_id = ANY($1)`, [
      publicIds,
    ]);
  }

  /** Comments by primary key, in no order. */
  findByIds(ctx: RequestContext, ids: readonly string[]): Promise<PlacedComment[]> {
    return this.database.query(ctx, `${PLACED} WHERE ${PUBLIC_ARTICLE_SQL} AND c.id = ANY($1)`, [ids]);
  }

  /**
   * Adds a comment at the end. Parallel ones below the same article take turns.
   * @returns false when this form was sent before
   */
  async append(tx: RequestContext, comment: NewComment): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `WITH place AS (
         UPDATE blog.article SET last_comment_position = last_comment_position + 1
         WHERE id = $3 AND NOT EXISTS (SELECT FROM blog.comment WHERE author_id = $4 AND client_key = $9)
         RETURNING last_comment_position)
       INSERT INTO blog.comment (id, public_id, article_id, position, author_id, lang, body_md, body_html, render_version,
         client_key, created_at, private_opinion)
       SELECT $1, $2, $3, last_comment_position, $4, $5, $6, $7, $8, $9, $10, $11 FROM place RETURNING 1`,
      [
        comment.id,
        comment.publicId,
        comment.articleId,
        comment.authorId,
        comment.lang,
        comment.bodyMd,
        comment.bodyHtml,
        comment.renderVersion,
        comment.clientKey,
        comment.createdAt,
        comment.privateOpinion,
      ],
    );
    return rows.length > 0;
  }

  /** @returns whether an insert lost against the same form sent at the same moment */
  isResend(error: unknown): boolean {
    return isUniqueViolation(error, 'uq_comment_client_key');
  }

  /** @returns public id of the comment the member has written with this form */
  async writtenBy(ctx: RequestContext, authorId: string, clientKey: string): Promise<string> {
    const [row] = await this.database.query<{ publicId: string }>(
      ctx,
      'SELECT public_id AS "publicId" FROM blog.comment WHERE author_id = $1 AND client_key = $2',
      [authorId, clientKey],
    );
    return row!.publicId;
  }

  /** @returns whether the member has written a comment with this form */
  async isWritten(ctx: RequestContext, authorId: string, clientKey: string): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      'SELECT FROM blog.comment WHERE author_id = $1 AND client_key = $2',
      [authorId, clientKey],
    );
    return rows.length > 0;
  }

  /** @returns members who wrote below an article, whatever became of their comments */
  async commenters(ctx: RequestContext, articleId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      'SELECT DISTINCT author_id AS id FROM blog.comment WHERE article_id = $1',
      [articleId],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns how many comments of one author everybody can read */
  async countBy(ctx: RequestContext, authorId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      ctx,
      `SELECT count(*)::int AS count FROM blog.comment c JOIN blog.article a ON a.id = c.article_id
       WHERE c.author_id = $1 AND c.deleted_at IS NULL AND c.hidden_at IS NULL AND ${PUBLIC_ARTICLE_SQL}`,
      [authorId],
    );
    return row!.count;
  }

  /** Makes it a stub for good: the text goes. @returns false when it was one already */
  async erase(tx: RequestContext, id: string, at: Date): Promise<boolean> {
    const [rows] = await this.database.query<unknown[]>(
      tx,
      `UPDATE blog.comment SET deleted_at = $2, body_md = '-', body_html = '' WHERE id = $1 AND deleted_at IS NULL RETURNING 1`,
      [id, at],
    );
    return rows!.length > 0;
  }

  /** Holds a comment until the end of the transaction. */
  async lock(tx: RequestContext, id: string): Promise<void> {
    await this.database.query(tx, 'SELECT 1 FROM blog.comment WHERE id = $1 FOR UPDATE', [id]);
  }

  /** @returns false when it said so already, or says nothing any more */
  async markPrivate(tx: RequestContext, id: string, isPrivate: boolean): Promise<boolean> {
    const [rows] = await this.database.query<unknown[]>(
      tx,
      `UPDATE blog.comment SET private_opinion = $2
       WHERE id = $1 AND private_opinion <> $2 AND hidden_at IS NULL AND deleted_at IS NULL RETURNING 1`,
      [id, isPrivate],
    );
    return rows!.length > 0;
  }

  /** @returns false when it was hidden or deleted already */
  async hide(tx: RequestContext, id: string, reason: string, at: Date): Promise<boolean> {
    const [rows] = await this.database.query<unknown[]>(
      tx,
      `UPDATE blog.comment SET hidden_at = $3, hidden_reason = $2
       WHERE id = $1 AND hidden_at IS NULL AND deleted_at IS NULL RETURNING 1`,
      [id, reason, at],
    );
    return rows!.length > 0;
  }

  /** @returns false when it was not hidden */
  async restore(tx: RequestContext, id: string): Promise<boolean> {
    const [rows] = await this.database.query<unknown[]>(
      tx,
      'UPDATE blog.comment SET hidden_at = NULL, hidden_reason = NULL WHERE id = $1 AND hidden_at IS NOT NULL RETURNING 1',
      [id],
    );
    return rows!.length > 0;
  }
}
