import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  type Actor,
  type Batch,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';

/** A picture with words for those who do not see it. */
export interface ArticlePicture {
  /** `/files/<id>-1600x900` */
  readonly path: string;
  readonly alt: string;
}

/** An article as lists show it: the revision in force. */
export interface ArticleSummary {
  readonly id: string;
  readonly publicId: string;
  readonly authorId: string;
  readonly lang: Locale;
  readonly title: string;
  readonly slug: string;
  readonly teaser: string;
  readonly picture: ArticlePicture | null;
  readonly tags: readonly string[];
  readonly publishedAt: Date;
  /** When the revision in force was approved. */
  readonly updatedAt: Date;
  /** Comments that can be read. */
  readonly commentCount: number;
}

/** An article as its page shows it. */
export interface Article extends ArticleSummary {
  readonly bodyHtml: string;
  /** The same in the other language, where that is in force; null otherwise. */
  readonly translation: Pick<ArticleSummary, 'publicId' | 'slug' | 'lang' | 'title'> | null;
}

/** An article as the desk knows it: its newest revision, and how that stands. */
export interface DeskArticle {
  readonly id: string;
  readonly publicId: string;
  readonly authorId: string;
  readonly translationId: string | null;
  /** Public id of the translation. */
  readonly translationPublicId: string | null;
  readonly number: number;
  readonly submittedNumber: number | null;
  readonly scheduledNumber: number | null;
  readonly scheduledAt: Date | null;
  readonly releasedNumber: number | null;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly lang: Locale;
  readonly title: string;
  readonly slug: string;
  readonly teaser: string;
  readonly bodyMd: string;
  readonly bodyHtml: string;
  readonly picture: ArticlePicture | null;
  readonly tags: readonly string[];
  readonly editedBy: string;
  readonly editedAt: Date;
}

/** One state of an article's text, as it is stored. */
export interface NewRevision {
  readonly articleId: string;
  readonly number: number;
  readonly lang: Locale;
  readonly title: string;
  readonly slug: string;
  readonly teaser: string;
  readonly bodyMd: string;
  readonly bodyHtml: string;
  readonly renderVersion: number;
  readonly picture: ArticlePicture | null;
  readonly tags: readonly string[];
  readonly editedBy: string;
  readonly editedAt: Date;
  readonly clientKey: string;
}

/** Who wrote and who released one version. */
export interface ArticleVersion {
  readonly number: number;
  readonly title: string;
  readonly editedBy: string;
  readonly editedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  /** Released by its own author, because there was no second editor. */
  readonly byOnlyEditor: boolean | null;
}

export interface NewApproval {
  readonly articleId: string;
  readonly number: number;
  readonly editedBy: string;
  readonly approvedBy: string;
  readonly approvedAt: Date;
  readonly byOnlyEditor: boolean;
}

/** Columns that services change. */
export type ArticleState = Partial<
  Pick<
    DeskArticle,
    | 'translationId'
    | 'submittedNumber'
    | 'scheduledNumber'
    | 'scheduledAt'
    | 'releasedNumber'
    | 'publishedAt'
    | 'withdrawnAt'
  > & { readonly latestNumber: number }
>;

/** The one scope of what everybody reads, for an article under the alias `a`. */
export const PUBLIC_ARTICLE_SQL = 'a.released_number IS NOT NULL';

const PICTURE = `CASE WHEN r.picture IS NOT NULL THEN json_build_object('path', r.picture, 'alt', r.picture_alt) END AS picture`;

const SUMMARY = `a.id, a.public_id AS "publicId", a.author_id AS "authorId", r.lang, r.title, r.slug, r.teaser, ${PICTURE}, r.tags,
  a.published_at AS "publishedAt", ap.approved_at AS "updatedAt",
  (SELECT count(*)::int FROM blog.comment c
   WHERE c.article_id = a.id AND c.hidden_at IS NULL AND c.deleted_at IS NULL) AS "commentCount"`;

const IN_FORCE = `FROM blog.article a
  JOIN blog.revision r ON r.article_id = a.id AND r.number = a.released_number
  JOIN blog.approval ap ON ap.article_id = a.id AND ap.number = a.released_number
  LEFT JOIN blog.article twin ON twin.id = a.translation_id AND twin.released_number IS NOT NULL
  LEFT JOIN blog.revision tr ON tr.article_id = twin.id AND tr.number = twin.released_number
  WHERE ${PUBLIC_ARTICLE_SQL}`;

