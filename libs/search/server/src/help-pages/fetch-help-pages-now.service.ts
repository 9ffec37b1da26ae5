import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { searchPolicy } from '../search.policy.js';
import { FetchHelpPages } from './fetch-help-pages.job.js';

/** Reads the operator's help pages without waiting for the night. Safe to repeat: it waits once. */
@Injectable()
export class FetchHelpPagesNowService {
  constructor(
    private readonly fetching: FetchHelpPages,
    private readonly database: AppDatabase,
  ) {}

  /** @throws NotFound not the actor's to say */
  async execute(ctx: RequestContext): Promise<void> {
    searchPolicy.mayNameHelpPages(ctx.actor).orThrow();
    await this.database.transaction(ctx, (tx) => this.fetching.request(tx));
  }
}
