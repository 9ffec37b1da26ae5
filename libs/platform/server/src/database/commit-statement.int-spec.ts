import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kundig/test-kit';
import { DataSource } from 'typeorm';
import { RequestContext } from '../context/request-context.js';
import type { CommitPart } from './commit-statement.js';
import { Database } from './database.js';

class OwnDatabase extends Database {}

const partOf = (kind: string): CommitPart<string> => ({
  sql: (words) =>
    `INSERT INTO left_behind SELECT '${kind}', word FROM unnest(${words}::text[]) AS word RETURNING 1`,
  parameterOf: (words) => [...words],
});

const [greetings, farewells] = [partOf('greeting'), partOf('farewell')];

describe('what a transaction leaves for others', () => {
  const ctx = RequestContext.system();
  let server: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await createTestDatabase();
    database = new OwnDatabase(await new DataSource({ type: 'postgres', url: server.url }).initialize());
    await database.query(ctx, 'CREATE TABLE left_behind (kind text, word text)');
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await server.drop();
  });
  beforeEach(() => database.query(ctx, 'TRUNCATE left_behind'));

  const words = async (tx = ctx) =>
    (await database.query<{ word: string }>(tx, 'SELECT word FROM left_behind ORDER BY word')).map(
      ({ word }) => word,
    );

  it('is written by one statement at its end, of transactions within it, too', async () => {
    await database.transaction(ctx, async (tx) => {
      await database.withCommit(tx, greetings, ['Hallo', 'Moin']);
      await database.transaction(tx, (inner) => database.withCommit(inner, farewells, ['Tschüss']));
      await database.withCommit(tx, greetings, ['Servus']);
      expect(await words(tx)).toEqual([]);
    });
    expect(await words()).toEqual(['Hallo', 'Moin', 'Servus', 'Tschüss']);
    expect(
      await database.query(ctx, 'SELECT DISTINCT xmin::text, cmin::text AS statement FROM left_behind'),
    ).toHaveLength(1);
  });

  it('is nothing where it rolls back, and nothing of it is left to the next one', async () => {
    const failing = database.transaction(ctx, async (tx) => {
      await database.withCommit(tx, greetings, ['Hallo']);
      throw new Error('second thoughts');
    });
    await expect(failing).rejects.toThrow('second thoughts');
    await database.transaction(ctx, (tx) => database.withCommit(tx, farewells, ['Tschüss']));
    expect(await words()).toEqual(['Tschüss']);
  });

  it('takes the transaction with it where it cannot be written', async () => {
    const broken: CommitPart<string> = { sql: (given) => `SELECT 1 / ${given}::int`, parameterOf: () => 0 };
    const failing = database.transaction(ctx, async (tx) => {
      await database.query(tx, `INSERT INTO left_behind VALUES ('row', 'of the write')`);
      await database.withCommit(tx, broken, ['Hallo']);
    });
    await expect(failing).rejects.toThrow(/division by zero/);
    expect(await words()).toEqual([]);
  });

  it('is written at once without a transaction', async () => {
    await database.withCommit(ctx, greetings, ['Hallo']);
    expect(await words()).toEqual(['Hallo']);
  });
});
