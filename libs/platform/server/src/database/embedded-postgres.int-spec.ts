import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { SHARED_ROOT } from './embedded/home.js';

const FIXTURE = join(import.meta.dirname, '../../../../../tools/jest/hold-database.mjs');
const asRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };
const nobodyCanRunIt = asRoot && spawnSync('test', ['-r', FIXTURE], { ...NOBODY, cwd: '/' }).status === 0;

interface Holder {
  process: ChildProcess;
  url: string;
  dataDir: string;
  sentences: string[];
  error?: string;
}

describe('startEmbeddedPostgres', () => {
  let folder: string;
  let dataDir: string;
  const processes: ChildProcess[] = [];
  const movedTo: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundig-supervisor-'));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
  });

  afterEach(async () => {
    for (const child of processes.splice(0)) await end(child);
    for (const place of [folder, ...movedTo.splice(0)]) rmSync(place, { recursive: true, force: true });
  });

  const start = (sentences: string[] = []) =>
    startEmbeddedPostgres({ dataDir, log: (text) => sentences.push(text) });

  async function hold(ids: { uid?: number; gid?: number } = {}): Promise<Holder> {
    const child = spawn(process.execPath, [FIXTURE, dataDir], { ...ids, stdio: ['pipe', 'pipe', 'inherit'] });
    processes.push(child);
    const holder: Holder = { process: child, url: '', dataDir: '', sentences: [] };
    for await (const line of createInterface(child.stdout!)) {
      const message = JSON.parse(line) as { sentence?: string };
      if (message.sentence) holder.sentences.push(message.sentence);
      else return Object.assign(holder, message);
    }
    throw new Error('the holder ended without a word');
  }

  async function end(child: ChildProcess, signal?: NodeJS.Signals) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    if (signal) child.kill(signal);
    else child.stdin!.end();
    await gone;
  }

  async function ask<T>(url: string, sql: string): Promise<T> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<{ answer: T }>(sql)).rows[0]?.answer as T;
    } finally {
      await client.end();
    }
  }

  const answers = (url: string) =>
    ask(url, 'SELECT 1').then(
      () => true,
      () => false,
    );
  const startedAt = (url: string) => ask<string>(url, 'SELECT pg_postmaster_start_time()::text AS answer');

  it('creates a UTF-8 database that sorts German words, and keeps its rows over a restart', async () => {
    const first = await start();
    expect(
      await ask(
        first.url,
        `SELECT current_database() || ' ' || pg_encoding_to_char(encoding) AS answer FROM pg_database WHERE datname = 'kundig'`,
      ),
    ).toBe('kundig UTF8');
    expect(await ask(first.url, `SELECT 'Äpfel' < 'Zebra' AND 'Äpfel' > 'apfel' AS answer`)).toBe(true);
    await ask(first.url, `CREATE TABLE note AS SELECT 'kept' AS answer`);
    await first.stop();
    expect(await answers(first.url)).toBe(false);

    const second = await start();
    expect(await ask(second.url, 'SELECT answer FROM note')).toBe('kept');
    expect(await ask(second.url, 'SELECT count(*) >= 0 AS answer FROM pg_stat_statements')).toBe(true);
    await second.stop();
    await second.stop();
  });

  it('keeps the password to its owner', async () => {
    const database = await start();
    const file = join(dataDir, 'database.password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(database.url).toContain(readFileSync(file, 'utf8').trim());
    expect(await answers(database.url)).toBe(true);
    expect(await answers(database.url.replace(/:[^:@]+@/, ':guess@'))).toBe(false);
    await database.stop();
  });

  it('answers by its socket, and at its port whoever looks at it with a tool of their own', async () => {
    const database = await start();
    const visitor = 'SELECT inet_client_addr()::text AS answer';
    expect(await ask(database.url, visitor)).toBeNull();
    expect(await ask(database.url.replace(/\?.*/, ''), visitor)).toBe('127.0.0.1/32');
    await database.stop();
  });

  it('joins the server whose process was killed, and stops it when done', async () => {
    const orphan = await hold();
    const since = await startedAt(orphan.url);
    await end(orphan.process, 'SIGKILL');
    const heir = await start();
    expect(await startedAt(heir.url)).toBe(since);
    await heir.stop();
    expect(await answers(heir.url)).toBe(false);
  });

  it('recovers what was committed before the server itself was killed', async () => {
    const holder = await hold();
    await ask(holder.url, `CREATE TABLE note AS SELECT 'kept' AS answer`);
    process.kill(
      Number(readFileSync(join(dataDir, 'database', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    );
    await end(holder.process, 'SIGKILL');
    const heir = await start();
    expect(await ask(heir.url, 'SELECT answer FROM note')).toBe('kept');
    await heir.stop();
  });

  it('gives two starters one server, which ends with the second', async () => {
    const [one, two] = await Promise.all([hold(), hold()]);
    expect(one.error ?? two.error).toBeUndefined();
    expect(two.url).toBe(one.url);
    await end(one.process);
    expect(await answers(two.url)).toBe(true);
    await end(two.process);
    expect(await answers(two.url)).toBe(false);
  });

  it('takes over the lock of a dead process', async () => {
    mkdirSync(dataDir);
    const dead = spawnSync(process.execPath, ['--version']).pid;
    writeFileSync(join(dataDir, 'database.lock'), String(dead));
    const database = await start();
    await database.stop();
    expect(existsSync(join(dataDir, 'database.lock'))).toBe(false);
  });

  it('refuses the data of another major version in one sentence', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'database', 'cluster', 'PG_VERSION'), '14\n');
    await expect(start()).rejects.toThrow(/written by PostgreSQL 14/);
  });

  (asRoot ? it : it.skip)('moves below a closed folder, says where, and finds it again', async () => {
    chmodSync(folder, 0o700);
    const sentences: string[] = [];
    const first = await start(sentences);
    movedTo.push(first.dataDir);
    expect(first.dataDir.startsWith(SHARED_ROOT)).toBe(true);
    expect(sentences).toEqual([expect.stringContaining(first.dataDir)]);
    expect(readFileSync(join(dataDir, 'location'), 'utf8')).toBe(`${first.dataDir}\n`);
    await first.stop();

    chmodSync(folder, 0o755);
    const second = await start();
    expect(second.dataDir).toBe(first.dataDir);
    await second.stop();
  });

  (nobodyCanRunIt ? it : it.skip)('runs for an ordinary user', async () => {
    chmodSync(folder, 0o777);
    const holder = await hold(NOBODY);
    expect(holder).toMatchObject({ dataDir, sentences: [] });
    expect(statSync(join(dataDir, 'database', 'cluster')).uid).toBe(NOBODY.uid);
  });

  (nobodyCanRunIt ? it : it.skip)(
    'tells an ordinary user in one sentence that the folder is not theirs',
    async () => {
      await (await start()).stop();
      const holder = await hold(NOBODY);
      expect(holder.error).toMatch(/cannot be written by this user/);
    },
  );
});
