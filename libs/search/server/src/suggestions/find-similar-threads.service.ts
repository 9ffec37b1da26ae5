import { Injectable } from '@nestjs/common';
import { BoardRepository, ThreadLoader, type Thread } from '@kundig/forum/server';
import { Clock, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { SearchEngine } from '../engine/search-engine.js';
import { DocumentFactory } from '../index/document-factory.js';
import { parseQuery } from '../query/parse-query.js';
import { ExpandTerms } from '../synonyms/expand-terms.js';
import { SUGGESTION_LIMITS } from './suggestion.js';

/**
 * Threads in which others may have asked what somebody is about to ask, whole sentences or not. Ranked as in searches, and read in
 * the viewer's scope. Counted as no search, and against the limit of what is suggested while somebody types.
 */
@Injectable()
export class FindSimilarThreads {
  constructor(
    private readonly engine: SearchEngine,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadLoader,
    private readonly documents: DocumentFactory,
    private readonly expand: ExpandTerms,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * @param title of the question that is being written; operators in it count for nothing
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, title: string): Promise<Thread[]> {
    const { terms } = parseQuery(title);
    if (terms.length === 0) return [];
    await this.limits.consume(ctx, 'suggest');
    const readable = (await this.boards.known(ctx)).filter((board) => board.readable);
    const boardIds = readable.map(({ board }) => board.id);
    if (boardIds.length === 0) return [];
    const { hits } = await this.engine.search(ctx, {
      terms: await this.expand.execute(ctx, terms),
      ...{ filter: { boardIds }, readableBoardIds: boardIds, now: this.clock.now() },
      ...{ offset: 0, limit: SUGGESTION_LIMITS.similar },
    });
    const threads = await this.threads.loadMany(
      ctx,
      hits.map(({ threadId }) => threadId),
    );
    return threads.flatMap((thread) => (thread && this.documents.isListed(thread) ? [thread] : []));
  }
}
