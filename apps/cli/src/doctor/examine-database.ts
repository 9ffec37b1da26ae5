import { assertSchemaVersion, APP_ROLE, IDENTITY_ROLE, type KeyRing } from '@kundig/platform/server';
import { domainMigrations } from '@kundig/composition/server';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { examineJobs, examineWorkers } from './examine-jobs.js';
import { examineOwnKeys, examineRights } from './examine-rights.js';
import { examine, type Finding } from './finding.js';

const OLDEST_POSTGRES = 15;
const EXTENSIONS = ['citext', 'fuzzystrmatch', 'pg_trgm', 'unaccent'];

/** Difference of clocks that sorts posts wrongly, and one that lets links and sessions end at the wrong time. */
const SKEW_MS = 2_000;
const WRONG_CLOCK_MS = 60_000;

/**
 * Looks at the database through the owner's connection; changes nothing.
 * @param url  of the owner; user and password are not shown
 * @param keys null where there are none, so that nobody can sign in as one of the roles
 */
export async function examineDatabase(url: string, keys: KeyRing | null): Promise<Finding[]> {
  const owner = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  const reached = await examine('database', async () => {
    await owner.connect();
    const { rows } = await owner.query<{ server_version_num: string }>('SHOW server_version_num');
    const number = Number(rows[0]!.server_version_num);
    const { host, pathname } = new URL(url);
    const text = `PostgreSQL ${Math.floor(number / 10_000)} at ${host}${pathname}`;
    return number >= OLDEST_POSTGRES * 10_000
      ? ['ok', text]
      : ['fault', `${text} is too old: ${OLDEST_POSTGRES} or later is needed.`];
  });
  if (reached.level === 'fault') {
    await owner.end().catch(() => undefined); // a connection that never stood
    return [reached];
  }
  try {
    return [reached, ...(await examineInside(owner, url, keys))];
  } finally {
    await owner.end();
  }
}

async function examineInside(owner: pg.Client, url: string, keys: KeyRing | null): Promise<Finding[]> {
  const findings = [await extensions(owner), await clock(owner)];
  if (!keys) return findings;
  const own = await examineOwnKeys(owner, keys);
  if (own.level === 'fault') return [...findings, own];
  const roles = await examine('roles', async () => {
    for (const role of [APP_ROLE, IDENTITY_ROLE]) await signIn(url, role, keys);
    return ['ok', `${APP_ROLE} and ${IDENTITY_ROLE} sign in with passwords from the keys`];
  });
  if (roles.level === 'fault') return [...findings, own, roles];
  const schema = await schemaVersion(url);
  if (schema.level === 'fault') return [...findings, own, roles, schema];
  const inside = [await examineRights(owner), await examineWorkers(owner), await examineJobs(owner)];
  return [...findings, own, roles, schema, ...inside];
}

const extensions = (owner: pg.Client): Promise<Finding> =>
  examine('extensions', async () => {
    const { rows } = await owner.query<{ name: string }>('SELECT extname AS name FROM pg_extension');
    const missing = EXTENSIONS.filter((extension) => !rows.some(({ name }) => name === extension));
    return missing.length === 0
      ? ['ok', EXTENSIONS.join(', ')]
      : ['fault', `${missing.join(', ')} missing: run "kundig migrate".`];
  });

const clock = (owner: pg.Client): Promise<Finding> =>
  examine('clock', async () => {
    const began = Date.now();
    const { rows } = await owner.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const skew = Math.abs(rows[0]!.now.getTime() - (began + Date.now()) / 2);
    const text = `${(skew / 1000).toFixed(1)} s between this machine and the database`;
    if (skew > WRONG_CLOCK_MS) return ['fault', `${text}: set the clocks.`];
    return skew > SKEW_MS ? ['warning', `${text}: set the clocks.`] : ['ok', text];
  });

async function signIn(url: string, role: string, keys: KeyRing): Promise<void> {
  const own = new URL(url);
  own.username = role;
  own.password = keys.databasePassword(role);
  const client = new pg.Client({ connectionString: own.toString(), connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new Error(
      `${role} cannot sign in: the keys are not those of this database, or it was never migrated.`,
    );
  } finally {
    await client.end().catch(() => undefined); // a connection that never stood
  }
}

const schemaVersion = (url: string): Promise<Finding> =>
  examine('schema', async () => {
    const database = await new DataSource({ type: 'postgres', url }).initialize();
    try {
      await assertSchemaVersion(database, domainMigrations);
      return ['ok', `${domainMigrations.length} migrations, as this release wants them`];
    } finally {
      await database.destroy();
    }
  });
