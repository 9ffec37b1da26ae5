import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.js';
import { runAs, type DatabaseUser } from './database-user.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { createWhole } from './exclusive.js';
import type { Home } from './home.js';
import { configurationFile, type Settings } from './settings.js';
import { forgetSockets, socketFolder, socketHost } from './socket.js';

/** The role that owns everything and migrates. The processes that serve people use lesser roles. */
export const OWNER = 'kundig';

/** After a hard kill the dead server's children hold its memory for about a second. */
const START_ATTEMPTS = 20;
const PAUSE_BETWEEN_ATTEMPTS_MS = 500;
/** Time for `pg_ctl` to see a crash recovery through. */
const START_TIMEOUT_S = '300';

/** What the steps below need to know of one embedded database. */
export interface Cluster {
  readonly home: Home;
  readonly user: DatabaseUser;
  readonly binaries: Binaries;
  readonly settings: Settings;
}

/** The superuser's password; made at the first call. */
export function ownerPassword({ password }: Home): string {
  if (!existsSync(password)) createWhole(password, `${randomBytes(24).toString('base64url')}\n`);
  return readFileSync(password, 'utf8').trim();
}

/** The owner's address of a database: by the server's socket where it has one, else by its port. */
export function ownerUrl(home: Home, port: number, database: string): string {
  const socket = socketHost(home, port);
  const host = socket ? `?host=${encodeURIComponent(socket)}` : '';
  return `postgres://${OWNER}:${ownerPassword(home)}@127.0.0.1:${port}/${database}${host}`;
}

function giveTo({ uid, gid }: DatabaseUser, file: string) {
  if (uid !== undefined) chownSync(file, uid, gid!);
}

const diskFull = (home: Home) =>
  new EmbeddedPostgresError(
    `The disk of ${home.root} is full: make room, or set DATA_DIR to a folder on another disk.`,
  );

/**
 * Creates PostgreSQL's data folder unless it exists. A run that is cut off leaves only a draft, which the next one drops.
 * @throws EmbeddedPostgresError when the disk is full, `initdb` fails, or the data belongs to another major version.
 */
export async function initialise({ home, user, binaries }: Cluster): Promise<void> {
  const versionFile = join(home.cluster, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const major = readFileSync(versionFile, 'utf8').trim();
    if (major === binaries.major) return;
    throw new EmbeddedPostgresError(
      `The data in ${home.cluster} was written by PostgreSQL ${major} and this Kundig brings ${binaries.major}: start the Kundig it was written with and move the data by backup and restore.`,
    );
  }
  const draft = `${home.cluster}.draft`;
  const passwordFile = join(home.server, 'initial-password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, ownerPassword(home), { mode: 0o600 });
  giveTo(user, passwordFile);
  const result = await runAs(user, join(binaries.bin, 'initdb'), [
    ...['--pgdata', draft, '--username', OWNER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale', process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'],
    ...['--locale-provider', 'icu', '--icu-locale', 'de', '--no-instructions'],
  ]);
  rmSync(passwordFile, { force: true });
  if (result.code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    if (result.stderr.includes('No space left')) throw diskFull(home);
    throw new EmbeddedPostgresError(
      `The database could not be created in ${home.cluster}: ${result.stderr.trim() || result.error?.message}`,
    );
  }
  renameSync(draft, home.cluster);
}

interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

function readPostmasterFile(home: Home): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

/**
 * The port at which the server of exactly this data folder answers. The file of a dead server may name a port that
 * somebody else has by now, hence the question for the folder.
 */
export async function runningPort(home: Home): Promise<number | undefined> {
  const port = readPostmasterFile(home)?.port;
  if (!port) return undefined;
  const client = new pg.Client({
    connectionString: ownerUrl(home, port, 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined); // a server that dies meanwhile is a server that does not answer
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `SELECT current_setting('data_directory') AS folder`,
    );
    return realpathSync(rows[0]!.folder) === realpathSync(home.cluster) ? port : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** In a container a restarted machine gives old process numbers to others, and PostgreSQL then believes itself running. */
function forgetForeignProcess(home: Home) {
  const pid = readPostmasterFile(home)?.pid;
  if (!pid || !existsSync(`/proc/${pid}/comm`)) return;
  if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres')
    rmSync(join(home.cluster, 'postmaster.pid'));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts the server; crash recovery included.
 * @returns the port it listens on, chosen anew each time.
 * @throws EmbeddedPostgresError when it does not come up; the message holds the reason the server gave.
 */
export async function startServer({ home, user, binaries, settings }: Cluster): Promise<number> {
  const configuration = join(home.cluster, 'postgresql.conf');
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    if (attempt > 1) await pause(PAUSE_BETWEEN_ATTEMPTS_MS);
    forgetForeignProcess(home);
    forgetSockets(home);
    writeFileSync(configuration, configurationFile(await freePort(), socketFolder(home), settings));
    writeFileSync(home.startLog, '');
    for (const file of [configuration, home.startLog]) giveTo(user, file);
    await runAs(
      user,
      join(binaries.bin, 'pg_ctl'),
      ['start', '--pgdata', home.cluster, '--log', home.startLog, '--wait', '--timeout', START_TIMEOUT_S],
      { detachedOutput: true },
    );
    const port = await runningPort(home);
    if (port) return port;
    if (lastWords(home).includes('No space left')) throw diskFull(home);
  }
  throw new EmbeddedPostgresError(`The embedded PostgreSQL did not start; it said: ${lastWords(home)}`);
}

/** The end of the start log, with which PostgreSQL explains itself. */
function lastWords({ startLog }: Home): string {
  const words = existsSync(startLog)
    ? readFileSync(startLog, 'utf8').trim().split('\n').slice(-5).join(' / ')
    : '';
  return words || `nothing (${startLog} is empty)`;
}

/** Ends the server after rolling back what is open; what was committed stays. */
export async function stopServer({ home, user, binaries }: Cluster): Promise<void> {
  await runAs(
    user,
    join(binaries.bin, 'pg_ctl'),
    ['stop', '--pgdata', home.cluster, '--mode', 'fast', '--wait'],
    {
      detachedOutput: true,
    },
  );
}

/** Creates the community's database unless it exists; UTF-8 and ICU come from the cluster. */
export async function ensureDatabase(home: Home, port: number, database: string): Promise<void> {
  const within = async (name: string, work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: ownerUrl(home, port, name) });
    await client.connect();
    await work(client).finally(() => client.end());
  };
  await within('postgres', async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
  await within(database, (client) => client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements'));
}
