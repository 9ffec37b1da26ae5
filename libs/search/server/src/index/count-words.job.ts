import { Injectable } from '@nestjs/common';
import { Clock, JobHandler, type RequestContext } from '@kundig/platform/server';
import { SearchEngine } from '../engine/search-engine.js';

/** Keeps the engine's knowledge of how rare words are near to what stands in the boards. */
@Injectable()
export class CountWords {
  constructor(
    private readonly engine: SearchEngine,
    private readonly clock: Clock,
  ) {}

  @JobHandler({ task: 'search.count-words', cron: '29 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    await this.engine.countWords(ctx, this.clock.now());
  }
}
