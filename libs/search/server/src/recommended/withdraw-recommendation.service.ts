import { Injectable } from '@nestjs/common';
import { AppDatabase, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { searchPolicy } from '../search.policy.js';
import { StaffAdvice } from '../staff-advice.js';
import { RecommendationRepository } from './recommendation.repository.js';

/** Takes a recommendation back. Safe to repeat. */
@Injectable()
export class WithdrawRecommendationService {
  constructor(
    private readonly recommendations: RecommendationRepository,
    private readonly database: AppDatabase,
    private readonly pages: PageInvalidation,
    private readonly advice: StaffAdvice,
  ) {}

  /** @throws NotFound not the actor's to see */
  async execute(ctx: RequestContext, recommendationId: string): Promise<void> {
    searchPolicy.mayImprove(ctx.actor).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      await this.recommendations.remove(tx, recommendationId);
      await this.pages.drop(tx, 'search', 'search-advice');
    });
    await this.advice.renew();
  }
}
