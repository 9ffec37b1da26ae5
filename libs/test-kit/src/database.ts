import { randomBytes } from 'node:crypto';
import pg from 'pg';

const TEMPLATE = 'kundig_template';

/** A migrated, empty database of one test file's own. */
export interface TestDatabase {
  /** Owner connection. */
  readonly url: string;
  /** Removes it, ending connections that are still open. */
  drop(): Promise<void>;
}

async function onServer(statement: string) {
  const connectionString = process.env.TEST_DATABASE_URL;
  if (!connectionString) {
    throw new Error(
      'TEST_DATABASE_URL is not set: database tests are named *.int-spec.ts or lie in tests/{contract,security}.',
    );
  }
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(statement).finally(() => client.end());
  return connectionString;
}

/**
 * Copies the migrated template, in about 50 ms.
 * @throws Error outside the Jest projects that start a database.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const url = new URL(await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  url.pathname = name;
  return {
    url: url.href,
    drop: async () => void (await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}
