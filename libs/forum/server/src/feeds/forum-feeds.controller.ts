import { Controller, Get, Param, Res } from '@nestjs/common';
import {
  Access,
  Actor,
  Clock,
  Ctx,
  Environment,
  localePrefix,
  nameIn,
  NotFound,
  RequestContext,
  sendFeed,
  SiteProfile,
  Translator,
  withAbsoluteLinks,
  type Feed,
} from '@kundig/platform/server';
import type { Response } from 'express';
import { FORUM_LIMITS } from '../forum.limits.js';
import { boardPath } from '../graphql/board.object.js';
import { threadPath } from '../graphql/thread.object.js';
import { BoardRepository } from '../storage/board.repository.js';
import { ForumPagesRepository, type ThreadInFeed } from './forum-pages.repository.js';

/**
 * The newest threads of a board or a tag, for programs that read feeds. Whoever asks gets what visitors may see, as answers
 * are kept on the way; nobody who wrote is named.
 */
@Controller()
export class ForumFeedsController {
  constructor(
    private readonly pages: ForumPagesRepository,
    private readonly boards: BoardRepository,
    private readonly translator: Translator,
    private readonly environment: Environment,
    private readonly site: SiteProfile,
    private readonly clock: Clock,
  ) {}

  /** @param id public id of a board; the words before it may have changed */
  @Get(['b/:slug/:id/feed.:format', 'en/b/:slug/:id/feed.:format'])
  @Access.public()
  board(
    @Ctx() { locale }: RequestContext,
    @Param('id') id: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    const visitor = RequestContext.for({ actor: Actor.visitor, locale });
    return sendFeed(response, format, async () => {
      const board = await this.boards.findReadable(visitor, id);
      if (!board) throw new NotFound();
      const threads = await this.pages.newest(visitor, { boardId: board.id }, FORUM_LIMITS.feedSize);
      return this.feed(visitor, nameIn(locale, board), boardPath(board), threads);
    });
  }

  /** A feed without an entry for a tag that no thread bears. */
  @Get(['tag/:tag/feed.:format', 'en/tag/:tag/feed.:format'])
  @Access.public()
  tag(
    @Ctx() { locale }: RequestContext,
    @Param('tag') wanted: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    const visitor = RequestContext.for({ actor: Actor.visitor, locale });
    const tag = wanted.slice(0, FORUM_LIMITS.tagMax);
    return sendFeed(response, format, async () => {
      const threads = await this.pages.newest(visitor, { tag }, FORUM_LIMITS.feedSize);
      const title = this.translator.translate(locale, 'forum:feed.tag', { tag });
      return this.feed(visitor, title, `/tag/${encodeURIComponent(tag)}`, threads);
    });
  }

  private feed(
    { locale }: RequestContext,
    title: string,
    path: string,
    threads: readonly ThreadInFeed[],
  ): Feed {
    const { baseUrl } = this.environment;
    const home = baseUrl + localePrefix(locale);
    return {
      title: `${title} · ${this.site.name}`,
      lang: locale,
      baseUrl,
      page: home + path,
      publisher: this.site.name,
      now: this.clock.now(),
      entries: threads.map((thread) => ({
        id: `${home}/t/-/${thread.publicId}`,
        address: home + threadPath(thread),
        title: thread.title,
        summary: thread.excerpt,
        html: withAbsoluteLinks(thread.bodyHtml, baseUrl),
        tags: thread.tags,
        publishedAt: thread.createdAt,
        updatedAt: thread.changedAt,
      })),
    };
  }
}
