import { Injectable } from '@nestjs/common';
import { BoardRepository, ThreadLoader } from '@kundig/forum/server';
import { Clock, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { SearchEngine } from '../engine/search-engine.js';
import { DocumentFactory } from '../index/document-factory.js';
import { MissedSearchRepository } from '../missed/missed-search.repository.js';
import { parseQuery, type SearchTerm } from '../query/parse-query.js';
import { searchPolicy } from '../search.policy.js';
import { ExpandTerms } from './expand-terms.js';
import { SYNONYM_LIMITS } from './synonym.limits.js';
import { WrittenSynonyms } from './written-synonyms.js';

/** What a search finds: how many threads, and the titles of the best. */
export interface Finding {
  readonly total: number;
  readonly titles: readonly string[];
}

/** A search that would find something else. */
export interface SynonymEffect {
  readonly words: string;
  readonly before: Finding;
  readonly after: Finding;
}

/** Says what a group would change of the searches that were last made in vain, before it is saved. */
@Injectable()
export class PreviewSynonyms {
  constructor(
    private readonly searches: MissedSearchRepository,
    private readonly written: WrittenSynonyms,
    private readonly expand: ExpandTerms,
    private readonly engine: SearchEngine,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadLoader,
    private readonly documents: DocumentFactory,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Finds only what the actor may read, and counts as no search of anybody's.
   * @param text a word on each line, or between commas
   * @throws NotFound not the actor's to see
   * @throws InvalidInput on `words`
   * @throws TooManyRequests
   */
  async execute(
    ctx: RequestContext,
    { text, oneWay, groupId }: { text: string; oneWay: boolean; groupId: string | null },
  ): Promise<SynonymEffect[]> {
    searchPolicy.mayImprove(ctx.actor).orThrow();
    await this.limits.consume(ctx, 'search');
    const draft = { words: await this.written.read(ctx, text), oneWay, id: groupId };
    const searches = await this.searches.newest(ctx, SYNONYM_LIMITS.previewedMax);
    const asked = searches.map(({ words }) => parseQuery(words).terms);
    const now = await this.expand.executeAll(ctx, asked);
    const then = await this.expand.executeAll(ctx, asked, draft);
    const effects: SynonymEffect[] = [];
    for (const [index, { words }] of searches.entries()) {
      if (JSON.stringify(now[index]) === JSON.stringify(then[index])) continue;
      const [before, after] = [await this.find(ctx, now[index]!), await this.find(ctx, then[index]!)];
      effects.push({ words, before, after });
      if (effects.length === SYNONYM_LIMITS.effectsMax) break;
    }
    return effects;
  }

  private async find(ctx: RequestContext, terms: readonly SearchTerm[]): Promise<Finding> {
    const known = await this.boards.known(ctx);
    const boardIds = known.filter(({ readable }) => readable).map(({ board }) => board.id);
    if (boardIds.length === 0) return { total: 0, titles: [] };
    const { hits, total } = await this.engine.search(ctx, {
      ...{ terms, filter: { boardIds }, readableBoardIds: boardIds, now: this.clock.now() },
      ...{ offset: 0, limit: SYNONYM_LIMITS.titlesMax },
    });
    const threads = await this.threads.loadMany(
      ctx,
      hits.map(({ threadId }) => threadId),
    );
    const shown = threads.flatMap((thread) =>
      thread && this.documents.isListed(thread) ? [thread.title] : [],
    );
    return { total: total - (hits.length - shown.length), titles: shown };
  }
}
