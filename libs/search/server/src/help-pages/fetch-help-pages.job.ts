import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  AppJobs,
  Clock,
  JobHandler,
  OutboundRefused,
  PageInvalidation,
  type RequestContext,
} from '@kundig/platform/server';
import { HELP_PAGE_LIMITS } from './help-page.limits.js';
import { HelpPageRepository, type HelpSource } from './help-page.repository.js';
import { ListingReader, type FoundListing } from './listing-reader.js';
import type { ListedPage } from './page-listing.js';
import { PageReader } from './page-reader.js';
import { SourceUnreadable, type SourceProblem } from './source-problem.js';

const TASK = 'search.fetch-help-pages';

/** Pages that stay known, and how many more there are. */
interface Outcome {
  readonly kept: readonly string[];
  readonly failed: number;
  readonly leftOut: number;
}

/**
 * Reads every night what the operator's help pages say of themselves: one page after the other, and only those that have changed. A
 * source that cannot be read leaves what was known.
 */
@Injectable()
export class FetchHelpPages {
  constructor(
    private readonly pages: HelpPageRepository,
    private readonly listings: ListingReader,
    private readonly reader: PageReader,
    private readonly database: AppDatabase,
    private readonly jobs: AppJobs,
    private readonly shown: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /** Lets it be done as soon as the transaction is over. */
  request(tx: RequestContext): Promise<void> {
    return this.jobs.add(tx, { task: TASK, payload: {}, jobKey: TASK, queue: TASK, maxAttempts: 3 });
  }

  @JobHandler({ task: TASK, cron: '40 1 * * *' })
  async run(ctx: RequestContext): Promise<void> {
    for (const source of await this.pages.sources(ctx)) await this.fetch(ctx, source);
  }

  private async fetch(ctx: RequestContext, source: HelpSource): Promise<void> {
    try {
      const listing = await this.listings.read(source.address);
      const outcome = await this.readAll(ctx, source, listing);
      await this.conclude(ctx, source, outcome, null);
    } catch (error) {
      if (!(error instanceof OutboundRefused || error instanceof SourceUnreadable)) throw error;
      await this.conclude(ctx, source, null, error.problem);
    }
  }

  private async readAll(ctx: RequestContext, source: HelpSource, listing: FoundListing): Promise<Outcome> {
    const known = new Map((await this.pages.known(ctx, source.id)).map((page) => [page.address, page]));
    const kept: string[] = [];
    let [failed, failedInARow, leftOut] = [0, 0, listing.leftOut];
    for (const page of listing.pages) {
      const before = known.get(page.address);
      const isAsKnown = before && page.changedAt && page.changedAt < before.readAt;
      const reading = isAsKnown
        ? 'unchanged'
        : listing.isFeed
          ? ofFeed(page)
          : await this.reader.read(page.address, before);
      failedInARow = reading === 'failed' ? failedInARow + 1 : 0;
      if (failedInARow >= HELP_PAGE_LIMITS.failuresMax) throw new SourceUnreadable('unreachable');
      if (reading === 'failed') failed += 1;
      else if (reading === 'unwanted') leftOut += 1;
      if (typeof reading === 'object') await this.pages.save(ctx, source.id, reading, this.clock.now());
      if (reading !== 'gone' && reading !== 'unwanted') kept.push(page.address);
    }
    return { kept, failed, leftOut };
  }

  /** @param outcome null where the source could not be read: what was known stays */
  private async conclude(
    ctx: RequestContext,
    { id, failed, leftOut }: HelpSource,
    outcome: Outcome | null,
    problem: SourceProblem | null,
  ): Promise<void> {
    const fetchedAt = this.clock.now();
    await this.database.transaction(ctx, async (tx) => {
      if (outcome) await this.pages.keepOnly(tx, id, outcome.kept);
      await this.pages.note(tx, id, { failed, leftOut, ...outcome, problem, fetchedAt });
      await this.shown.drop(tx, 'search');
    });
  }
}

/** A feed says itself what its pages are about. */
function ofFeed({ address, title, description }: ListedPage) {
  if (!title) return 'unwanted' as const;
  const { host } = new URL(address);
  return { address, host, title, description, lang: null, etag: null, modified: null };
}