const DESK = `SELECT a.id, a.public_id AS "publicId", a.author_id AS "authorId", a.translation_id AS "translationId",
    t.public_id AS "translationPublicId", r.number, a.submitted_number AS "submittedNumber",
    a.scheduled_number AS "scheduledNumber", a.scheduled_at AS "scheduledAt", a.released_number AS "releasedNumber",
    a.published_at AS "publishedAt", a.withdrawn_at AS "withdrawnAt", r.lang, r.title, r.slug, r.teaser,
    r.body_md AS "bodyMd", r.body_html AS "bodyHtml", ${PICTURE}, r.tags, r.edited_by AS "editedBy", r.edited_at AS "editedAt"
  FROM blog.article a JOIN blog.revision r ON r.article_id = a.id AND r.number = a.latest_number
  LEFT JOIN blog.article t ON t.id = a.translation_id`;

/** The one scope of the desk: editors see all, authors their own. `$1` is `ownerOf(actor)`. */
const ON_DESK = '($1::uuid IS NULL OR a.author_id = $1)';
const NOBODY = '00000000-0000-0000-0000-000000000000';
const ownerOf = (actor: Actor): string | null =>
  actor.can('blog:release') ? null : actor.can('blog:write') ? actor.memberId : NOBODY;

/** Most articles the desk shows. */
const DESK_LIMIT = 500;

const COLUMN_OF: Record<keyof ArticleState, string> = {
  translationId: 'translation_id',
  latestNumber: 'latest_number',
  submittedNumber: 'submitted_number',
  scheduledNumber: 'scheduled_number',
  scheduledAt: 'scheduled_at',
  releasedNumber: 'released_number',
  publishedAt: 'published_at',
  withdrawnAt: 'withdrawn_at',
};

