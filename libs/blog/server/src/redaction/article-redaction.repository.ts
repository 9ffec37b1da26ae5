import { Injectable } from '@nestjs/common';
import { AppDatabase, REDACTED, type RedactedArticle, type RequestContext } from '@kundig/platform/server';

/** A revision as it reads without a passage. */
export interface RevisionWithout {
  readonly number: number;
  readonly title: string;
  readonly teaser: string;
  readonly body: string;
}

/** A comment in which a passage occurs. */
export interface SayingComment {
  readonly id: string;
  readonly bodyMd: string;
}

const SAYS = `concat_ws(' ', title, teaser, body_md, picture_alt, array_to_string(tags, ' ')) ~* $2`;

/** All SQL that looks for passages in an article and below it. Shows nothing to anybody. */
@Injectable()
export class ArticleRedactionRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Revisions of an article in which a pattern occurs, with what they say without it. */
  revisionsWithout(ctx: RequestContext, articleId: string, pattern: string): Promise<RevisionWithout[]> {
    return this.database.query(
      ctx,
      `SELECT number, left(regexp_replace(title, $2, $3, 'gi'), 150) AS title,
         left(regexp_replace(teaser, $2, $3, 'gi'), 400) AS teaser, regexp_replace(body_md, $2, $3, 'gi') AS body
       FROM blog.revision WHERE article_id = $1 AND ${SAYS}`,
      [articleId, pattern, REDACTED],
    );
  }

  /** The one way in which a revision changes; the database itself takes the pattern out. */
  async redactRevision(
    tx: RequestContext,
    articleId: string,
    number: number,
    pattern: string,
    { slug, bodyHtml }: { slug: string; bodyHtml: string },
  ): Promise<void> {
    await this.database.query(tx, 'SELECT blog.redact_revision($1, $2, $3, $4, $5)', [
      articleId,
      number,
      pattern,
      slug,
      bodyHtml,
    ]);
  }

  /** Texts of an article that somebody has begun and not saved. */
  async redactDrafts(tx: RequestContext, articleId: string, pattern: string): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE blog.draft SET title = left(regexp_replace(title, $2, $3, 'gi'), 150),
         teaser = left(regexp_replace(teaser, $2, $3, 'gi'), 400),
         body_md = regexp_replace(body_md, $2, $3, 'gi'), tags = left(regexp_replace(tags, $2, '', 'gi'), 400),
         picture_alt = left(regexp_replace(picture_alt, $2, $3, 'gi'), 300)
       WHERE article_id = $1 AND concat_ws(' ', title, teaser, body_md, tags, picture_alt) ~* $2`,
      [articleId, pattern, REDACTED],
    );
  }

  /** Locks the comments below an article in which a pattern occurs, until the end of the transaction. */
  lockComments(tx: RequestContext, articleId: string, pattern: string): Promise<SayingComment[]> {
    return this.database.query(
      tx,
      `SELECT id, body_md AS "bodyMd" FROM blog.comment
       WHERE article_id = $1 AND body_md ~* $2 ORDER BY position FOR UPDATE`,
      [articleId, pattern],
    );
  }

  /** @returns what a comment says; null when it was deleted */
  async commentText(ctx: RequestContext, id: string): Promise<string | null> {
    const [row] = await this.database.query<{ body: string }>(
      ctx,
      'SELECT body_md AS body FROM blog.comment WHERE id = $1 AND deleted_at IS NULL',
      [id],
    );
    return row?.body ?? null;
  }

  async replaceComment(
    tx: RequestContext,
    id: string,
    { bodyMd, html, version }: { bodyMd: string; html: string; version: number },
  ): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE blog.comment SET body_md = $2, body_html = $3, render_version = $4 WHERE id = $1',
      [id, bodyMd, html, version],
    );
  }

  /** Stubs show a reason, which may quote what is to disappear. */
  async redactHidingReasons(
    tx: RequestContext,
    { articleId, commentIds }: RedactedArticle,
    pattern: string,
  ): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE blog.comment SET hidden_reason = left(regexp_replace(hidden_reason, $2, $3, 'gi'), 500)
       WHERE article_id = $1 AND hidden_reason ~* $2 AND ($4::uuid[] IS NULL OR id = ANY($4))`,
      [articleId, pattern, REDACTED, commentIds],
    );
  }
}
