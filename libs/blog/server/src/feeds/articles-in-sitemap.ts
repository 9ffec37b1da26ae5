import { Injectable } from '@nestjs/common';
import {
  InSitemap,
  LOCALES,
  rowsOfPart,
  type RequestContext,
  type SitemapPage,
  type SitemapSource,
} from '@kundig/platform/server';
import { articlePath } from '../graphql/article.object.js';
import { ArticleRepository } from '../storage/article.repository.js';

/** The start page of the blog in both languages, and every article in force at the address in its own language. */
@Injectable()
@InSitemap({ name: 'blog', feature: 'blog' })
export class ArticlesInSitemap implements SitemapSource {
  constructor(private readonly articles: ArticleRepository) {}

  count(visitor: RequestContext): Promise<number> {
    return this.articles.countInForce(visitor);
  }

  async *pages(visitor: RequestContext, skip: number): AsyncIterable<SitemapPage> {
    if (skip === 0) yield { paths: LOCALES.map((lang) => [lang, '/blog']), changedAt: null };
    for await (const article of rowsOfPart(skip, (batch) => this.articles.addresses(visitor, batch)))
      yield { paths: [[article.lang, articlePath(article)]], changedAt: article.updatedAt };
  }
}
