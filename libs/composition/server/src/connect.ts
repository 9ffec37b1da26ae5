import {
  APP_ROLE,
  assertOwnKeys,
  assertSchemaVersion,
  IDENTITY_ROLE,
  poolFor,
  rememberKeys,
  type Environment,
  type KeyRing,
} from '@kundig/platform/server';
import type { DataSource } from 'typeorm';
import { accountEntities, appEntities, domainMigrations } from './parts.js';

/** Connected pools of both roles. */
export interface Connections {
  readonly app: DataSource;
  readonly identity: DataSource;
}

/**
 * Connects both roles and makes sure that the database is of this release and was written under these keys.
 * @param ownerUrl tells host and database; neither pool uses its user
 * @throws WrongSchemaVersion, ForeignKeys when it is not; then nothing stays connected
 */
export async function connect(
  environment: Environment,
  keys: KeyRing,
  ownerUrl: string,
): Promise<Connections> {
  const poolSize = environment.get('DATABASE_POOL');
  const app = poolFor({
    ownerUrl,
    role: APP_ROLE,
    password: keys.databasePassword(APP_ROLE),
    entities: appEntities,
    poolSize,
  });
  const identity = poolFor({
    ownerUrl,
    role: IDENTITY_ROLE,
    password: keys.databasePassword(IDENTITY_ROLE),
    entities: accountEntities,
    poolSize,
  });
  await Promise.all([app.initialize(), identity.initialize()]);
  try {
    await assertSchemaVersion(app, domainMigrations);
    await assertOwnKeys(app, keys.fingerprints);
    await rememberKeys(app, keys.fingerprints);
  } catch (error) {
    await Promise.all([app.destroy(), identity.destroy()]);
    throw error;
  }
  return { app, identity };
}