/** All SQL about articles. */
@Injectable()
export class ArticleRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * Articles in force, those in the language of the request first, newest first. One that is there in the language of the
   * request, too, is listed in that alone.
   * @param after public id of the last article already shown; nothing follows an unknown one
   */
  inForce(
    ctx: RequestContext,
    { first, after, tag }: { first: number; after?: string; tag?: string },
  ): Promise<ArticleSummary[]> {
    return this.database.query(
      ctx,
      `SELECT ${SUMMARY} ${IN_FORCE}
         AND NOT (r.lang <> $1 AND coalesce(tr.lang = $1, false))
         AND ($2::text IS NULL OR r.tags @> ARRAY[$2])
         AND ($3::text IS NULL OR (r.lang = $1, a.published_at, a.id) <
           (SELECT lr.lang = $1, last.published_at, last.id FROM blog.article last
            JOIN blog.revision lr ON lr.article_id = last.id AND lr.number = last.released_number
            WHERE last.public_id = $3))
       ORDER BY (r.lang = $1) DESC, a.published_at DESC, a.id DESC LIMIT $4`,
      [ctx.locale, tag ?? null, after ?? null, first],
    );
  }

  /** The newest articles in one language, for its feed; of one tag, where one is given. */
  newestIn(
    ctx: RequestContext,
    lang: Locale,
    first: number,
    tag?: string,
  ): Promise<(ArticleSummary & { bodyHtml: string })[]> {
    return this.database.query(
      ctx,
      `SELECT ${SUMMARY}, r.body_html AS "bodyHtml" ${IN_FORCE} AND r.lang = $1
         AND ($3::text IS NULL OR r.tags @> ARRAY[$3])
       ORDER BY a.published_at DESC, a.id DESC LIMIT $2`,
      [lang, first, tag ?? null],
    );
  }

  async countInForce(ctx: RequestContext): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(
      ctx,
      `SELECT count(*)::int AS total ${IN_FORCE}`,
    );
    return row!.total;
  }

  /** Addresses of articles in force, in the order of their keys. */
  addresses(
    ctx: RequestContext,
    { after, skip, first }: Batch,
  ): Promise<Pick<ArticleSummary, 'id' | 'publicId' | 'slug' | 'lang' | 'updatedAt'>[]> {
    return this.database.query(
      ctx,
      `SELECT a.id, a.public_id AS "publicId", r.slug, r.lang, ap.approved_at AS "updatedAt" ${IN_FORCE}
         AND ($1::uuid IS NULL OR a.id > $1)
       ORDER BY a.id LIMIT $2 OFFSET $3`,
      [after, first, skip],
    );
  }

  async findInForce(
    ctx: RequestContext,
    key: { publicId: string } | { id: string },
  ): Promise<Article | null> {
    const [column, value] = 'id' in key ? ['id', key.id] : ['public_id', key.publicId];
    const [article] = await this.database.query<Article>(
      ctx,
      `SELECT ${SUMMARY}, r.body_html AS "bodyHtml",
         CASE WHEN twin.id IS NOT NULL THEN json_build_object(
           'publicId', twin.public_id, 'slug', tr.slug, 'lang', tr.lang, 'title', tr.title) END AS translation
       ${IN_FORCE} AND a.${column} = $1`,
      [value],
    );
    return article ?? null;
  }

  /** Articles in force by primary key, in no order. */
  findInForceByIds(ctx: RequestContext, ids: readonly string[]): Promise<ArticleSummary[]> {
    return this.database.query(ctx, `SELECT ${SUMMARY} ${IN_FORCE} AND a.id = ANY($1)`, [ids]);
  }

  findInForceByPublicIds(ctx: RequestContext, publicIds: readonly string[]): Promise<ArticleSummary[]> {
    return this.database.query(ctx, `SELECT ${SUMMARY} ${IN_FORCE} AND a.public_id = ANY($1)`, [publicIds]);
  }

  /** Ids of all articles, in force or not. */
  async everyId(ctx: RequestContext): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(ctx, 'SELECT id FROM blog.article ORDER BY id');
    return rows.map(({ id }) => id);
  }

  /** When the newest article in force was published; null when there is none. */
  async newestAt(ctx: RequestContext): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date | null }>(
      ctx,
      `SELECT max(a.published_at) AS at FROM blog.article a WHERE ${PUBLIC_ARTICLE_SQL}`,
    );
    return row!.at;
  }

  /** Newest revisions of the articles the actor may work on: what waits for somebody first, withdrawn ones last. */
  desk(ctx: RequestContext): Promise<DeskArticle[]> {
    return this.database.query(
      ctx,
      `${DESK} WHERE ${ON_DESK}
       ORDER BY (a.withdrawn_at IS NULL) DESC, (a.submitted_number = a.latest_number) DESC NULLS LAST, r.edited_at DESC, a.id
       LIMIT ${DESK_LIMIT}`,
      [ownerOf(ctx.actor)],
    );
  }

  /** @returns the article with its newest revision, where the actor may work on it */
  async findOnDesk(ctx: RequestContext, publicId: string): Promise<DeskArticle | null> {
    const [article] = await this.findAllOnDesk(ctx, [publicId]);
    return article ?? null;
  }

  /** @returns those of the articles the actor may work on, with their newest revisions, in no order */
  findAllOnDesk(ctx: RequestContext, publicIds: readonly string[]): Promise<DeskArticle[]> {
    return this.database.query(ctx, `${DESK} WHERE ${ON_DESK} AND a.public_id = ANY($2)`, [
      ownerOf(ctx.actor),
      publicIds,
    ]);
  }

  /** Holds the article until the end of the transaction. */
  async lock(tx: RequestContext, id: string): Promise<void> {
    await this.database.query(tx, 'SELECT 1 FROM blog.article WHERE id = $1 FOR UPDATE', [id]);
  }

  /** Adds an article without a revision yet. @returns false when this form was sent before */
  async insert(
    tx: RequestContext,
    article: { id: string; publicId: string; authorId: string; clientKey: string; createdAt: Date },
  ): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `INSERT INTO blog.article (id, public_id, author_id, latest_number, client_key, created_at)
       VALUES ($1, $2, $3, 1, $4, $5) ON CONFLICT (author_id, client_key) DO NOTHING RETURNING 1`,
      [article.id, article.publicId, article.authorId, article.clientKey, article.createdAt],
    );
    return rows.length > 0;
  }

  /** @returns public id of the article the member has made with this form; null when there is none */
  async madeBy(ctx: RequestContext, authorId: string, clientKey: string): Promise<string | null> {
    const [row] = await this.database.query<{ publicId: string }>(
      ctx,
      'SELECT public_id AS "publicId" FROM blog.article WHERE author_id = $1 AND client_key = $2',
      [authorId, clientKey],
    );
    return row?.publicId ?? null;
  }

  async update(tx: RequestContext, id: string, change: ArticleState): Promise<void> {
    const entries = Object.entries(change) as [keyof ArticleState, unknown][];
    const assignments = entries.map(([key], index) => `${COLUMN_OF[key]} = $${index + 2}`);
    await this.database.query(tx, `UPDATE blog.article SET ${assignments.join(', ')} WHERE id = $1`, [
      id,
      ...entries.map(([, value]) => value),
    ]);
  }

  /** Makes two articles each other's translation, and cuts them from whatever they were paired with before. */
  async pair(tx: RequestContext, id: string, otherId: string | null): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE blog.article a SET translation_id = CASE a.id WHEN $1 THEN $2::uuid WHEN $2 THEN $1::uuid END
       WHERE a.id = $1 OR a.id = $2 OR a.translation_id = $1 OR a.translation_id = $2`,
      [id, otherId],
    );
  }

  /** @returns whether this form was sent before */
  async wasSent(
    tx: RequestContext,
    articleId: string,
    memberId: string,
    clientKey: string,
  ): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      'SELECT 1 FROM blog.revision WHERE article_id = $1 AND edited_by = $2 AND client_key = $3',
      [articleId, memberId, clientKey],
    );
    return rows.length > 0;
  }

  async addRevision(tx: RequestContext, revision: NewRevision): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO blog.revision (article_id, number, lang, title, slug, teaser, body_md, body_html, render_version, tags,
         edited_by, edited_at, client_key, picture, picture_alt)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        revision.articleId,
        revision.number,
        revision.lang,
        revision.title,
        revision.slug,
        revision.teaser,
        revision.bodyMd,
        revision.bodyHtml,
        revision.renderVersion,
        revision.tags,
        revision.editedBy,
        revision.editedAt,
        revision.clientKey,
        revision.picture?.path ?? null,
        revision.picture?.alt ?? null,
      ],
    );
  }

  /** Records who answers for a version; the first one to do so stays. */
  async addApproval(tx: RequestContext, approval: NewApproval): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO blog.approval (article_id, number, edited_by, approved_by, approved_at, by_only_editor)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (article_id, number) DO NOTHING`,
      [
        approval.articleId,
        approval.number,
        approval.editedBy,
        approval.approvedBy,
        approval.approvedAt,
        approval.byOnlyEditor,
      ],
    );
  }

  /** Every version of an article, newest first. */
  versions(ctx: RequestContext, articleId: string): Promise<ArticleVersion[]> {
    return this.database.query(
      ctx,
      `SELECT r.number, r.title, r.edited_by AS "editedBy", r.edited_at AS "editedAt", ap.approved_by AS "approvedBy",
         ap.approved_at AS "approvedAt", ap.by_only_editor AS "byOnlyEditor"
       FROM blog.revision r LEFT JOIN blog.approval ap ON ap.article_id = r.article_id AND ap.number = r.number
       WHERE r.article_id = $1 ORDER BY r.number DESC LIMIT ${DESK_LIMIT}`,
      [articleId],
    );
  }

  /**
   * Who may see a picture that hangs on an article.
   * @returns null when no version that the actor may read names it
   */
  async audienceOfFile(
    ctx: RequestContext,
    articleId: string,
    fileId: string,
  ): Promise<'everybody' | 'some' | null> {
    const [row] = await this.database.query<{ audience: 'everybody' | 'some' | null }>(
      ctx,
      `SELECT CASE WHEN bool_or(r.number = a.released_number) THEN 'everybody'
         WHEN bool_or(${ON_DESK}) THEN 'some' END AS audience
       FROM blog.article a JOIN blog.revision r ON r.article_id = a.id
       WHERE (a.id = $2 OR a.translation_id = $2) AND strpos(concat_ws(' ', r.picture, r.body_md), $3) > 0`,
      [ownerOf(ctx.actor), articleId, `/files/${fileId}`],
    );
    return row!.audience;
  }

  /** Puts every article in force whose hour has come. @returns their ids */
  async publishDue(tx: RequestContext, now: Date): Promise<string[]> {
    const [rows] = await this.database.query<{ id: string }[]>(
      tx,
      `UPDATE blog.article SET released_number = scheduled_number, published_at = coalesce(published_at, $1),
         scheduled_number = NULL, scheduled_at = NULL
       WHERE scheduled_at <= $1 RETURNING id`,
      [now],
    );
    return rows!.map(({ id }) => id);
  }
}
