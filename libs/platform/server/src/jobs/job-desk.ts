import { Injectable } from '@nestjs/common';
import { toQuarterHour } from '../clock/clock.js';
import { RequestContext } from '../context/request-context.js';
import { AppDatabase, IdentityDatabase, type Database } from '../database/database.js';
import { causeOf, type JobCause } from './job-cause.js';
import type { WorkerSide } from './job-handler.js';

/** How many of the app's jobs of one task there are, by what they wait for. */
export interface TaskState {
  readonly task: string;
  /** Due, and not begun. */
  readonly waiting: number;
  readonly running: number;
  /** For later: delayed, or to be tried again. */
  readonly scheduled: number;
  /** Given up after the last try. */
  readonly failed: number;
}

/** Jobs that were given up: one of the app's, or all of one task of identity's, however many these are. */
export interface FailedJobs {
  readonly ref: string;
  readonly side: WorkerSide;
  readonly task: string;
  readonly cause: JobCause;
  /** Of the last try, rounded down to the quarter of an hour: it must not tell when a persona wrote. */
  readonly at: Date;
}

/** Whether somebody works on the jobs of a side. */
export interface WorkerHealth {
  readonly side: WorkerSide;
  /** Workers that gave a sign of life within the last 45 seconds. */
  readonly alive: number;
  /** The last sign; null where none is known. */
  readonly seenAt: Date | null;
}

/** When a task of the timetable last ran. */
export interface CronRun {
  readonly task: string;
  readonly at: Date;
}

const SIDES: readonly WorkerSide[] = ['app', 'identity'];
const SILENT_AFTER_SECONDS = 45;

/** SQL: a job was given up. */
const GIVEN_UP = 'attempts >= max_attempts AND locked_at IS NULL';

const STATES = `
  SELECT task_identifier AS task, count(*) FILTER (WHERE ${GIVEN_UP})::int AS failed,
         count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
         count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= now())::int AS waiting,
         count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at > now())::int AS scheduled
  FROM jobs_app.jobs GROUP BY task_identifier ORDER BY task_identifier`;

const FAILED_ONE_BY_ONE = `
  SELECT 'app:' || id AS ref, task_identifier AS task, last_error AS error, updated_at AS at
  FROM jobs_app.jobs WHERE ${GIVEN_UP} ORDER BY updated_at DESC, id DESC LIMIT $1`;

const FAILED_BY_TASK = `
  SELECT 'identity:' || task_identifier AS ref, task_identifier AS task,
         (array_agg(last_error ORDER BY updated_at DESC, id DESC))[1] AS error, max(updated_at) AS at
  FROM jobs_identity.jobs WHERE ${GIVEN_UP} GROUP BY task_identifier ORDER BY max(updated_at) DESC, task_identifier LIMIT $1`;

/**
 * Jobs as an operator may see them: task names, and numbers of the app's. Payloads hold ids that could tie a persona to an
 * account, and messages of errors may hold anything; neither leaves this class. Nor does how many jobs of identity there
 * are: whoever answers a persona's thread, names a member there and counts the mails learns whether both are one person.
 * Who may look is settled by the caller.
 */
@Injectable()
export class JobDesk {
  constructor(
    private readonly app: AppDatabase,
    private readonly identity: IdentityDatabase,
  ) {}

  /** One statement. */
  tasks(): Promise<TaskState[]> {
    return this.query<TaskState>('app', STATES);
  }

  /** The latest first, at most `limit` a side; one statement a side. */
  async failed(limit: number): Promise<FailedJobs[]> {
    type Row = Pick<FailedJobs, 'ref' | 'task' | 'at'> & { readonly error: string | null };
    const sides = await Promise.all(
      SIDES.map(async (side) => {
        const rows = await this.query<Row>(side, side === 'app' ? FAILED_ONE_BY_ONE : FAILED_BY_TASK, [
          limit,
        ]);
        return rows.map(({ error, at, ...job }) => ({
          ...job,
          side,
          cause: causeOf(error),
          at: toQuarterHour(at),
        }));
      }),
    );
    return sides.flat().sort((one, other) => other.at.getTime() - one.at.getTime());
  }

  /** One statement a side. */
  async workers(): Promise<WorkerHealth[]> {
    return Promise.all(
      SIDES.map(async (side) => {
        const [row] = await this.query<Omit<WorkerHealth, 'side'>>(
          side,
          `SELECT count(*) FILTER (WHERE seen_at > now() - make_interval(secs => $1))::int AS alive, max(seen_at) AS "seenAt"
           FROM jobs_${side}.heartbeat`,
          [SILENT_AFTER_SECONDS],
        );
        return { side, ...row! };
      }),
    );
  }

  /** When tasks of the timetable last ran; one statement a side. */
  async cronRuns(): Promise<CronRun[]> {
    const sides = await Promise.all(
      SIDES.map((side) =>
        this.query<CronRun>(
          side,
          `SELECT identifier AS task, last_execution AS at FROM jobs_${side}._private_known_crontabs
           WHERE last_execution IS NOT NULL`,
        ),
      ),
    );
    return sides.flat();
  }

  /**
   * Lets given-up jobs be tried again from the beginning.
   * @param ref as `FailedJobs` has it
   * @returns their task; null where nothing that was given up is there any more
   */
  retry(ctx: RequestContext, ref: string): Promise<string | null> {
    return this.change(ctx, ref, (schema) => `${schema}.reschedule_jobs($1::bigint[], now(), NULL, 0)`);
  }

  /** Removes given-up jobs; what they were to do stays undone. @returns as `retry` */
  abandon(ctx: RequestContext, ref: string): Promise<string | null> {
    return this.change(ctx, ref, (schema) => `${schema}.complete_jobs($1::bigint[])`);
  }

  /** Of parallel changes the second waits for the first and finds nothing left that was given up. */
  private change(ctx: RequestContext, ref: string, act: (schema: string) => string): Promise<string | null> {
    const [side, what] = [
      ref.startsWith('app:') ? 'app' : 'identity',
      ref.slice(ref.indexOf(':') + 1),
    ] as const;
    const [database, schema] = [this.databaseOf(side), `jobs_${side}`];
    const chosen = side === 'app' ? 'job.id = $1::bigint' : 'task.identifier = $1';
    return database.transaction(ctx, async (tx) => {
      const rows = await database.query<{ id: string; task: string }>(
        tx,
        `SELECT job.id, task.identifier AS task FROM ${schema}._private_jobs job JOIN ${schema}._private_tasks task ON task.id = job.task_id
         WHERE ${GIVEN_UP} AND ${chosen} ORDER BY job.id FOR UPDATE OF job`,
        [what],
      );
      if (rows.length > 0) await database.query(tx, `SELECT ${act(schema)}`, [rows.map(({ id }) => id)]);
      return rows[0]?.task ?? null;
    });
  }

  private query<Row>(side: WorkerSide, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.databaseOf(side).query<Row>(RequestContext.system(), sql, parameters);
  }

  private databaseOf(side: WorkerSide): Database {
    return side === 'app' ? this.app : this.identity;
  }
}
