import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { AppDatabase, IdentityDatabase } from '../database/database.js';
import { poolOf } from '../database/pool-of.js';
import { QueueStatus } from '../jobs/queue-status.js';

const SIDES = ['app', 'identity'] as const;

/**
 * Figures about this process in the format of Prometheus, on a listener of their own that no reader reaches: memory, event
 * loop, connections, jobs. Labels name routes and roles, never people or content. Costs nothing until it listens.
 */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  readonly registry = new Registry();
  private server: Server | undefined;

  constructor(
    private readonly app: AppDatabase,
    private readonly identity: IdentityDatabase,
    private readonly queues: QueueStatus,
  ) {}

  /**
   * Begins to collect, and answers `GET /metrics`.
   * @returns the port, which differs from the given one where that is 0
   */
  async listen(port: number, host: string): Promise<number> {
    collectDefaultMetrics({ register: this.registry });
    this.measurePools();
    this.measureJobs();
    this.server = createServer((req, res) => {
      if (req.method !== 'GET' || req.url !== '/metrics') return void res.writeHead(404).end();
      this.registry.metrics().then(
        (text) => res.writeHead(200, { 'Content-Type': this.registry.contentType }).end(text),
        () => res.writeHead(503).end(), // the database does not say how its jobs stand
      );
    });
    this.server.listen(port, host);
    await once(this.server, 'listening');
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  async onApplicationShutdown(): Promise<void> {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  private measurePools(): void {
    const pools = { app: poolOf(this.app), identity: poolOf(this.identity) };
    new Gauge({
      name: 'kundig_sql_connections',
      help: 'Connections of a pool: used, idle, and requests that wait for one',
      labelNames: ['role', 'state'],
      registers: [this.registry],
      collect() {
        for (const role of SIDES) {
          const { totalCount, idleCount, waitingCount } = pools[role];
          this.set({ role, state: 'used' }, totalCount - idleCount);
          this.set({ role, state: 'idle' }, idleCount);
          this.set({ role, state: 'waiting' }, waitingCount);
        }
      },
    });
  }

  /** Each figure asks by itself: the registry reads all of them at once, so none may set another. */
  private measureJobs(): void {
    const { queues, registry } = this;
    new Gauge({
      name: 'kundig_oldest_job_seconds',
      help: 'Seconds since the oldest waiting job was due; of identity in whole quarters of an hour',
      labelNames: ['queue'],
      registers: [registry],
      async collect() {
        for (const queue of SIDES) this.set({ queue }, (await queues.shown(queue)).oldestSeconds);
      },
    });
    new Gauge({
      name: 'kundig_jobs',
      help: 'Jobs that are due and not begun, or given up after their last try; of identity 1 for any, due for 15 minutes',
      labelNames: ['queue', 'state'],
      registers: [registry],
      async collect() {
        for (const queue of SIDES) {
          const { waiting, failed } = await queues.shown(queue);
          this.set({ queue, state: 'waiting' }, waiting);
          this.set({ queue, state: 'failed' }, failed);
        }
      },
    });
  }
}
