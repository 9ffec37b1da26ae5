import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ForumPresenter, ThreadObject } from '@kundig/forum/server';
import { Access, Ctx, parseInput, type RequestContext } from '@kundig/platform/server';
import { FindSimilarThreads } from '../suggestions/find-similar-threads.service.js';
import { SuggestWhileTyping } from '../suggestions/suggest-while-typing.service.js';
import { SearchSuggestion, similarSchema, typingSchema } from './suggestion.object.js';

@Resolver(() => SearchSuggestion)
export class SuggestionResolver {
  constructor(
    private readonly suggest: SuggestWhileTyping,
    private readonly similar: FindSimilarThreads,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => [SearchSuggestion], {
    description:
      'Up to eight pages that begin like what is being typed: FAQ entries, threads, articles, boards, members, help pages, in this order; with a board, its threads alone.',
  })
  @Access.public()
  searchSuggestions(
    @Ctx() ctx: RequestContext,
    @Args('query', { type: () => String }) query: string,
    @Args('boardId', { type: () => ID, nullable: true }) boardId?: string,
  ): Promise<SearchSuggestion[]> {
    return this.suggest.execute(ctx, parseInput(typingSchema, { query, boardId }));
  }

  @Query(() => [ThreadObject], {
    description:
      'Up to five threads that may answer a question of this title, the best first; counted as no search.',
  })
  @Access.public()
  async similarThreads(
    @Ctx() ctx: RequestContext,
    @Args('title', { type: () => String }) title: string,
  ): Promise<ThreadObject[]> {
    const threads = await this.similar.execute(ctx, parseInput(similarSchema, { title }).title);
    return threads.map((thread) => this.present.thread(ctx, thread));
  }
}
