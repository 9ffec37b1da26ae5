import {
  APP_ROLE,
  Environment,
  IDENTITY_ROLE,
  KeyRing,
  migrate as migrateDatabase,
} from '@kundig/platform/server';
import { domainMigrations, domainSchemas, insertOnlyTables } from './parts.js';

export interface MigrateCommunity {
  /** Connection of the owner. */
  readonly url: string;
  /** Keys from which the roles' passwords follow; those of the environment when absent. */
  readonly keys?: KeyRing;
  /** Told of each migration that ran. */
  readonly onStep?: (step: string) => void;
}

/**
 * Brings a database to the structure of this release.
 * @returns names of the migrations that ran
 * @throws ForeignKeys when the database was written under other keys
 */
export function migrate({
  url,
  keys = KeyRing.open(Environment.read().keysDir),
  onStep,
}: MigrateCommunity): Promise<string[]> {
  return migrateDatabase({
    ownerUrl: url,
    migrations: domainMigrations,
    schemas: domainSchemas,
    insertOnlyTables,
    passwords: { app: keys.databasePassword(APP_ROLE), identity: keys.databasePassword(IDENTITY_ROLE) },
    fingerprints: keys.fingerprints,
    onStep,
  });
}
