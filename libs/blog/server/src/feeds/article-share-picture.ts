import { Injectable } from '@nestjs/common';
import {
  HasSharePicture,
  type RequestContext,
  type SharedPage,
  type SharePictureSource,
} from '@kundig/platform/server';
import { ArticleRepository } from '../storage/article.repository.js';

/** What the picture of an article in force shows that has none of its own: its title. */
@Injectable()
@HasSharePicture({ kind: 'article', feature: 'blog' })
export class ArticleSharePicture implements SharePictureSource {
  constructor(private readonly articles: ArticleRepository) {}

  async sharedPage(visitor: RequestContext, publicId: string): Promise<SharedPage | null> {
    const [article] = await this.articles.findInForceByPublicIds(visitor, [publicId]);
    return article ? { title: article.title, place: null, solved: null } : null;
  }
}
