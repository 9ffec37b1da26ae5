import { Injectable } from '@nestjs/common';
import { ArticleRepository, articlePath } from '@kundig/blog/server';
import {
  BoardObject,
  BoardRepository,
  ThreadLoader,
  threadPath,
  type KnownBoard,
  type Thread,
} from '@kundig/forum/server';
import { AnswerSources, Clock, Features, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { MemberLoader } from '@kundig/pseudonyms/server';
import { ArticleDocumentRepository } from '../articles/article-document.repository.js';
import { SearchEngine } from '../engine/search-engine.js';
import { DocumentFactory } from '../index/document-factory.js';
import { HELP_PAGE_LIMITS } from '../help-pages/help-page.limits.js';
import { HelpPageRepository } from '../help-pages/help-page.repository.js';
import { FindNames } from '../names/find-names.service.js';
import { parseQuery, type SearchTerm } from '../query/parse-query.js';
import { StaffAdvice } from '../staff-advice.js';
import { SUGGESTION_LIMITS, type Suggestion } from './suggestion.js';

export interface Typing {
  readonly query: string;
  /** Public id of the board whose threads alone are wanted. */
  readonly boardId?: string | null;
}

const suggestionOf = (thread: Thread): Suggestion => ({
  kind: 'thread',
  title: thread.title,
  path: threadPath(thread),
  lang: thread.lang,
  detail: thread.solutionExcerpt,
  solved: thread.solutionCount > 0,
});

const WORDS = /[\p{L}\p{N}]+/gu;

/** @returns the words without the last one, where that is hardly begun and follows others */
function settled<Word>(words: readonly Word[], textOf: (word: Word) => string): readonly Word[] {
  const isBegun = words.length === 1 || textOf(words.at(-1)!).length >= SUGGESTION_LIMITS.beginningMin;
  return isBegun ? words : words.slice(0, -1);
}

/**
 * Pages that begin like what somebody types, for one viewer: reviewed answers first, then threads, articles, boards,
 * members and the operator's help pages elsewhere. Every one is read in the scope of its domain, whatever the index says. Counted as no search: nobody has searched yet.
 */
@Injectable()
export class SuggestWhileTyping {
  constructor(
    private readonly engine: SearchEngine,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadLoader,
    private readonly documents: DocumentFactory,
    private readonly articles: ArticleRepository,
    private readonly articleDocuments: ArticleDocumentRepository,
    private readonly names: FindNames,
    private readonly members: MemberLoader,
    private readonly answers: AnswerSources,
    private readonly helpPages: HelpPageRepository,
    private readonly advice: StaffAdvice,
    private readonly limits: WriteLimits,
    private readonly features: Features,
    private readonly clock: Clock,
  ) {}

  /** @throws TooManyRequests */
  async execute(ctx: RequestContext, { query, boardId }: Typing): Promise<Suggestion[]> {
    const { text, terms, ...operators } = parseQuery(query);
    const words = text.match(WORDS) ?? [];
    const isNarrowed = Object.keys(operators).length > 0; // whoever writes so wants the page of results
    if (isNarrowed || terms.length === 0 || words.join('').length < SUGGESTION_LIMITS.typedMin) return [];
    await this.limits.consume(ctx, 'suggest');
    const held = settled(terms, (term) => term.text);
    const known = await this.boards.known(ctx);
    if (boardId)
      return (
        await this.foundIn(ctx, held, await this.treeOf(ctx, boardId, known), SUGGESTION_LIMITS.shown)
      ).map(suggestionOf);
    const readable = known.filter((board) => board.readable).map(({ board }) => board.id);
    const [{ answers, answeredIds }, found, articles, { boards, members }, helpPages] = await Promise.all([
      this.answersOf(ctx, settled(words, String)),
      this.foundIn(ctx, held, readable, SUGGESTION_LIMITS.shown + SUGGESTION_LIMITS.faq),
      this.articlesOf(ctx, held),
      this.namesOf(ctx, terms, known),
      this.helpPagesOf(ctx, held),
    ]);
    const threads = found.filter(({ id }) => !answeredIds.has(id)).map(suggestionOf);
    const others = answers.length + articles.length + boards.length + members.length + helpPages.length;
    if (threads.length + others === 0) return (await this.meantIn(ctx, held, readable)).map(suggestionOf);
    return [
      ...answers,
      ...threads.slice(0, SUGGESTION_LIMITS.shown - others),
      ...articles,
      ...boards,
      ...members,
      ...helpPages,
    ];
  }

  /** @returns keys of the board and its sub-boards, as far as the viewer may read them; none for an unknown board */
  private async treeOf(
    ctx: RequestContext,
    publicId: string,
    known: readonly KnownBoard[],
  ): Promise<string[]> {
    const found = known.find(({ board }) => board.publicId === publicId);
    return found ? (await this.boards.readableTree(ctx, found.board.id)).map(({ id }) => id) : [];
  }

  /** @returns answers, and keys of the threads that they were made from: these are not suggested beside them */
  private async answersOf(
    ctx: RequestContext,
    words: readonly string[],
  ): Promise<{ answers: Suggestion[]; answeredIds: ReadonlySet<string> }> {
    const found = await this.answers.matching(ctx, words, SUGGESTION_LIMITS.faq);
    const answers = found.map(({ question, path, lang, excerpt }): Suggestion => ({
      kind: 'faq',
      title: question,
      path,
      lang,
      detail: excerpt,
      solved: false,
    }));
    return { answers, answeredIds: new Set(found.map(({ threadId }) => threadId)) };
  }

  private async foundIn(
    ctx: RequestContext,
    terms: readonly SearchTerm[],
    boardIds: readonly string[],
    limit: number,
  ): Promise<Thread[]> {
    if (boardIds.length === 0) return [];
    return this.listed(ctx, await this.engine.suggest(ctx, { terms, boardIds, limit }));
  }

  /** What a search finds that takes a word for a slip; asked only where nothing else was found, as it costs a search. */
  private async meantIn(
    ctx: RequestContext,
    terms: readonly SearchTerm[],
    boardIds: readonly string[],
  ): Promise<Thread[]> {
    if (boardIds.length === 0) return [];
    const { hits, corrections, loosened } = await this.engine.search(ctx, {
      ...{ terms, filter: { boardIds }, readableBoardIds: boardIds, now: this.clock.now() },
      ...{ offset: 0, limit: SUGGESTION_LIMITS.shown },
    });
    if (corrections.size === 0 || loosened) return [];
    return this.listed(
      ctx,
      hits.map(({ threadId }) => threadId),
    );
  }

  private async listed(ctx: RequestContext, ids: readonly string[]): Promise<Thread[]> {
    const threads = await this.threads.loadMany(ctx, ids);
    return threads.flatMap((thread) => (thread && this.documents.isListed(thread) ? [thread] : []));
  }

  private async articlesOf(ctx: RequestContext, terms: readonly SearchTerm[]): Promise<Suggestion[]> {
    if (!this.features.isOn('blog')) return [];
    const ids = await this.articleDocuments.typed(ctx, terms, SUGGESTION_LIMITS.articles);
    const articles = ids.length > 0 ? await this.articles.findInForceByIds(ctx, ids) : [];
    return articles.map((article) => ({
      kind: 'article',
      title: article.title,
      path: articlePath(article),
      lang: article.lang,
      detail: article.teaser,
      solved: false,
    }));
  }

  private async helpPagesOf(ctx: RequestContext, terms: readonly SearchTerm[]): Promise<Suggestion[]> {
    if (!this.advice.hasHelpPages) return [];
    const pages = await this.helpPages.typed(ctx, terms, HELP_PAGE_LIMITS.suggested);
    return pages.map(({ address, description, ...page }) => ({
      kind: 'helpPage',
      ...page,
      path: address,
      detail: description || null,
      solved: false,
    }));
  }

  private async namesOf(
    ctx: RequestContext,
    terms: readonly SearchTerm[],
    known: readonly KnownBoard[],
  ): Promise<{ boards: Suggestion[]; members: Suggestion[] }> {
    const { namedBoards, namedMembers } = await this.names.execute(ctx, {
      terms,
      known,
      mayBeMisspelt: false,
    });
    const boards = namedBoards.slice(0, SUGGESTION_LIMITS.boards).map((named): Suggestion => {
      const { name, path, description } = BoardObject.of(named, ctx.locale);
      return { kind: 'board', title: name, path, lang: null, detail: description, solved: false };
    });
    const shown = await this.members.loadMany(ctx, namedMembers.slice(0, SUGGESTION_LIMITS.members));
    const members = shown.flatMap((member): Suggestion[] =>
      member
        ? [
            {
              kind: 'member',
              title: member.nickname,
              path: member.path,
              lang: null,
              detail: member.realName,
              solved: false,
            },
          ]
        : [],
    );
    return { boards, members };
  }
}
