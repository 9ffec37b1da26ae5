import { Injectable } from '@nestjs/common';
import { AppJobs, Clock, JobHandler, PageInvalidation, type RequestContext } from '@kundig/platform/server';

const DROP_PAGES = 'site.drop-pages';

/** Drops every cached page when something on all of them begins or ends by the clock. */
@Injectable()
export class DropPages {
  constructor(
    private readonly pages: PageInvalidation,
    private readonly jobs: AppJobs,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of a write. @param instants at which pages change; those that are past or absent do nothing */
  async at(tx: RequestContext, ...instants: readonly (Date | null)[]): Promise<void> {
    const now = this.clock.now();
    await this.jobs.add(
      tx,
      ...instants
        .filter((instant) => instant !== null && instant > now)
        .map((instant) => ({ task: DROP_PAGES, payload: {}, runAt: instant! })),
    );
  }

  @JobHandler({ task: DROP_PAGES })
  async run(ctx: RequestContext): Promise<void> {
    await this.pages.drop(ctx, 'everything');
  }
}
