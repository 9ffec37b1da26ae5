import { Injectable } from '@nestjs/common';
import { UsageCounter, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { parseQuery } from '../query/parse-query.js';
import { KeptWords } from './kept-words.js';
import { QueryLogRepository } from './query-log.repository.js';
import { VisitorMarks } from './visitor-marks.js';

/** Notes that somebody has opened a result: their search was not in vain. */
@Injectable()
export class LogOpening {
  constructor(
    private readonly words: KeptWords,
    private readonly visitors: VisitorMarks,
    private readonly log: QueryLogRepository,
    private readonly usage: UsageCounter,
    private readonly limits: WriteLimits,
  ) {}

  /**
   * Changes nothing where the same visitor has not searched for this today: what is made up counts for nobody's search.
   * @param query as it was typed
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, query: string): Promise<void> {
    const { terms } = parseQuery(query);
    if (terms.length === 0) return;
    await this.limits.consume(ctx, 'search');
    await this.usage.count(ctx, 'result-opened');
    const words = this.words.of(ctx, terms);
    const visitor = words && (await this.visitors.of(ctx));
    if (visitor) await this.log.noteOpened(ctx, { words, ...visitor });
  }
}
