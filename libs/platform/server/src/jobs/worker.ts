import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { EventEmitter } from 'node:events';
import {
  Logger as GraphileLogger,
  parseCronItems,
  run,
  runOnce,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Pool } from 'pg';
import { EVENT_HANDLER, EventBus, type EventClass, type EventHandlerOptions } from '../events/event-bus.js';
import { RequestContext } from '../context/request-context.js';
import { AppDatabase, IdentityDatabase, type Database } from '../database/database.js';
import { poolOf } from '../database/pool-of.js';
import { within } from '../process/within.js';
import { JOB_HANDLER, type JobHandlerOptions, type WorkerSide } from './job-handler.js';

type Handler = (ctx: RequestContext, payload: Record<string, unknown>) => Promise<void>;

/** Beats of a living worker process, and after how many missed ones its jobs are given to others. */
const HEARTBEAT_MS = 10_000;
const DEAD_AFTER_MS = 45_000;

/** How long a process that ends waits for the jobs it is at. */
const FINISH_WITHIN_MS = 10_000;

/** One worker of this process, and the names in which it locks jobs. */
interface Running {
  readonly runner: Runner;
  readonly schema: string;
  readonly pool: Pool;
  readonly names: ReadonlySet<string>;
}

/**
 * Finds every job and event handler of the loaded modules and runs them on graphile-worker. Every process registers the
 * followers of events (it emits them); only a process that works calls `start`.
 */
@Injectable()
export class Worker implements BeforeApplicationShutdown {
  private readonly log = new Logger(Worker.name);
  private readonly tasks: Record<WorkerSide, TaskList> = { app: {}, identity: {} };
  private readonly crons: Record<WorkerSide, { task: string; match: string }[]> = { app: [], identity: [] };
  private readonly running: Running[] = [];
  private readonly heartbeats: NodeJS.Timeout[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly events: EventBus,
    private readonly app: AppDatabase,
    private readonly identity: IdentityDatabase,
  ) {}

