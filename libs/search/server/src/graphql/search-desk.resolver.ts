import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { ViewerObject } from '@kundig/pseudonyms/server';
import { MarkMissedSearchService, type MarkMissedSearch } from '../missed/mark-missed-search.service.js';
import { MissedSearchRepository } from '../missed/missed-search.repository.js';
import { RecommendAnswerService, type RecommendAnswer } from '../recommended/recommend-answer.service.js';
import { RecommendationRepository } from '../recommended/recommendation.repository.js';
import { RecommendedAnswers } from '../recommended/recommended-answers.js';
import { WithdrawRecommendationService } from '../recommended/withdraw-recommendation.service.js';
import { searchPolicy } from '../search.policy.js';
import {
  MarkMissedSearchInput,
  MarkMissedSearchResult,
  markMissedSearchSchema,
  MarkMissedSearchSuccess,
  MissedSearchObject,
  RecommendAnswerInput,
  RecommendAnswerResult,
  recommendAnswerSchema,
  RecommendAnswerSuccess,
  RecommendationObject,
  WithdrawRecommendationInput,
  WithdrawRecommendationResult,
  withdrawRecommendationSchema,
  WithdrawRecommendationSuccess,
} from './search-desk.object.js';

/** Page on which all of this happens. */
const DESK = '/desk/searches';

/** The desk of those who see to it that people find what they look for. */
@Resolver()
export class SearchDeskResolver {
  constructor(
    private readonly searches: MissedSearchRepository,
    private readonly recommendations: RecommendationRepository,
    private readonly answers: RecommendedAnswers,
    private readonly markSearch: MarkMissedSearchService,
    private readonly recommend: RecommendAnswerService,
    private readonly withdraw: WithdrawRecommendationService,
  ) {}

  @Query(() => [MissedSearchObject], {
    description:
      'Of the last ninety days, the most frequent ones; none for whoever looks after some boards alone.',
  })
  @Access.permission('search:improve')
  async missedSearches(
    @Ctx() ctx: RequestContext,
    @Args('open', { type: () => Boolean, description: 'Those that do not lie aside, or those that do.' })
    open: boolean,
  ): Promise<MissedSearchObject[]> {
    if (!searchPolicy.mayImprove(ctx.actor).allowed) return [];
    const found = await this.searches.list(ctx, open);
    return found.map((search) => ({
      ...search,
      spellings: [...search.spellings],
      mark: search.mark as MissedSearchObject['mark'],
    }));
  }

  @Query(() => [RecommendationObject], {
    description: 'All of them, by their words; none for whoever looks after some boards alone.',
  })
  @Access.permission('search:improve')
  async searchRecommendations(@Ctx() ctx: RequestContext): Promise<RecommendationObject[]> {
    if (!searchPolicy.mayImprove(ctx.actor).allowed) return [];
    const all = await this.recommendations.all(ctx);
    return Promise.all(
      all.map(async (found) => ({
        id: found.id,
        words: found.words,
        answer: await this.answers.behind(ctx, found),
      })),
    );
  }

  @Mutation(() => MarkMissedSearchResult, {
    description: 'Lays a search in vain aside, or takes it up again.',
  })
  @Access.permission('search:improve')
  async markMissedSearch(
    @Ctx() ctx: RequestContext,
    @Input(markMissedSearchSchema, () => MarkMissedSearchInput) input: MarkMissedSearch,
  ): Promise<MarkMissedSearchSuccess> {
    await this.markSearch.execute(ctx, input);
    const path = input.mark ? `${DESK}?done=${input.mark}` : `${DESK}?list=done&done=reopened`;
    return succeed(MarkMissedSearchSuccess, { path });
  }

  @Mutation(() => RecommendAnswerResult, {
    description: 'Has an answer stand above the results of a search.',
  })
  @Access.permission('search:improve')
  async recommendAnswer(
    @Ctx() ctx: RequestContext,
    @Input(recommendAnswerSchema, () => RecommendAnswerInput) input: RecommendAnswer,
  ): Promise<RecommendAnswerSuccess> {
    await this.recommend.execute(ctx, input);
    return succeed(RecommendAnswerSuccess, { path: `${DESK}?done=recommended` });
  }

  @Mutation(() => WithdrawRecommendationResult, { description: 'Takes a recommendation back.' })
  @Access.permission('search:improve')
  async withdrawRecommendation(
    @Ctx() ctx: RequestContext,
    @Input(withdrawRecommendationSchema, () => WithdrawRecommendationInput)
    { recommendationId }: WithdrawRecommendationInput,
  ): Promise<WithdrawRecommendationSuccess> {
    await this.withdraw.execute(ctx, recommendationId);
    return succeed(WithdrawRecommendationSuccess, { path: `${DESK}?done=withdrawn` });
  }
}

/** Shows those who may work there the way to the desk. */
@Resolver(() => ViewerObject)
export class SearchViewerResolver {
  @ResolveField(() => Boolean)
  mayImproveSearch(@Ctx() ctx: RequestContext): boolean {
    return searchPolicy.mayImprove(ctx.actor).allowed;
  }
}
