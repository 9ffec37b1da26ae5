import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileHolders, type Audience, type FileHolder, type PublishedFile } from '@kundig/files/server';
import { Features, type RequestContext } from '@kundig/platform/server';
import { ArticleRepository } from '../storage/article.repository.js';
import { ArticleDraftRepository } from '../storage/draft.repository.js';

/**
 * Answers for the pictures of articles: everybody sees those of the text in force, whoever works on the article those of all
 * its versions. An article and its translation show each other's. While the blog is off there are neither.
 */
@Injectable()
export class ArticleFiles implements FileHolder, OnModuleInit {
  constructor(
    private readonly holders: FileHolders,
    private readonly articles: ArticleRepository,
    private readonly drafts: ArticleDraftRepository,
    private readonly features: Features,
  ) {}

  onModuleInit(): void {
    this.holders.register('article', this);
  }

  /** Pictures of an earlier release hang on no article: their addresses were everybody's then. */
  async audienceOf(ctx: RequestContext, { id, holderId }: PublishedFile): Promise<Audience | null> {
    if (!this.features.isOn('blog')) return null;
    return holderId === null ? 'everybody' : this.articles.audienceOfFile(ctx, holderId, id);
  }

  namedInDrafts(ctx: RequestContext, fileIds: readonly string[]): Promise<string[]> {
    return this.drafts.filesNamed(ctx, fileIds);
  }
}
