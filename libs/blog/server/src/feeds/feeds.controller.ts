import { Controller, Get, Param, Res } from '@nestjs/common';
import {
  Access,
  Clock,
  Ctx,
  Environment,
  parseInput,
  PartOf,
  sendFeed,
  SiteProfile,
  Translator,
  type Feed,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorLoader } from '@kundig/pseudonyms/server';
import type { Response } from 'express';
import { BLOG_LIMITS } from '../blog.limits.js';
import { tagSchema } from '../graphql/blog.inputs.js';
import { ArticleRepository } from '../storage/article.repository.js';
import { blogFeed } from './blog-feed.js';

/** What programs read of the blog: a feed in each language, and one of each tag. */
@Controller()
export class BlogFeedsController {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly authors: AuthorLoader,
    private readonly translator: Translator,
    private readonly environment: Environment,
    private readonly site: SiteProfile,
    private readonly clock: Clock,
  ) {}

  /** The newest articles in the language of the address, with their whole text. */
  @Get(['blog/feed.:format', 'en/blog/feed.:format'])
  @Access.public()
  @PartOf('blog')
  feed(
    @Ctx() ctx: RequestContext,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    return sendFeed(response, format, () => this.read(ctx));
  }

  /** The same of one tag; a feed without an entry for one that no article bears. */
  @Get(['blog/tag/:tag/feed.:format', 'en/blog/tag/:tag/feed.:format'])
  @Access.public()
  @PartOf('blog')
  tagFeed(
    @Ctx() ctx: RequestContext,
    @Param('tag') wanted: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    const { tag } = parseInput(tagSchema, { tag: wanted });
    return sendFeed(response, format, () => this.read(ctx, tag));
  }

  private async read(ctx: RequestContext, tag?: string): Promise<Feed> {
    const rows = await this.articles.newestIn(ctx, ctx.locale, BLOG_LIMITS.feedSize, tag);
    const authors = await this.authors.loadMany(
      ctx,
      rows.map(({ authorId }) => authorId),
    );
    return blogFeed({
      title: this.translator.translate(ctx.locale, tag ? 'blog:feed.tagTitle' : 'blog:feed.title', {
        site: this.site.name,
        ...(tag && { tag }),
      }),
      tag,
      lang: ctx.locale,
      baseUrl: this.environment.baseUrl,
      publisher: this.site.name,
      articles: rows.map((row, index) => ({ ...row, authorName: authors[index]!.name })),
      now: this.clock.now(),
    });
  }
}
