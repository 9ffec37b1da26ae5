import { Injectable } from '@nestjs/common';
import { AppDatabase, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { searchPolicy } from '../search.policy.js';
import { StaffAdvice } from '../staff-advice.js';
import { SynonymRepository } from './synonym.repository.js';

/** Words mean the same no longer. Safe to repeat. */
@Injectable()
export class RemoveSynonymsService {
  constructor(
    private readonly synonyms: SynonymRepository,
    private readonly database: AppDatabase,
    private readonly pages: PageInvalidation,
    private readonly advice: StaffAdvice,
  ) {}

  /** @throws NotFound not the actor's to say */
  async execute(ctx: RequestContext, groupId: string): Promise<void> {
    searchPolicy.mayImprove(ctx.actor).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      await this.synonyms.remove(tx, groupId);
      await this.pages.drop(tx, 'search', 'search-advice');
    });
    await this.advice.renew();
  }
}
