import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { domainMigrations } from '@kundig/composition/server';
import {
  AppDatabase,
  assertSchemaVersion,
  Environment,
  IdentityDatabase,
  QueueStatus,
  RequestContext,
  within,
} from '@kundig/platform/server';

/** What was looked at, and a word for how it stands; no figures, as anybody may ask. */
export type Checks = Record<'database' | 'schema' | 'jobs' | 'disk', 'ok' | 'bad' | 'late' | 'low'>;

export interface Readiness {
  /** `stopping` and `unready` mean: send nobody here. */
  readonly status: 'ready' | 'unready' | 'stopping';
  readonly checks: Checks;
}

/** A load balancer waits for seconds at most, and asks every few of them. */
const PATIENCE_MS = 2_000;
const REMEMBERED_MS = 1_000;

const LATE_AFTER_SECONDS = 300;
const LITTLE_DISK_BYTES = 200_000_000;

/**
 * Says whether this process can serve. Late jobs and a disk nearly full are told and change nothing: every other instance
 * suffers from them as well. Looks once a second at most, however often it is asked.
 */
@Injectable()
export class ReadinessProbe {
  private stopping = false;
  private looked: { readonly at: number; readonly checks: Promise<Checks> } | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly app: AppDatabase,
    private readonly identity: IdentityDatabase,
    private readonly queues: QueueStatus,
  ) {}

  /** Whether this process is about to end. */
  get isStopping(): boolean {
    return this.stopping;
  }

  /** From now on the process is not ready, for good. */
  beginToStop(): void {
    this.stopping = true;
  }

  async ask(): Promise<Readiness> {
    const now = performance.now();
    if (!this.looked || now - this.looked.at > REMEMBERED_MS) this.looked = { at: now, checks: this.look() };
    const checks = await this.looked.checks;
    if (this.stopping) return { status: 'stopping', checks };
    const serves = checks.database === 'ok' && checks.schema === 'ok';
    return { status: serves ? 'ready' : 'unready', checks };
  }

  private async look(): Promise<Checks> {
    const ctx = RequestContext.system();
    const [database, schema, jobs, disk] = await Promise.all([
      holds(Promise.all([this.app.query(ctx, 'SELECT 1'), this.identity.query(ctx, 'SELECT 1')])),
      holds(assertSchemaVersion(this.app.dataSource, domainMigrations)),
      this.oldestJobSeconds().then(
        (seconds) => seconds <= LATE_AFTER_SECONDS,
        () => false,
      ),
      freeBytesAt(this.environment.dataDir).then(
        (bytes) => bytes >= LITTLE_DISK_BYTES,
        () => false,
      ),
    ]);
    return {
      database: database ? 'ok' : 'bad',
      schema: schema ? 'ok' : 'bad',
      jobs: jobs ? 'ok' : 'late',
      disk: disk ? 'ok' : 'low',
    };
  }

  private async oldestJobSeconds(): Promise<number> {
    let oldest = Number.POSITIVE_INFINITY;
    await within(
      Promise.all([this.queues.of('app'), this.queues.of('identity')]).then((states) => {
        oldest = Math.max(...states.map(({ oldestSeconds }) => oldestSeconds));
      }),
      PATIENCE_MS,
    );
    return oldest;
  }
}

/** @returns whether the work succeeded while somebody waits for it */
const holds = (work: Promise<unknown>): Promise<boolean> => within(work, PATIENCE_MS).catch(() => false);

async function freeBytesAt(folder: string): Promise<number> {
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
