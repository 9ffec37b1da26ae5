import { Injectable } from '@nestjs/common';
import { AppDatabase, Clock, JobHandler, type RequestContext } from '@kundig/platform/server';
import { QueryLogRepository } from './query-log.repository.js';

/** At night, when the day is over by which visitors were told apart. */
@Injectable()
export class ForgetSearches {
  constructor(
    private readonly log: QueryLogRepository,
    private readonly database: AppDatabase,
    private readonly clock: Clock,
  ) {}

  @JobHandler({ task: 'search.forget-searches', cron: '13 0 * * *' })
  async run(ctx: RequestContext): Promise<void> {
    const today = this.clock.now().toISOString().slice(0, 10);
    await this.database.transaction(ctx, (tx) => this.log.forget(tx, today));
  }
}
