import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../lib/free-port.mjs';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import { inRoot } from '../lib/paths.mjs';

import { parentOf } from './cpu-meter.mjs';

/** A PostgreSQL and built web processes of a benchmark's own, in a temporary folder. */
export class ServerUnderTest {
  static async prepare() {
    const folder = mkdtempSync(join(tmpdir(), 'kundig-bench-'));
    chmodSync(folder, 0o755);
    process.env.KEYS_DIR = join(folder, 'keys');
    const { startEmbeddedPostgres } = await loadTypeScript(
      'libs/platform/server/src/database/embedded-postgres.ts',
    );
    const { migrate } = await loadTypeScript('libs/composition/server/src/index.ts');
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: () => undefined });
    await migrate({ url: postgres.url });
    const owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    await owner.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    const { rows } = await owner.query('SELECT pg_backend_pid() AS pid');
    return Object.assign(new ServerUnderTest(), {
      folder,
      postgres,
      owner,
      postmaster: parentOf(rows[0].pid),
    });
  }

  /** Builds the search index of what was loaded, by the operator's own command. */
  async index() {
    const command = spawn(process.execPath, [inRoot('dist/server/kundig.js'), 'search', 'reindex'], {
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: this.postgres.url },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = await once(command, 'exit');
    if (code !== 0) throw new Error(`the index could not be built (${code})`);
    await this.owner.query('VACUUM ANALYZE'); // as autovacuum does within a minute, which would be in the middle of a round
  }

  /** Starts the built web process without a worker, so that jobs are drained and counted apart. */
  async start() {
    this.port = await freePort();
    this.origin = `http://127.0.0.1:${this.port}`;
    this.web = spawn(process.execPath, [inRoot('dist/server/api.js')], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(this.port),
        HOST: '127.0.0.1',
        BASE_URL: this.origin,
        DATABASE_URL: this.postgres.url,
        EMBEDDED_WORKER: 'off',
        LIMIT_FACTOR: '100000',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve, reject) => {
      this.web.stdout.on('data', (line) => String(line).includes(this.origin) && resolve());
      this.web.once('exit', (code) => reject(new Error(`the web process ended with ${code}`)));
    });
  }

  /** Runs all waiting jobs in a worker process of their own. @returns {Promise<number>} CPU milliseconds of that process */
  async drainJobs() {
    const worker = spawn(process.execPath, [inRoot('dist/server/worker.js'), '--until-idle'], {
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: this.postgres.url, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = await once(worker, 'exit');
    if (code !== 0) throw new Error(`the worker ended with ${code}`);
  }

  /** Statements and shared buffers since the last call, of both roles, without the meter's own. */
  async statements() {
    const { rows } = await this.owner.query(
      `SELECT coalesce(sum(s.calls), 0)::float AS calls, coalesce(sum(s.shared_blks_hit + s.shared_blks_read), 0)::float AS buffers
       FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname IN ('kundig_app', 'kundig_identity')`,
    );
    await this.owner.query('SELECT pg_stat_statements_reset()');
    return rows[0];
  }

  async stop() {
    this.web?.kill('SIGTERM');
    await this.owner.end();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
