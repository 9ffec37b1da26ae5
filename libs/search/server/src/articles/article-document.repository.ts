import { Injectable } from '@nestjs/common';
import { PUBLIC_ARTICLE_SQL } from '@kundig/blog/server';
import { AppDatabase, type Locale, type RequestContext } from '@kundig/platform/server';
import type { MarkedText } from '../engine/search-engine.js';
import { askedQuerySql } from '../postgres/asked-query.js';
import { toShown, toStored, toStoredTerms } from '../postgres/stored-text.js';
import { typedQuerySql } from '../postgres/typed-query.js';
import { EDGE_LENGTH, MARK_END, MARK_START, withEllipsis } from '../query/marked-text.js';
import type { SearchTerm } from '../query/parse-query.js';

/** An article as it is searched. */
export interface ArticleDocument {
  readonly articleId: string;
  readonly lang: Locale;
  readonly title: string;
  /** Teaser and text without markup. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly publishedAt: Date;
}

export interface ArticleHit {
  readonly articleId: string;
  readonly title: MarkedText;
  readonly excerpt: MarkedText;
}

const MARKS = `StartSel=${MARK_START}, StopSel=${MARK_END}`;
/** Characters of an article in which words are marked. */
const MARKED_LENGTH = 10_000;

/** All SQL about what is known of articles. */
@Injectable()
export class ArticleDocumentRepository {
  constructor(private readonly database: AppDatabase) {}

  async save(ctx: RequestContext, document: ArticleDocument): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO search.article (article_id, lang, title, body, tags, published_at, lexemes)
       VALUES ($1, $2, $3, $4, $5, $6,
         search.post_lexemes($2, true, search.title_lexemes($2, $3, $5), $4))
       ON CONFLICT (article_id) DO UPDATE SET lang = excluded.lang, title = excluded.title, body = excluded.body,
         tags = excluded.tags, published_at = excluded.published_at, lexemes = excluded.lexemes`,
      [
        document.articleId,
        document.lang,
        toStored(document.title),
        toStored(document.body),
        document.tags,
        document.publishedAt,
      ],
    );
  }

  async remove(ctx: RequestContext, articleId: string): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM search.article WHERE article_id = $1', [articleId]);
  }

  /**
   * Articles in force that hold all the words, the best first. What is in force is read from the blog in the same
   * statement: one that was withdrawn a moment ago is not found, whatever is stored here.
   * @param lang of the articles; both when absent
   */
  async best(
    ctx: RequestContext,
    terms: readonly SearchTerm[],
    { lang, first }: { lang?: Locale; first: number },
  ): Promise<ArticleHit[]> {
    const hits = await this.database.query<ArticleHit & { beginning: string; ending: string }>(
      ctx,
      `WITH asked AS (${askedQuerySql('$1::json')})
       SELECT d.article_id AS "articleId",
         ts_headline(search.language(d.lang), d.title, search.words_of(asked.query), '${MARKS}, HighlightAll=true') AS title,
         ts_headline(search.language(d.lang), left(d.body, ${MARKED_LENGTH}), search.words_of(asked.query),
           '${MARKS}, MaxFragments=2, MaxWords=28, MinWords=12, FragmentDelimiter=" … "') AS excerpt,
         left(d.body, ${EDGE_LENGTH}) AS beginning, right(d.body, ${EDGE_LENGTH}) AS ending
       FROM search.article d JOIN asked ON d.lexemes @@ asked.query JOIN blog.article a ON a.id = d.article_id
       WHERE ${PUBLIC_ARTICLE_SQL} AND ($2::text IS NULL OR d.lang = $2)
       ORDER BY ts_rank('{0.1, 0.3, 0.6, 1}', d.lexemes, asked.query, 1) DESC, d.published_at DESC, d.article_id
       LIMIT $3`,
      [toStoredTerms(terms), lang ?? null, first],
    );
    return hits.map(({ articleId, title, excerpt, beginning, ending }) => ({
      articleId,
      title: toShown(title),
      excerpt: withEllipsis(toShown(excerpt), { beginning: toShown(beginning), ending: toShown(ending) }),
    }));
  }
  /** Keys of articles in force whose title or text holds what is being typed, the best first. */
  async typed(ctx: RequestContext, terms: readonly SearchTerm[], first: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `WITH typed AS MATERIALIZED (${typedQuerySql('$1::json')})
       SELECT d.article_id AS id
       FROM search.article d JOIN blog.article a ON a.id = d.article_id
       WHERE ${PUBLIC_ARTICLE_SQL} AND d.lexemes @@ (SELECT match FROM typed)
       ORDER BY ts_rank('{0.1, 0.3, 0.6, 1}', d.lexemes, (SELECT match FROM typed), 1) DESC, d.published_at DESC, d.article_id
       LIMIT $2`,
      [toStoredTerms(terms), first],
    );
    return rows.map(({ id }) => id);
  }
}
