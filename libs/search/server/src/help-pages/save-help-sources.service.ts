import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  InvalidInput,
  Outbound,
  PageInvalidation,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import { searchPolicy } from '../search.policy.js';
import { StaffAdvice } from '../staff-advice.js';
import { FetchHelpPages } from './fetch-help-pages.job.js';
import { HELP_PAGE_LIMITS } from './help-page.limits.js';
import { HelpPageRepository } from './help-page.repository.js';

/** Says where the operator's own help pages are listed, and lets them be read. Without any, nothing is fetched from anywhere. */
@Injectable()
export class SaveHelpSourcesService {
  constructor(
    private readonly pages: HelpPageRepository,
    private readonly fetching: FetchHelpPages,
    private readonly outbound: Outbound,
    private readonly randomness: Randomness,
    private readonly database: AppDatabase,
    private readonly shown: PageInvalidation,
    private readonly advice: StaffAdvice,
  ) {}

  /**
   * Safe to repeat.
   * @param text an address on each line
   * @throws NotFound not the actor's to say
   * @throws InvalidInput on `addresses`: too many, too long, or none that is fetched
   */
  async execute(ctx: RequestContext, text: string): Promise<void> {
    searchPolicy.mayNameHelpPages(ctx.actor).orThrow();
    const addresses = this.read(text);
    await this.database.transaction(ctx, async (tx) => {
      await this.pages.saveSources(
        tx,
        addresses.map((address) => ({ id: this.randomness.uuid(), address })),
      );
      if (addresses.length > 0) await this.fetching.request(tx);
      await this.shown.drop(tx, 'search', 'search-advice');
    });
    await this.advice.renew();
  }

  private read(text: string): string[] {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const addresses = lines.map((line) => {
      const isFetched = line.length <= HELP_PAGE_LIMITS.addressMax && this.outbound.accepts(line);
      const address = isFetched ? new URL(line).href : '';
      if (!address || address.length > HELP_PAGE_LIMITS.addressMax)
        throw new InvalidInput('addresses', 'search:error.helpAddress', { address: line.slice(0, 100) });
      return address;
    });
    const unique = [...new Set(addresses)];
    if (unique.length > HELP_PAGE_LIMITS.sourcesMax)
      throw new InvalidInput('addresses', 'search:error.helpAddressCount', {
        count: HELP_PAGE_LIMITS.sourcesMax,
      });
    return unique;
  }
}
