import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { RequestContext } from '../context/request-context.js';
import type { CommitPart } from '../database/commit-statement.js';
import { AppDatabase } from '../database/database.js';

/** What is counted from the first release on, because history cannot be recovered. */
export const USAGE_EVENTS = [
  'search-with-result',
  'search-without-result',
  'result-opened',
  /** Somebody was about to ask, and found the answer among what is there. */
  'solved-by-search',
  'question-begun',
  'question-posted',
  'answer-posted',
  'question-solved',
  'post-helped',
] as const;
export type UsageEvent = (typeof USAGE_EVENTS)[number];

/** So many of an event on a day, `2026-11-22` in UTC. */
interface Counted {
  readonly day: string;
  readonly event: UsageEvent;
  readonly times: number;
}

const COUNTS: CommitPart<Counted> = {
  sql: (counts) =>
    `INSERT INTO platform.usage_day (day, event, count)
     SELECT day, event, sum(times) FROM json_to_recordset(${counts}) AS (day date, event text, times int)
     GROUP BY day, event
     ON CONFLICT (day, event) DO UPDATE SET count = usage_day.count + excluded.count RETURNING 1`,
  parameterOf: (counts) => JSON.stringify(counts),
};

/** Anonymous counters, one row per day and event: no person, no cookie, no time of day. */
@Injectable()
export class UsageCounter {
  constructor(
    private readonly database: AppDatabase,
    private readonly clock: Clock,
  ) {}

  /** With the commit of the write, if there is one. */
  count(ctx: RequestContext, event: UsageEvent, times = 1): Promise<void> {
    const day = this.clock.now().toISOString().slice(0, 10);
    return this.database.withCommit(ctx, COUNTS, [{ day, event, times }]);
  }
}
