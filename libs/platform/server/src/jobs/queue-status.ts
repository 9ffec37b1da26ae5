import { Injectable } from '@nestjs/common';
import { RequestContext } from '../context/request-context.js';
import { AppDatabase, IdentityDatabase } from '../database/database.js';
import type { WorkerSide } from './job-handler.js';

/** How the jobs of one worker stand. */
export interface QueueState {
  /** Due, and not begun. */
  readonly waiting: number;
  /** Given up after their last try. */
  readonly failed: number;
  /** Seconds since the oldest waiting job was due; 0 without one. */
  readonly oldestSeconds: number;
}

/** What monitors learn of identity's queue is as coarse as the times people see of anonymous posts. */
const QUARTER_SECONDS = 15 * 60;

const STATE = (schema: string) => `
  SELECT count(*) FILTER (WHERE due)::int AS waiting, count(*) FILTER (WHERE given_up)::int AS failed,
         coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE due)), 0)::float AS "oldestSeconds"
  FROM (SELECT run_at, run_at <= now() AND locked_at IS NULL AND attempts < max_attempts AS due,
               attempts >= max_attempts AND locked_at IS NULL AS given_up
        FROM ${schema}.jobs) AS job`;

/** Tells how many jobs wait or were given up, for readiness and metrics. */
@Injectable()
export class QueueStatus {
  constructor(
    private readonly app: AppDatabase,
    private readonly identity: IdentityDatabase,
  ) {}

  async of(side: WorkerSide): Promise<QueueState> {
    const database = side === 'app' ? this.app : this.identity;
    const [state] = await database.query<QueueState>(RequestContext.system(), STATE(`jobs_${side}`));
    return state!;
  }

  /**
   * The same as monitors may know it. How many jobs of identity there are, and since when, stays here as in `JobDesk`: whoever
   * answers a persona's thread, names a member there and counts the mails learns whether both are one person. Of these jobs
   * it is 1 where there are any, those due for less than a quarter of an hour do not count, and ages are whole quarters.
   */
  async shown(side: WorkerSide): Promise<QueueState> {
    const { waiting, failed, oldestSeconds } = await this.of(side);
    if (side === 'app') return { waiting, failed, oldestSeconds };
    const quarters = Math.floor(oldestSeconds / QUARTER_SECONDS);
    return {
      waiting: Math.min(quarters, 1),
      failed: Math.min(failed, 1),
      oldestSeconds: quarters * QUARTER_SECONDS,
    };
  }
}
