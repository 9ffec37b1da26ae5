import { Injectable } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { AppDatabase } from '../database/database.js';
import type { CommitPart } from '../database/commit-statement.js';
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

/** A job as graphile-worker takes it. */
const specOf = ({ task, payload, runAt, jobKey, queue, maxAttempts }: NewJob) => ({
  identifier: task,
  payload,
  queue_name: queue,
  run_at: runAt?.toISOString(),
  max_attempts: maxAttempts ?? 12,
  job_key: jobKey,
});

/** @returns the last job of each key, which replaces those before it, and all without one */
const withoutReplaced = (jobs: readonly NewJob[]): NewJob[] => [
  ...new Map(jobs.map((job, index) => [job.jobKey ?? index, job])).values(),
];

/** Adds jobs with the commit of the write they follow: graphile-worker's table is the outbox. */
export abstract class JobQueue {
  private readonly additions: CommitPart<NewJob>;

  protected constructor(
    private readonly database: Database,
    /** PostgreSQL schema of this worker. */
    readonly schema: string,
  ) {
    this.additions = {
      sql: (jobs) =>
        `SELECT id FROM ${schema}.add_jobs(ARRAY(
           SELECT spec FROM json_populate_recordset(NULL::${schema}.job_spec, ${jobs}) AS spec))`,
      parameterOf: (jobs) => JSON.stringify(withoutReplaced(jobs).map(specOf)),
    };
  }

  /** Nothing is added if the transaction rolls back. */
  add(tx: RequestContext, ...jobs: NewJob[]): Promise<void> {
    return this.database.withCommit(tx, this.additions, jobs);
  }
}

/** Jobs of all domains but identity. */
@Injectable()
export class AppJobs extends JobQueue {
  constructor(database: AppDatabase) {
    super(database, 'jobs_app');
  }
}
