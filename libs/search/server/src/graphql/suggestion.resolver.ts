import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, parseInput, type RequestContext } from '@kundig/platform/server';
import { SuggestWhileTyping } from '../suggestions/suggest-while-typing.service.js';
import { SearchSuggestion, typingSchema } from './suggestion.object.js';

@Resolver(() => SearchSuggestion)
export class SuggestionResolver {
  constructor(private readonly suggest: SuggestWhileTyping) {}

  @Query(() => [SearchSuggestion], {
    description:
      'Up to eight pages that begin like what is being typed: FAQ entries, threads, articles, boards, members, in this order; with a board, its threads alone.',
  })
  @Access.public()
  searchSuggestions(
    @Ctx() ctx: RequestContext,
    @Args('query', { type: () => String }) query: string,
    @Args('boardId', { type: () => ID, nullable: true }) boardId?: string,
  ): Promise<SearchSuggestion[]> {
    return this.suggest.execute(ctx, parseInput(typingSchema, { query, boardId }));
  }
}
