import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { EngineFilter, EngineQuery, EngineResult, EngineTyping } from '../engine/search-engine.js';
import { MARK_END, MARK_START } from '../query/marked-text.js';
import type { SearchTerm } from '../query/parse-query.js';
import { Circuit } from './circuit.js';
import { MeilisearchServer, type PageParameters } from './meilisearch-server.js';
import { MirrorRepository } from './mirror.repository.js';

/** While a change waits for longer to be sent, PostgreSQL answers, which knows of it. */
const STALE_AFTER_SECONDS = 5;
/** Words of an excerpt. */
const EXCERPT_WORDS = 32;

/** Asks Meilisearch for posts that hold all words. Every answer is null where it cannot tell, or found nothing. */
@Injectable()
export class MeilisearchSearch {
  constructor(
    private readonly server: MeilisearchServer,
    private readonly mirrors: MirrorRepository,
    private readonly circuit: Circuit,
  ) {}

  async search(
    ctx: RequestContext,
    { terms, filter, newestFirst, offset, limit }: EngineQuery,
  ): Promise<Omit<EngineResult, 'corrections'> | null> {
    // The order by time puts a thread where its newest post is found, which is not the post that stands for it here.
    if (newestFirst || filter.since) return null;
    const found = await this.ask(ctx, terms, {
      filter: filterOf(filter),
      sort: terms.length === 0 ? ['createdAt:desc'] : undefined,
      page: Math.floor(offset / limit) + 1,
      hitsPerPage: limit,
      facets: ['boardId'],
      attributesToRetrieve: ['postId', 'threadId', 'boardId', 'postDigest', 'threadDigest'],
      attributesToHighlight: ['title', 'body'],
      attributesToCrop: ['body'],
      cropLength: EXCERPT_WORDS,
      highlightPreTag: MARK_START,
      highlightPostTag: MARK_END,
      showRankingScore: true,
    });
    if (!found?.totalHits) return null;
    return {
      hits: found.hits.map(({ _formatted, _rankingScore, ...hit }) => ({
        ...hit,
        score: _rankingScore ?? 0,
        title: _formatted?.title ?? '',
        excerpt: _formatted?.body ?? '',
      })),
      total: found.totalHits,
      boards: Object.entries(found.facetDistribution?.boardId ?? {})
        .map(([boardId, count]) => ({ boardId, count }))
        .sort((one, other) => other.count - one.count),
      loosened: false,
    };
  }

  /** @returns keys of threads */
  async suggest(ctx: RequestContext, { terms, boardIds, limit }: EngineTyping): Promise<string[] | null> {
    const found = await this.ask(ctx, terms, {
      filter: filterOf({ boardIds }),
      page: 1,
      hitsPerPage: limit,
      attributesToRetrieve: ['threadId'],
    });
    return found?.hits.length ? found.hits.map(({ threadId }) => threadId) : null;
  }

  private async ask(ctx: RequestContext, terms: readonly SearchTerm[], parameters: PageParameters) {
    if (!this.server.isConfigured) return null;
    // Which words mean the same is said per query, not in the settings of an index: PostgreSQL knows it.
    if (terms.some(({ alternatives = [] }) => alternatives.length > 0)) return null;
    const indexUid = await this.mirrors.current(ctx, STALE_AFTER_SECONDS);
    if (indexUid === null) return null;
    return this.circuit.ask(async () => {
      await this.server.proveKey();
      return this.server.search(indexUid, queryOf(terms), { ...parameters, matchingStrategy: 'all' });
    });
  }
}

/** A hyphen in front would exclude the word; nobody asked for that. */
const queryOf = (terms: readonly SearchTerm[]): string =>
  terms
    .map(({ text, isPhrase }) =>
      isPhrase ? `"${text.replaceAll('"', ' ')}"` : text.replace(/^-+/, '').replaceAll('"', ' '),
    )
    .join(' ');

/** Each condition is an expression of its own, which the server reads apart from the others: no value reaches out of it. */
function filterOf({ boardIds, authorId, tag, lang, threadKind, threadState }: EngineFilter): string[] {
  const state = threadState === 'open' ? ['open', 'unanswered'] : threadState && [threadState];
  return [
    `boardId IN [${boardIds.map(quoted).join(', ')}]`,
    ...(authorId === undefined ? [] : [`authorId = ${quoted(authorId)}`]),
    ...(tag === undefined ? [] : [`tags = ${quoted(tag)}`]),
    ...(lang === undefined ? [] : [`lang = ${quoted(lang)}`]),
    ...(threadKind === undefined ? [] : [`threadKind = ${quoted(threadKind)}`]),
    ...(state === undefined ? [] : [`threadState IN [${state.map(quoted).join(', ')}]`]),
  ];
}

/** A value of the filter language; a backslash in it could only end the quotation, and no tag holds one. */
const quoted = (value: string): string => `"${value.replaceAll('\\', ' ').replaceAll('"', '\\"')}"`;
