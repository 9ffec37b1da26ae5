import { Injectable } from '@nestjs/common';
import { JobHandler, PageInvalidation, type RequestContext } from '@kundig/platform/server';

/** Task that runs when something on all pages begins or ends by the clock. */
export const DROP_PAGES = 'site.drop-pages';

/** Drops every cached page: what pages show depends on the time now. */
@Injectable()
export class DropPages {
  constructor(private readonly pages: PageInvalidation) {}

  @JobHandler({ task: DROP_PAGES })
  async run(ctx: RequestContext): Promise<void> {
    await this.pages.drop(ctx, 'everything');
  }
}
