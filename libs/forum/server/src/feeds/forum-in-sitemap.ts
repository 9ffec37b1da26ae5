import { Injectable } from '@nestjs/common';
import {
  InSitemap,
  LOCALES,
  rowsOfPart,
  SITEMAP_PART,
  type Locale,
  type RequestContext,
  type SitemapPage,
  type SitemapSource,
} from '@kundig/platform/server';
import { boardPath } from '../graphql/board.object.js';
import { threadPath } from '../graphql/thread.object.js';
import { ForumPagesRepository } from './forum-pages.repository.js';

/** The start page, and every board with threads. */
@Injectable()
@InSitemap({ name: 'boards' })
export class BoardsInSitemap implements SitemapSource {
  constructor(private readonly repository: ForumPagesRepository) {}

  count(visitor: RequestContext): Promise<number> {
    return this.repository.countBoards(visitor);
  }

  async *pages(visitor: RequestContext, skip: number): AsyncIterable<SitemapPage> {
    if (skip === 0) yield { paths: inBoth('/', 'de'), changedAt: null };
    for await (const board of rowsOfPart(skip, (batch) => this.repository.boards(visitor, batch)))
      yield { paths: inBoth(boardPath(board), 'de'), changedAt: board.changedAt };
  }
}

/** Every thread that lists show, in its own language first. */
@Injectable()
@InSitemap({ name: 'threads' })
export class ThreadsInSitemap implements SitemapSource {
  constructor(private readonly repository: ForumPagesRepository) {}

  count(visitor: RequestContext): Promise<number> {
    return this.repository.countThreads(visitor);
  }

  async *pages(visitor: RequestContext, skip: number): AsyncIterable<SitemapPage> {
    for await (const thread of rowsOfPart(skip, (batch) => this.repository.threads(visitor, batch)))
      yield { paths: inBoth(threadPath(thread), thread.lang), changedAt: thread.changedAt };
  }
}

/** Every tag that several threads bear. */
@Injectable()
@InSitemap({ name: 'tags' })
export class TagsInSitemap implements SitemapSource {
  constructor(private readonly repository: ForumPagesRepository) {}

  count(visitor: RequestContext): Promise<number> {
    return this.repository.countTags(visitor);
  }

  async *pages(visitor: RequestContext, skip: number): AsyncIterable<SitemapPage> {
    for (const { tag, changedAt } of await this.repository.tags(visitor, skip, SITEMAP_PART))
      yield { paths: inBoth(`/tag/${encodeURIComponent(tag)}`, 'de'), changedAt };
  }
}

/** The page is there in both languages of the interface. */
const inBoth = (path: string, first: Locale): SitemapPage['paths'] =>
  [first, ...LOCALES.filter((lang) => lang !== first)].map((lang) => [lang, path]);
