import { Injectable } from '@nestjs/common';
import { ArticleChanged, ArticleRepository } from '@kundig/blog/server';
import {
  AppDatabase,
  OnEvent,
  PageInvalidation,
  plainTextOfHtml,
  type RequestContext,
} from '@kundig/platform/server';
import { ArticleDocumentRepository } from './article-document.repository.js';

/** Two writers of one article's document take turns, so that the later one has seen the newer state. */
const LOCK_ARTICLE = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 71))';

/** Keeps what is known of articles as the blog is when the job runs, whatever it was before: twice and late give the same. */
@Injectable()
export class KeepArticlesCurrent {
  constructor(
    private readonly database: AppDatabase,
    private readonly articles: ArticleRepository,
    private readonly documents: ArticleDocumentRepository,
    private readonly pages: PageInvalidation,
  ) {}

  /** Looks at every article. @param ctx of the system */
  async executeForAll(ctx: RequestContext): Promise<void> {
    for (const articleId of await this.articles.everyId(ctx)) await this.articleChanged(ctx, { articleId });
  }

  @OnEvent(ArticleChanged)
  async articleChanged(ctx: RequestContext, { articleId }: { articleId: string }): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      await this.database.query(tx, LOCK_ARTICLE, [articleId]);
      const article = await this.articles.findInForce(tx, { id: articleId });
      if (article) {
        const { lang, title, teaser, bodyHtml, tags, publishedAt } = article;
        const body = `${teaser}\n${plainTextOfHtml(bodyHtml)}`;
        await this.documents.save(tx, { articleId, lang, title, body, tags, publishedAt });
      } else await this.documents.remove(tx, articleId);
      await this.pages.drop(tx, 'search');
    });
  }
}
