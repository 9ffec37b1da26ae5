import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Redactors,
  RequestContext,
  type ArticleRedactor,
  type Passage,
  type RedactedArticle,
} from '@kundig/platform/server';
import { KeepArticlesCurrent } from './keep-articles-current.js';

/** What is known of an article loses a passage with it, not only once a job has run. */
@Injectable()
export class SearchArticleRedactor implements ArticleRedactor {
  constructor(
    private readonly database: AppDatabase,
    private readonly articles: KeepArticlesCurrent,
    redactors: Redactors,
  ) {
    redactors.registerForArticles(this);
  }

  redactArticle(tx: RequestContext, _passage: Passage, { articleId }: RedactedArticle): Promise<void> {
    const system = RequestContext.system().within(this.database, this.database.manager(tx));
    return this.articles.articleChanged(system, { articleId });
  }
}
