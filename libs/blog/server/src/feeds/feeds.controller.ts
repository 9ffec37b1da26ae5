import { Controller, Get, Param, Res } from '@nestjs/common';
import {
  Access,
  Clock,
  Ctx,
  Environment,
  parseInput,
  PartOf,
  SiteProfile,
  Translator,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorLoader } from '@kundig/pseudonyms/server';
import type { Response } from 'express';
import { BLOG_LIMITS } from '../blog.limits.js';
import { tagSchema } from '../graphql/blog.inputs.js';
import { ArticleRepository } from '../storage/article.repository.js';
import { atomFeed } from './atom-feed.js';

/** Seconds for which readers and proxies may keep a feed. */
const KEPT_FOR = 300;

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
  @Get(['blog/feed.xml', 'en/blog/feed.xml'])
  @Access.public()
  @PartOf('blog')
  feed(@Ctx() ctx: RequestContext, @Res() response: Response): Promise<void> {
    return this.sendFeed(ctx, response);
  }

  /** The same of one tag; a feed without an entry for one that no article bears. */
  @Get(['blog/tag/:tag/feed.xml', 'en/blog/tag/:tag/feed.xml'])
  @Access.public()
  @PartOf('blog')
  tagFeed(
    @Ctx() ctx: RequestContext,
    @Param('tag') wanted: string,
    @Res() response: Response,
  ): Promise<void> {
    const { tag } = parseInput(tagSchema, { tag: wanted });
    return this.sendFeed(ctx, response, tag);
  }

  private async sendFeed(ctx: RequestContext, response: Response, tag?: string): Promise<void> {
    const rows = await this.articles.newestIn(ctx, ctx.locale, BLOG_LIMITS.feedSize, tag);
    const authors = await this.authors.loadMany(
      ctx,
      rows.map(({ authorId }) => authorId),
    );
    const feed = atomFeed({
      title: this.translator.translate(ctx.locale, tag ? 'blog:feed.tagTitle' : 'blog:feed.title', {
        site: this.site.name,
        ...(tag && { tag }),
      }),
      tag,
      lang: ctx.locale,
      baseUrl: this.environment.baseUrl,
      entries: rows.map((row, index) => ({ ...row, authorName: authors[index]!.name })),
      now: this.clock.now(),
    });
    send(response, 'application/atom+xml', feed);
  }
}

function send(response: Response, type: string, document: string): void {
  response.set('Cache-Control', `public, max-age=${KEPT_FOR}`).type(`${type}; charset=utf-8`).send(document);
}
