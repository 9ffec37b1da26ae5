import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '@kundig/composition/server';
import { APP_ROLE, ForeignKeys, KeyRing, poolFor } from '@kundig/platform/server';
import { createTestDatabase, type TestDatabase } from '@kundig/test-kit';

let database: TestDatabase;
let elsewhere: string;
beforeAll(async () => {
  database = await createTestDatabase();
  elsewhere = mkdtempSync(join(tmpdir(), 'kundig-keys-'));
});
afterAll(async () => {
  await database?.drop();
  rmSync(elsewhere, { recursive: true });
});

/** Signs in as the app does. */
async function signInWith(keys: KeyRing): Promise<void> {
  const password = keys.databasePassword(APP_ROLE);
  const pool = poolFor({ ownerUrl: database.url, role: APP_ROLE, password, entities: [], poolSize: 1 });
  await pool.initialize();
  await pool.destroy();
}

it('refuses other keys than those the database was written under, and leaves the passwords as they were', async () => {
  const own = KeyRing.open(process.env.KEYS_DIR!);
  const foreign = KeyRing.open(elsewhere);
  await expect(migrate({ url: database.url, keys: foreign })).rejects.toThrow(ForeignKeys);
  await signInWith(own);
  await expect(signInWith(foreign)).rejects.toThrow(/password/);
  await expect(migrate({ url: database.url, keys: own })).resolves.toEqual([]);
});
