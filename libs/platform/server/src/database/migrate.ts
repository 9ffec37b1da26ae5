import pg from 'pg';
import { runMigrations } from 'graphile-worker';
import { Logger as GraphileLogger } from 'graphile-worker';
import { DataSource, type MigrationInterface } from 'typeorm';
import { assertOwnKeys, rememberKeys, type KeyFingerprints } from './own-keys.js';
import { ensureRoles, grantRights, openJobTables, type RolePasswords } from './roles.js';
import { OperatorProblem } from '../errors/operator-problem.js';

export type MigrationClass = new () => MigrationInterface;

export interface MigrateOptions {
  /** Connection of the owner, who alone may change the structure. */
  readonly ownerUrl: string;
  readonly migrations: readonly MigrationClass[];
  /** PostgreSQL schemas of the domains, in any order. */
  readonly schemas: readonly string[];
  /** Qualified tables no role may change or delete from. */
  readonly insertOnlyTables: readonly string[];
  readonly passwords: RolePasswords;
  /** Of the keys from which the passwords follow. */
  readonly fingerprints: KeyFingerprints;
  /** Told of each step, for a progress line. */
  readonly onStep?: (step: string) => void;
}

/** Any constant: two processes that migrate at once wait for each other. */
const MIGRATION_LOCK = 7_264_015;
const EXTENSIONS = ['pg_trgm', 'unaccent', 'citext', 'fuzzystrmatch'];

/**
 * Brings a database to the structure of this release: roles, extensions, the domains' migrations, the job tables, grants.
 * Safe to repeat and to run from two processes at once.
 * @returns names of the migrations that ran
 * @throws ForeignKeys before anything changes, when the database was written under other keys
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const owner = new pg.Client({ connectionString: options.ownerUrl });
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await assertOwnKeys(owner, options.fingerprints);
    await ensureRoles(owner, options.passwords);
    for (const extension of EXTENSIONS) await owner.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    for (const schema of options.schemas) await owner.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    const ran = await migrateDomains(options);
    await rememberKeys(owner, options.fingerprints);
    for (const schema of ['jobs_app', 'jobs_identity'] as const) {
      await runMigrations({
        connectionString: options.ownerUrl,
        schema,
        logger: new GraphileLogger(() => () => undefined),
      });
      await owner.query(
        `CREATE TABLE IF NOT EXISTS ${schema}.heartbeat (id text PRIMARY KEY, seen_at timestamptz NOT NULL)`,
      );
      await openJobTables(owner, schema);
    }
    await grantRights(owner, [...options.schemas, 'jobs_app', 'jobs_identity'], options.insertOnlyTables);
    return ran;
  } finally {
    await owner.end();
  }
}

async function migrateDomains({ ownerUrl, migrations, onStep }: MigrateOptions): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: 'platform',
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    ran.forEach(({ name }) => onStep?.(name));
    return ran.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/** The database is of another release than the code. */
export class WrongSchemaVersion extends OperatorProblem {}

/**
 * Code starts only on its own schema version.
 * @throws WrongSchemaVersion saying what is missing or unknown
 */
export async function assertSchemaVersion(
  dataSource: DataSource,
  migrations: readonly MigrationClass[],
): Promise<void> {
  const done = await dataSource
    .query<{ name: string }[]>('SELECT name FROM platform.migration')
    .catch(() => []);
  const names = new Set(done.map(({ name }) => name));
  const known = migrations.map((migration) => new migration().name ?? migration.name);
  const missing = known.filter((name) => !names.has(name));
  const unknown = [...names].filter((name) => !known.includes(name));
  if (missing.length > 0)
    throw new WrongSchemaVersion(
      `The database lacks ${missing.length} migration(s); run "kundig migrate" first.`,
    );
  if (unknown.length > 0)
    throw new WrongSchemaVersion(`The database is of a newer release (${unknown[0]}); start that release.`);
}
