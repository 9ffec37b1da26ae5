import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { AuthorLoader, type AuthorObject } from '@kundig/pseudonyms/server';
import type { Article, ArticleSummary } from '../storage/article.repository.js';
import { ArticleObject } from './article.object.js';

/** Makes the schema's objects from rows, and notes what a cached page shows. */
@Injectable()
export class BlogPresenter {
  constructor(private readonly authors: AuthorLoader) {}

  article(ctx: RequestContext, row: ArticleSummary & Partial<Article>): ArticleObject {
    ctx.shown.add(`article:${row.id}`);
    return ArticleObject.of(row);
  }

  /** Authors keep their row, nameless, when they are erased. */
  async author(ctx: RequestContext, pseudonymId: string): Promise<AuthorObject> {
    ctx.shown.add(`member:${pseudonymId}`);
    return (await this.authors.load(ctx, pseudonymId))!;
  }
}
