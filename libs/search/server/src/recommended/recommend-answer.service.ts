import { Injectable } from '@nestjs/common';
import { ThreadRepository } from '@kundig/forum/server';
import {
  AnswerSources,
  AppDatabase,
  Conflict,
  Environment,
  InvalidInput,
  NotFound,
  PageInvalidation,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import { DocumentFactory } from '../index/document-factory.js';
import { MissedSearchRepository } from '../missed/missed-search.repository.js';
import { searchPolicy } from '../search.policy.js';
import { StaffAdvice } from '../staff-advice.js';
import { RecommendationRepository, type RecommendedTarget } from './recommendation.repository.js';

export interface RecommendAnswer {
  readonly searchId: string;
  /** Address of a thread or of another ready answer: whole, or its path. */
  readonly address: string;
}

const THREAD = /^\/t\/[^/]*\/(\w{1,64})/;

/** Has an answer shown above the results of a search that led nowhere so far, and marks the search as done. */
@Injectable()
export class RecommendAnswerService {
  constructor(
    private readonly searches: MissedSearchRepository,
    private readonly recommendations: RecommendationRepository,
    private readonly threads: ThreadRepository,
    private readonly documents: DocumentFactory,
    private readonly answers: AnswerSources,
    private readonly environment: Environment,
    private readonly randomness: Randomness,
    private readonly database: AppDatabase,
    private readonly pages: PageInvalidation,
    private readonly advice: StaffAdvice,
  ) {}

  /**
   * Safe to repeat.
   * @throws NotFound no such search, or not the actor's to see
   * @throws InvalidInput on `address`: no thread or FAQ entry of this community that the actor may read
   * @throws Conflict another answer is recommended for this search
   */
  async execute(ctx: RequestContext, { searchId, address }: RecommendAnswer): Promise<void> {
    searchPolicy.mayImprove(ctx.actor).orThrow();
    const search = await this.searches.find(ctx, searchId);
    if (!search) throw new NotFound();
    const target = await this.targetAt(ctx, address);
    if (!target) throw new InvalidInput('address', 'search:error.noAnswerThere');
    await this.database.transaction(ctx, async (tx) => {
      const { words, stems } = search;
      const wanted = { id: this.randomness.uuid(), words, ...target };
      const recommended = await this.recommendations.add(tx, stems, wanted);
      if (recommended.threadId !== target.threadId || recommended.answerPath !== target.answerPath)
        throw new Conflict('search:error.recommendedAlready', 'address');
      await this.searches.mark(tx, searchId, 'done');
      await this.pages.drop(tx, 'search', 'search-advice');
    });
    await this.advice.renew();
  }

  private async targetAt(ctx: RequestContext, address: string): Promise<RecommendedTarget | null> {
    const { baseUrl } = this.environment;
    if (!URL.canParse(address, baseUrl)) return null;
    const { origin, pathname } = new URL(address, baseUrl);
    if (origin !== new URL(baseUrl).origin) return null;
    const path = pathname.replace(/^\/en(?=\/)/, '');
    const threadId = THREAD.exec(path)?.[1];
    if (threadId !== undefined) {
      const thread = await this.threads.findReadable(ctx, threadId);
      return thread && this.documents.isListed(thread) ? { threadId: thread.id, answerPath: null } : null;
    }
    const answer = await this.answers.at(ctx, path);
    return answer && { threadId: null, answerPath: answer.path };
  }
}