  /** Reads the marks of all providers; must run before the first event is emitted. */
  register(): void {
    for (const { instance, name } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const target = (instance as Record<string, Handler>)[method];
        if (typeof target !== 'function') continue;
        const run: Handler = (ctx, payload) => target.call(instance, ctx, payload);
        const followed = this.reflector.get<EventHandlerOptions | undefined>(EVENT_HANDLER, target);
        if (followed) this.follow(followed, `${followed.event.type}>${name}.${method}`, run);
        const job = this.reflector.get<(JobHandlerOptions & { side: WorkerSide }) | undefined>(
          JOB_HANDLER,
          target,
        );
        if (job) this.handle(job, run);
      }
    }
  }

  /** Begins to work on both queues. @param concurrency jobs at a time on each */
  async start(concurrency = 4): Promise<void> {
    const sides: [WorkerSide, Database][] = [
      ['app', this.app],
      ['identity', this.identity],
    ];
    for (const [side, database] of sides) this.running.push(await this.runSide(side, database, concurrency));
  }

  /** Runs the jobs that are due, on both queues, until none is left. */
  async drain(): Promise<void> {
    for (const [schema, tasks, database] of [
      ['jobs_app', this.tasks.app, this.app],
      ['jobs_identity', this.tasks.identity, this.identity],
    ] as const)
      await runOnce({
        pgPool: poolOf(database),
        schema,
        concurrency: 4,
        noHandleSignals: true,
        taskList: tasks,
        logger: quietLogger,
      });
  }

  /**
   * Takes no more jobs and finishes those at hand; one that lasts too long is given back, for others to begin anew. Comes
   * before the pools end, which wait for the connections lent to the runners. Safe to repeat.
   * @param finishWithinMs milliseconds
   */
  async stop(finishWithinMs = FINISH_WITHIN_MS): Promise<void> {
    this.heartbeats.splice(0).forEach(clearInterval);
    await Promise.all(this.running.map((side) => this.stopSide(side, finishWithinMs)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** @returns tasks that run by the clock, with the pattern of cron in UTC, by task */
  timetable(): { readonly task: string; readonly pattern: string }[] {
    return [...this.crons.app, ...this.crons.identity]
      .map(({ task, match }) => ({ task, pattern: match }))
      .sort((one, other) => one.task.localeCompare(other.task));
  }

  /** Names of all tasks, for tests and for `kundig jobs`. */
  taskNames(side: WorkerSide): string[] {
    return Object.keys(this.tasks[side]);
  }

  /** Runs one task at once in this process, for tests and commands. */
  async perform(side: WorkerSide, task: string, payload: Record<string, unknown>): Promise<void> {
    const handler = this.tasks[side][task];
    if (!handler) throw new Error(`no task ${task} on side ${side}`);
    await (handler as unknown as (payload: unknown) => Promise<void>)(payload);
  }

  private follow(
    { event, delaySeconds = 0, spreadSeconds = 0 }: EventHandlerOptions,
    task: string,
    run: Handler,
  ): void {
    this.events.register(event as EventClass, { task, delaySeconds, spreadSeconds });
    this.tasks.app[task] = (payload) => run(RequestContext.system(), payload as Record<string, unknown>);
  }

  private handle({ task, side, cron }: JobHandlerOptions & { side: WorkerSide }, run: Handler): void {
    this.tasks[side][task] = (payload) => run(RequestContext.system(), payload as Record<string, unknown>);
    // A provider that is known by two names is found twice.
    const known = this.crons[side].some((entry) => entry.task === task);
    if (cron && !known) this.crons[side].push({ task, match: cron });
  }

  private async stopSide({ runner, schema, pool, names }: Running, finishWithinMs: number): Promise<void> {
    if (
      await within(
        runner.stop().catch(() => undefined),
        finishWithinMs,
      )
    )
      return;
    this.log.warn(`jobs of ${schema} last too long to be finished; they are given back`);
    await pool.query(`SELECT ${schema}.force_unlock_workers($1)`, [[...names]]);
  }

  private async runSide(side: WorkerSide, database: Database, concurrency: number): Promise<Running> {
    const schema = side === 'app' ? 'jobs_app' : 'jobs_identity';
    const pool = poolOf(database);
    const alive = new Set<string>();
    const events: WorkerEvents = new EventEmitter();
    // Jobs are locked in the name of the pool, not of the worker within it that runs them.
    events.on('pool:create', ({ workerPool }) => alive.add(workerPool.id));
    events.on('pool:release', ({ workerPool }) => alive.delete(workerPool.id));
    events.on('job:error', ({ job, error }) =>
      this.log.warn(`${job.task_identifier} failed, will be tried again: ${String(error)}`),
    );
    const runner = await run({
      pgPool: pool,
      schema,
      concurrency,
      noHandleSignals: true,
      pollInterval: 5_000,
      taskList: this.tasks[side],
      parsedCronItems: parseCronItems(this.crons[side]),
      events,
      logger: quietLogger,
    });
    await this.keepAlive(schema, pool, alive);
    return { runner, schema, pool, names: alive };
  }

  /** Tells the others that this process lives, and frees the jobs of those that fell silent. */
  private async keepAlive(schema: string, pool: Pool, alive: ReadonlySet<string>): Promise<void> {
    const beat = async () => {
      await pool.query(
        `INSERT INTO ${schema}.heartbeat (id, seen_at) SELECT id, now() FROM unnest($1::text[]) AS id
         ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
        [[...alive]],
      );
      const { rows } = await pool.query<{ id: string }>(
        `DELETE FROM ${schema}.heartbeat WHERE seen_at < now() - make_interval(secs => $1) RETURNING id`,
        [DEAD_AFTER_MS / 1000],
      );
      if (rows.length > 0)
        await pool.query(`SELECT ${schema}.force_unlock_workers($1)`, [rows.map(({ id }) => id)]);
    };
    await beat();
    this.heartbeats.push(
      setInterval(
        () => void beat().catch((error: unknown) => this.log.warn(`heartbeat: ${String(error)}`)),
        HEARTBEAT_MS,
      ).unref(),
    );
  }
}

/** graphile-worker narrates every step; what matters is logged above, without payloads. */
const quietLogger = new GraphileLogger(() => () => undefined);
