import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { PreparingClient } from './preparing-client.js';
import { APP_ROLE, IDENTITY_ROLE } from './roles.js';

export interface PoolOptions {
  /** Owner connection; host and database are taken from it, the role and its password are ours. */
  readonly ownerUrl: string;
  readonly role: typeof APP_ROLE | typeof IDENTITY_ROLE;
  readonly password: string;
  readonly entities: EntityTarget<ObjectLiteral>[];
  readonly poolSize: number;
}

/** @returns a pool under one of the two roles, not yet connected */
export function poolFor({ ownerUrl, role, password, entities, poolSize }: PoolOptions): DataSource {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return new DataSource({
    type: 'postgres',
    url: url.toString(),
    applicationName: role,
    entities: entities as never[],
    synchronize: false,
    migrationsRun: false,
    poolSize,
    // A statement that runs longer is a defect or an attack; a pool that stays full answers instead of queueing for ever.
    extra: {
      statement_timeout: 10_000,
      connectionTimeoutMillis: 5_000,
      idle_in_transaction_session_timeout: 30_000,
      Client: PreparingClient,
    },
  });
}
