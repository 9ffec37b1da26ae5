import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kundig/test-kit';
import pg from 'pg';
import { PreparingClient } from './preparing-client.js';

describe('PreparingClient', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new PreparingClient({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('has the server keep statements that come again, and answers each time for its own values', async () => {
    for (const value of [1, 2, 3]) {
      const { rows } = await client.query<{ double: number }>('SELECT $1::int * 2 AS double', [value]);
      expect(rows).toEqual([{ double: value * 2 }]);
    }
    const { rows } = await client.query(
      `SELECT calls FROM (SELECT count(*)::int AS calls FROM pg_prepared_statements) AS kept`,
    );
    expect(rows).toEqual([{ calls: 1 }]);
  });

  it('leaves statements without values and those that are no queries alone', async () => {
    await client.query('BEGIN');
    await client.query('CREATE TEMP TABLE kept (id int)');
    await client.query('ROLLBACK');
    const { rows } = await client.query('SELECT count(*)::int AS count FROM pg_prepared_statements');
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('goes on after a statement that failed', async () => {
    await expect(client.query('SELECT 1 / $1::int AS x', [0])).rejects.toThrow(/division by zero/);
    await expect(client.query('SELECT 1 / $1::int AS x', [1])).resolves.toMatchObject({ rows: [{ x: 1 }] });
  });

  it('answers callers that wait by callback', async () => {
    const answer = await new Promise((resolve, reject) => {
      client.query('SELECT $1::text AS word', ['ja'], (error, result) =>
        error ? reject(error) : resolve(result.rows),
      );
    });
    expect(answer).toEqual([{ word: 'ja' }]);
  });
});
