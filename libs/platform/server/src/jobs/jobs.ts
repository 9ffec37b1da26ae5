import { Injectable } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { AppDatabase } from '../database/database.js';
import type { RequestContext } from '../context/request-context.js';

/** One job to be added. */
export interface NewJob {
  /** Task name, as its handler is registered. */
  readonly task: string;
  /** Ids only, never content: a job row outlives its transaction. */
  readonly payload: Record<string, unknown>;
  /** Not before this instant; at once when absent. */
  readonly runAt?: Date;
  /** A later job with the same key replaces an earlier one that has not begun. */
  readonly jobKey?: string;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** Tries before the job counts as failed; 12 when absent. */
  readonly maxAttempts?: number;
}

const ADD_JOBS = (schema: string) => `
  SELECT count(${schema}.add_job(
    job.task, job.payload, queue_name => job.queue, run_at => job.run_at,
    max_attempts => coalesce(job.max_attempts, 12), job_key => job.job_key))
  FROM json_to_recordset($1::json)
    AS job(task text, payload json, queue text, run_at timestamptz, max_attempts int, job_key text)`;

/** Adds jobs inside the transaction of the write they follow: graphile-worker's table is the outbox. */
export abstract class JobQueue {
  protected constructor(
    private readonly database: Database,
    /** PostgreSQL schema of this worker. */
    readonly schema: string,
  ) {}

  /** Adds jobs in one statement. */
  async add(tx: RequestContext, ...jobs: NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ runAt, jobKey, maxAttempts, ...rest }) => ({
      ...rest,
      run_at: runAt?.toISOString(),
      job_key: jobKey,
      max_attempts: maxAttempts,
    }));
    await this.database.query(tx, ADD_JOBS(this.schema), [JSON.stringify(rows)]);
  }
}

/** Jobs of all domains but identity. */
@Injectable()
export class AppJobs extends JobQueue {
  constructor(database: AppDatabase) {
    super(database, 'jobs_app');
  }
}
