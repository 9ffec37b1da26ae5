import { Injectable } from '@nestjs/common';
import { ArticleRepository, type ArticleSummary } from '@kundig/blog/server';
import {
  BoardRepository,
  PostRepository,
  ThreadLoader,
  type KnownBoard,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import {
  Clock,
  excerpt,
  Features,
  plainTextOfHtml,
  UsageCounter,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { Members } from '@kundig/pseudonyms/server';
import { ArticleDocumentRepository } from './articles/article-document.repository.js';
import {
  SearchEngine,
  type EngineFilter,
  type EngineHit,
  type EngineResult,
} from './engine/search-engine.js';
import { DocumentFactory } from './index/document-factory.js';
import { HELP_PAGE_LIMITS } from './help-pages/help-page.limits.js';
import { HelpPageRepository, type HelpPage } from './help-pages/help-page.repository.js';
import { FindNames, NO_NAMES, type FoundNames } from './names/find-names.service.js';
import { markedHtml } from './query/marked-text.js';
import {
  correctQuery,
  parseQuery,
  type ParsedQuery,
  type SearchPeriod,
  type SearchTerm,
} from './query/parse-query.js';
import { LogSearch } from './query-log/log-search.service.js';
import { ExpandTerms } from './synonyms/expand-terms.js';
import { RecommendedAnswers, type RecommendedAnswer } from './recommended/recommended-answers.js';
import { SEARCH_LIMITS } from './search.limits.js';
import { StaffAdvice } from './staff-advice.js';

/** Filters of the search page; operators in the query hold where they say more. */
export interface SearchFilter {
  /** Public id of a board. */
  readonly boardId?: string | null;
  readonly state?: 'any' | 'open' | 'unanswered' | 'solved' | null;
  readonly kind?: 'question' | 'discussion' | null;
  readonly tag?: string | null;
  readonly lang?: 'de' | 'en' | null;
  /** Nickname. */
  readonly author?: string | null;
  readonly since?: SearchPeriod | null;
}

export interface SearchRequest {
  readonly query: string;
  readonly filter: SearchFilter;
  /** `best` when absent. */
  readonly order?: 'best' | 'newest';
  /** From 1. */
  readonly page: number;
}

/** A thread that was found, with its best post. Both HTML texts hold escaped text and `<mark>`, nothing else. */
export interface FoundThread {
  readonly thread: Thread;
  readonly post: Post;
  readonly titleHtml: string;
  readonly excerptHtml: string;
}

/** An article that was found. Both HTML texts hold escaped text and `<mark>`, nothing else. */
export interface FoundArticle {
  readonly article: ArticleSummary;
  readonly titleHtml: string;
  readonly excerptHtml: string;
}

/** Boards, members and articles stand on the first page of a search that is not narrowed to threads, the best of each. */
export interface SearchOutcome extends FoundNames {
  /** What staff has chosen for this search. */
  readonly recommended: RecommendedAnswer | null;
  readonly articles: readonly FoundArticle[];
  /** Pages of the operator's own, elsewhere; they stand where boards do. */
  readonly helpPages: readonly HelpPage[];
  readonly hits: readonly FoundThread[];
  /** Threads found, counted as far as hits are ranked. */
  readonly total: number;
  readonly pageCount: number;
  readonly loosened: boolean;
  readonly correctedQuery: string | null;
  /** Most hits first. */
  readonly boards: readonly { readonly board: KnownBoard; readonly count: number }[];
}

/** Characters of a post that a hit shows where nothing in it is marked. */
const EXCERPT_LENGTH = 200;
const DAYS: Record<SearchPeriod, number> = { day: 1, week: 7, month: 30, year: 365 };
const MILLISECONDS_PER_DAY = 86_400_000;
/** Stands in for whoever bears no nickname: the answer is that for a member of whom the viewer may read nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Searches threads and posts for one viewer. The engine is told which boards the viewer may read and nothing else is
 * asked of it; what it finds is read again in the forum's scope, and shown from there.
 */
@Injectable()
export class SearchCommunity {
  constructor(
    private readonly engine: SearchEngine,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadLoader,
    private readonly posts: PostRepository,
    private readonly members: Members,
    private readonly documents: DocumentFactory,
    private readonly articles: ArticleRepository,
    private readonly articleDocuments: ArticleDocumentRepository,
    private readonly names: FindNames,
    private readonly limits: WriteLimits,
    private readonly usage: UsageCounter,
    private readonly expand: ExpandTerms,
    private readonly log: LogSearch,
    private readonly recommendations: RecommendedAnswers,
    private readonly helpPages: HelpPageRepository,
    private readonly advice: StaffAdvice,
    private readonly clock: Clock,
    private readonly features: Features,
  ) {}

  /** @throws TooManyRequests */
  async execute(ctx: RequestContext, { query, filter, order, page }: SearchRequest): Promise<SearchOutcome> {
    const parsed = parseQuery(query);
    if (asksNothing(parsed)) return NOTHING;
    await this.limits.consume(ctx, 'search');
    const known = await this.boards.known(ctx);
    const asked = { ...parsed, terms: await this.expand.execute(ctx, parsed.terms) };
    const threads = await this.foundThreads(ctx, asked, { query, filter, order, page }, known);
    if (page > 1) return { ...NOTHING, ...threads };
    const articles = await this.foundArticles(ctx, asked, filter);
    const names = await this.foundNames(ctx, parsed, filter, known, threads);
    const isNarrowed = isNarrowedToThreads(parsed, filter) || isNarrowedToLanguage(parsed, filter);
    const recommended = isNarrowed ? null : await this.recommendations.forSearch(ctx, parsed.terms);
    const helpPages = isNarrowed ? [] : await this.foundHelpPages(ctx, asked.terms);
    const outcome = { ...threads, articles, ...names, recommended, helpPages };
    await this.count(ctx, isNarrowed ? [] : parsed.terms, outcome);
    return outcome;
  }

  private async foundThreads(
    ctx: RequestContext,
    parsed: ParsedQuery,
    { filter, order, page }: SearchRequest,
    known: readonly KnownBoard[],
  ): Promise<FoundThreads> {
    const readable = known.filter((board) => board.readable);
    const narrowed = await this.engineFilter(ctx, parsed, filter, readable);
    if (!narrowed) return NOTHING;
    const found = await this.engine.search(ctx, {
      terms: parsed.terms,
      filter: narrowed,
      readableBoardIds: readable.map(({ board }) => board.id),
      now: this.clock.now(),
      newestFirst: order === 'newest',
      offset: (page - 1) * SEARCH_LIMITS.pageSize,
      limit: SEARCH_LIMITS.pageSize,
    });
    return this.outcome(ctx, parsed, found, readable);
  }

  private async foundArticles(
    ctx: RequestContext,
    parsed: ParsedQuery,
    filter: SearchFilter,
  ): Promise<FoundArticle[]> {
    const { terms, lang } = parsed;
    if (isNarrowedToThreads(parsed, filter) || terms.length === 0) return [];
    if (!this.features.isOn('blog')) return [];
    const hits = await this.articleDocuments.best(ctx, terms, {
      lang: lang ?? filter.lang ?? undefined,
      first: SEARCH_LIMITS.articlesMax,
    });
    if (hits.length === 0) return [];
    const articles = await this.articles.findInForceByIds(
      ctx,
      hits.map(({ articleId }) => articleId),
    );
    return hits.flatMap(({ articleId, title, excerpt: text }) => {
      const article = articles.find(({ id }) => id === articleId);
      return article ? [{ article, titleHtml: markedHtml(title), excerptHtml: markedHtml(text) }] : [];
    });
  }

  private async foundHelpPages(ctx: RequestContext, terms: readonly SearchTerm[]): Promise<HelpPage[]> {
    if (!this.advice.hasHelpPages || terms.length === 0) return [];
    return this.helpPages.best(ctx, terms, HELP_PAGE_LIMITS.found);
  }

  /** Names have no language; slips are forgiven where the threads do not have the words either. */
  private async foundNames(
    ctx: RequestContext,
    parsed: ParsedQuery,
    filter: SearchFilter,
    known: readonly KnownBoard[],
    { total, loosened, correctedQuery }: FoundThreads,
  ): Promise<FoundNames> {
    if (isNarrowedToThreads(parsed, filter) || isNarrowedToLanguage(parsed, filter)) return NO_NAMES;
    const mayBeMisspelt = total === 0 || loosened || correctedQuery !== null;
    return this.names.execute(ctx, { terms: parsed.terms, known, mayBeMisspelt });
  }

  /** @returns null when a named board is none the viewer could know of: nothing can be found */
  private async engineFilter(
    ctx: RequestContext,
    parsed: ParsedQuery,
    filter: SearchFilter,
    readable: readonly KnownBoard[],
  ): Promise<EngineFilter | null> {
    const chosen = readable
      .filter(({ board }) => !filter.boardId || board.publicId === filter.boardId)
      .filter((known) => parsed.board === undefined || isNamed(known, parsed.board));
    const chosenIds = new Set(chosen.map(({ board }) => board.id));
    const boardIds = readable
      .map(({ board }) => board)
      .filter(({ id, parentId }) => chosenIds.has(id) || (parentId !== null && chosenIds.has(parentId)))
      .map(({ id }) => id);
    if (boardIds.length === 0) return null;
    const nickname = parsed.author ?? (filter.author?.trim() || null);
    const period = parsed.since ?? filter.since;
    const state = parsed.state ?? filter.state ?? 'any';
    return {
      boardIds,
      authorId: nickname === null ? undefined : ((await this.members.named(ctx, nickname)) ?? NOBODY),
      tag: parsed.tag ?? filter.tag?.toLowerCase(),
      lang: parsed.lang ?? filter.lang ?? undefined,
      threadKind: filter.kind ?? undefined,
      threadState: state === 'any' ? undefined : state,
      since: period ? new Date(this.clock.now().getTime() - DAYS[period] * MILLISECONDS_PER_DAY) : undefined,
    };
  }

  private async outcome(
    ctx: RequestContext,
    parsed: ParsedQuery,
    found: EngineResult,
    readable: readonly KnownBoard[],
  ): Promise<FoundThreads> {
    const { shown, refused } = await this.recheck(ctx, found.hits);
    const refusedIn = (boardId: string) => refused.filter((hit) => hit.boardId === boardId).length;
    const total = found.total - refused.length;
    return {
      hits: shown,
      total,
      pageCount: Math.max(1, Math.ceil(found.total / SEARCH_LIMITS.pageSize)),
      loosened: found.loosened,
      correctedQuery: correctQuery(parsed, found.corrections),
      boards: found.boards.flatMap(({ boardId, count }) => {
        const board = readable.find((known) => known.board.id === boardId);
        const left = count - refusedIn(boardId);
        return board && left > 0 ? [{ board, count: left }] : [];
      }),
    };
  }

  /** Reads every hit again in the viewer's own scope: two statements, whatever the engine says. */
  private async recheck(
    ctx: RequestContext,
    hits: readonly EngineHit[],
  ): Promise<{ shown: FoundThread[]; refused: EngineHit[] }> {
    if (hits.length === 0) return { shown: [], refused: [] };
    const [threads, posts] = await Promise.all([
      this.threads.loadMany(
        ctx,
        hits.map(({ threadId }) => threadId),
      ),
      this.posts.findReadableByIds(
        ctx,
        hits.map(({ postId }) => postId),
      ),
    ]);
    const postById = new Map(posts.map((post) => [post.id, post]));
    const shown: FoundThread[] = [];
    const refused: EngineHit[] = [];
    hits.forEach((hit, index) => {
      const thread = threads[index];
      const post = postById.get(hit.postId);
      if (thread && post?.threadId === thread.id && this.documents.isFindable(thread, post))
        shown.push(this.show(hit, thread, post));
      else refused.push(hit);
    });
    return { shown, refused };
  }

  /** What the engine marked is shown only while it is still what the forum says; otherwise the text of now, unmarked. */
  private show(hit: EngineHit, thread: Thread, post: Post): FoundThread {
    const titleIsCurrent = hit.threadDigest === this.documents.threadDigest(thread);
    const bodyIsCurrent = hit.postDigest === this.documents.postDigest(post);
    return {
      thread,
      post,
      titleHtml: markedHtml(titleIsCurrent ? hit.title : thread.title),
      excerptHtml: markedHtml(
        bodyIsCurrent ? hit.excerpt : excerpt(plainTextOfHtml(post.bodyHtml), EXCERPT_LENGTH),
      ),
    };
  }

  /**
   * Counts a search once, on its first page, without anybody's name.
   * @param logged terms that staff may hear of, where enough people search for them; none of a search that was narrowed
   */
  private async count(
    ctx: RequestContext,
    logged: readonly SearchTerm[],
    { total, articles, namedBoards, namedMembers, recommended, helpPages, loosened }: SearchOutcome,
  ): Promise<void> {
    const named = namedBoards.length + namedMembers.length;
    const beside = articles.length + named + helpPages.length + (recommended ? 1 : 0);
    await this.usage.count(ctx, total + beside > 0 ? 'search-with-result' : 'search-without-result');
    if (logged.length > 0) await this.log.execute(ctx, logged, beside > 0 || (total > 0 && !loosened));
  }
}

/** What a search finds in the forum's threads. */
type FoundThreads = Omit<SearchOutcome, 'articles' | 'recommended' | 'helpPages' | keyof FoundNames>;

const NOTHING: SearchOutcome = {
  ...NO_NAMES,
  recommended: null,
  articles: [],
  helpPages: [],
  hits: [],
  total: 0,
  pageCount: 1,
  loosened: false,
  correctedQuery: null,
  boards: [],
};

function asksNothing({ terms, board, tag, author, state, lang, since }: ParsedQuery): boolean {
  return (
    terms.length === 0 && [board, tag, author, state, lang, since].every((operator) => operator === undefined)
  );
}

/** Boards, members and articles stand in no board, have no state, no age and no author's nickname to be asked for. */
function isNarrowedToThreads(
  { board, author, state, tag, since }: ParsedQuery,
  filter: SearchFilter,
): boolean {
  const chosen = [filter.boardId, filter.kind, filter.tag, filter.author?.trim(), filter.since];
  const asked = [board, author, state, tag, since, ...chosen];
  return asked.some(Boolean) || (filter.state ?? 'any') !== 'any';
}

const isNarrowedToLanguage = ({ lang }: ParsedQuery, filter: SearchFilter): boolean =>
  Boolean(lang ?? filter.lang);

/** Slug, id or name in either language, whatever the case. */
function isNamed({ board }: KnownBoard, name: string): boolean {
  const wanted = name.toLowerCase();
  return (
    board.publicId === name ||
    [board.slug, board.nameDe, board.nameEn].some((known) => known.toLowerCase() === wanted)
  );
}
