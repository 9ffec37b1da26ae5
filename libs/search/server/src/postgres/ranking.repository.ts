import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { EngineHit, EngineQuery } from '../engine/search-engine.js';
import { withEllipsis } from '../query/marked-text.js';
import { SEARCH_LIMITS } from '../search.limits.js';
import { rankingSql, TERM_PARAMETERS } from './ranking-sql.js';
import { toShown } from './stored-text.js';
import type { ExpandedTerm } from './word.repository.js';

/** One page of threads by their best post. */
export interface RankedPage {
  /** Whether a post holds every term that tells something. */
  readonly holdsAll: boolean;
  readonly total: number;
  readonly boards: { readonly boardId: string; readonly count: number }[];
  readonly hits: EngineHit[];
}

/** The same as it is read, each hit with the end of its text. */
interface StoredPage extends RankedPage {
  readonly hits: (EngineHit & {
    readonly place: number;
    readonly beginning: string;
    readonly ending: string;
  })[];
}

/** What is asked of the engine, its terms with everything they are searched by. */
export interface Ranking extends Omit<EngineQuery, 'terms'> {
  /** Each of them can be found in some way. Without any, every post is found. */
  readonly terms: readonly ExpandedTerm[];
}

/** Finds documents and puts them in order. */
@Injectable()
export class RankingRepository {
  constructor(private readonly database: AppDatabase) {}

  async page(
    ctx: RequestContext,
    { terms, filter, readableBoardIds, now, newestFirst = false, offset, limit }: Ranking,
  ): Promise<RankedPage> {
    const { telling, ranked } = chosen(terms);
    const [page] = await this.database.query<StoredPage>(
      ctx,
      rankingSql(ranked.length, telling.length, newestFirst),
      [
        joined(telling, ' & '),
        joined(rarest(telling), ' | '),
        filter.boardIds,
        filter.authorId ?? null,
        filter.tag ?? null,
        filter.lang ?? null,
        filter.threadKind ?? null,
        filter.threadState === 'open' ? ['open', 'unanswered'] : filter.threadState && [filter.threadState],
        now,
        offset,
        limit,
        readableBoardIds,
        joined(terms, ' | '),
        filter.since ?? null,
        ...ranked.flatMap((term) => {
          const isSelfCounted = term.ownPosts > 1 || term.near === '';
          const values = { ...term, posts: isSelfCounted ? term.ownPosts : term.nearPosts };
          return TERM_PARAMETERS.map((name) => values[name]);
        }),
      ],
    );
    const hits = page!.hits.map(({ place: _place, beginning, ending, ...hit }) => ({
      ...hit,
      title: toShown(hit.title),
      excerpt: withEllipsis(toShown(hit.excerpt), { beginning: toShown(beginning), ending: toShown(ending) }),
    }));
    return { ...page!, hits };
  }
}

/**
 * The terms by which posts are found and ranked, each once however often it was typed; of more than can be ranked by, the rarest.
 * Words that stand in every text say nothing of where to look: they are ranked by as far as there is room, and found by
 * only where nothing else was asked.
 */
function chosen(terms: readonly ExpandedTerm[]): {
  readonly telling: readonly ExpandedTerm[];
  /** The telling ones first. */
  readonly ranked: readonly ExpandedTerm[];
} {
  const distinct = byRarity([...new Map(terms.map((term) => [`${term.own} ${term.near}`, term])).values()]);
  const some = distinct.filter(({ matters }) => matters).slice(0, SEARCH_LIMITS.rankedTermsMax);
  if (some.length === 0) {
    const all = distinct.slice(0, SEARCH_LIMITS.rankedTermsMax);
    return { telling: all, ranked: all };
  }
  const others = distinct.filter(({ matters }) => !matters);
  return { telling: some, ranked: [...some, ...others].slice(0, SEARCH_LIMITS.rankedTermsMax) };
}

/**
 * Of these the rarest, as many as stand in few enough posts that all of these can be ranked. A post that holds none of them has
 * little to gain from the others (MaxScore).
 */
function rarest(terms: readonly ExpandedTerm[]): readonly ExpandedTerm[] {
  let left = SEARCH_LIMITS.rareHitsMax;
  return byRarity(terms).filter((term) => (left -= postsWith(term)) >= 0);
}

const postsWith = ({ ownPosts, nearPosts }: ExpandedTerm): number => ownPosts + nearPosts;

const byRarity = (terms: readonly ExpandedTerm[]): ExpandedTerm[] =>
  [...terms].sort((one, other) => postsWith(one) - postsWith(other));

/** @returns text form of a `tsquery`, null without terms */
const joined = (terms: readonly ExpandedTerm[], operator: ' & ' | ' | '): string | null =>
  terms
    .map(
      ({ own, near }) =>
        `(${[own, near]
          .filter(Boolean)
          .map((query) => `(${query})`)
          .join(' | ')})`,
    )
    .join(operator) || null;
