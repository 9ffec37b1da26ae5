import type { Pool } from 'pg';
import type { Database } from './database.js';

/** @returns the pool TypeORM keeps */
export function poolOf(database: Database): Pool {
  const pool = (database.dataSource.driver as unknown as { master: Pool }).master;
  // A connection that breaks while it is lent out must not end the process; whoever uses it learns of it anyway.
  if (pool.listenerCount('connect') === 0)
    pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
