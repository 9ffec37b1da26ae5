import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { RequestContext } from '../context/request-context.js';
import { AppDatabase } from '../database/database.js';

/** What is counted from the first release on, because history cannot be recovered. */
export const USAGE_EVENTS = [
  'search-with-result',
  'search-without-result',
  'result-opened',
  'question-begun',
  'question-posted',
  'answer-posted',
  'question-solved',
  'post-helped',
] as const;
export type UsageEvent = (typeof USAGE_EVENTS)[number];

/** Anonymous counters, one row per day and event: no person, no cookie, no time of day. */
@Injectable()
export class UsageCounter {
  constructor(
    private readonly database: AppDatabase,
    private readonly clock: Clock,
  ) {}

  async count(ctx: RequestContext, event: UsageEvent, times = 1): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO platform.usage_day (day, event, count) VALUES ($1::date, $2, $3)
       ON CONFLICT (day, event) DO UPDATE SET count = usage_day.count + excluded.count`,
      [this.clock.now().toISOString().slice(0, 10), event, times],
    );
  }
}
