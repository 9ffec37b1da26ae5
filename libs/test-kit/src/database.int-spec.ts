import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from './database.js';

async function run(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

describe('createTestDatabase', () => {
  it('gives each caller a database that the others do not see', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await run(one.url, 'CREATE TABLE only_here ()');
    await expect(run(two.url, 'TABLE only_here')).rejects.toThrow(/does not exist/);
    await Promise.all([one.drop(), two.drop()]);
  });

  it('is gone after drop, even with a connection left open', async () => {
    const database = await createTestDatabase();
    const forgotten = new pg.Client({ connectionString: database.url });
    forgotten.on('error', () => undefined);
    await forgotten.connect();
    await database.drop();
    await expect(run(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});
