import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { BlogPresenter } from '@kundig/blog/server';
import { ForumPresenter } from '@kundig/forum/server';
import { Access, Ctx, parseInput, type RequestContext } from '@kundig/platform/server';
import { MemberLoader } from '@kundig/pseudonyms/server';
import { SearchCommunity } from '../search-community.service.js';
import { searchArgumentsSchema, SearchFilterInput, SearchOrderEnum, SearchResult } from './search.object.js';

@Resolver(() => SearchResult)
export class SearchResolver {
  constructor(
    private readonly searchCommunity: SearchCommunity,
    private readonly present: ForumPresenter,
    private readonly blog: BlogPresenter,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => SearchResult, {
    description:
      'Threads whose posts hold the words; boards, members and articles beside them. Knows "phrases" and board:, tag:, author:, is:solved|open|unanswered, lang:de|en, since:day|week|month|year.',
  })
  @Access.public()
  async search(
    @Ctx() ctx: RequestContext,
    @Args('query', { type: () => String }) query: string,
    @Args('filter', { type: () => SearchFilterInput, nullable: true }) filter?: SearchFilterInput,
    @Args('page', { type: () => Int, defaultValue: 1 }) page = 1,
    @Args('order', { type: () => SearchOrderEnum, defaultValue: SearchOrderEnum.BEST })
    order = SearchOrderEnum.BEST,
  ): Promise<SearchResult> {
    const request = parseInput(searchArgumentsSchema, { query, filter, order, page });
    const found = await this.searchCommunity.execute(ctx, request);
    ctx.shown.add('search').add('boards');
    if (found.recommended) ctx.shown.add(found.recommended.shown);
    const members = await this.members.loadMany(ctx, found.namedMembers);
    return {
      hits: found.hits.map(({ thread, post, titleHtml, excerptHtml }) => ({
        thread: this.present.thread(ctx, thread),
        post: this.present.post(ctx, post),
        titleHtml,
        excerptHtml,
      })),
      recommended: found.recommended,
      articles: found.articles.map(({ article, titleHtml, excerptHtml }) => ({
        article: this.blog.article(ctx, article),
        titleHtml,
        excerptHtml,
      })),
      helpPages: [...found.helpPages],
      namedBoards: found.namedBoards.map((known) => this.present.board(ctx, known)),
      namedMembers: members.filter((member) => member !== null),
      total: found.total,
      page: request.page,
      pageCount: found.pageCount,
      loosened: found.loosened,
      correctedQuery: found.correctedQuery,
      boards: found.boards.map(({ board, count }) => ({ board: this.present.board(ctx, board), count })),
    };
  }
}
