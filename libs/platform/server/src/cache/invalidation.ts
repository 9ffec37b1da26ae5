import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';
import { AppDatabase, type Database } from '../database/database.js';
import type { CommitPart } from '../database/commit-statement.js';

/** Channel on which every instance hears which pages changed. */
export const INVALIDATION_CHANNEL = 'kundig_pages';

/** Names of what a cached page shows; ids are primary keys. Resolvers note them in `RequestContext.shown`. */
export type CacheTag =
  | `${'thread' | 'board' | 'member' | 'tag' | 'article'}:${string}`
  | 'blog'
  | 'home'
  | 'boards'
  | 'faq'
  | 'search'
  | 'search-advice'
  | 'site'
  | 'ranking'
  | 'everything';

/** Each item is one notice, of at most 8000 bytes. */
const NOTICES: CommitPart<string> = {
  sql: (notices) =>
    `SELECT pg_notify('${INVALIDATION_CHANNEL}', notice) FROM unnest(${notices}::text[]) AS notice`,
  parameterOf: (notices) => [...new Set(notices)],
};

/** Tells all instances, with the commit of the write, which cached pages are stale. Ids only. */
export abstract class PageNotices {
  protected constructor(private readonly database: Database) {}

  drop(tx: RequestContext, ...tags: CacheTag[]): Promise<void> {
    return this.database.withCommit(tx, NOTICES, [[...new Set(tags)].join(' ')]);
  }
}

/** After writes of all domains but identity. */
@Injectable()
export class PageInvalidation extends PageNotices {
  constructor(database: AppDatabase) {
    super(database);
  }
}
