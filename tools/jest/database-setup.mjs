import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import stopTestDatabase from './database-teardown.mjs';

/** Test databases are copies of this one: copying takes a twentieth of migrating. */
const TEMPLATE = 'kundig_template';

/**
 * Starts one PostgreSQL for the whole run, however many Jest projects ask for it, and puts its owner address into
 * `TEST_DATABASE_URL`, which Jest's workers inherit like `KEYS_DIR`.
 */
export default async function startTestDatabase() {
  if (globalThis.kundigTestDatabase) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'kundig-test-'));
  chmodSync(dataDir, 0o755); // as root the server runs as another user, who must get in
  const { startEmbeddedPostgres, THROW_AWAY } = await loadTypeScript(
    'libs/platform/server/src/database/embedded-postgres.ts',
  );
  const server = await startEmbeddedPostgres({ dataDir, log: console.log, settings: THROW_AWAY });
  globalThis.kundigTestDatabase = { ...server, dataDir };
  process.env.TEST_DATABASE_URL = server.url;
  process.env.KEYS_DIR = join(dataDir, 'keys'); // the roles' passwords follow from the keys, so the run has keys of its own
  await createTemplate(server.url).catch(async (error) => {
    await stopTestDatabase(); // Jest runs no teardown after a failed setup
    throw error;
  });
}

async function createTemplate(serverUrl) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = TEMPLATE;
  const { migrate } = await loadTypeScript('libs/composition/server/src/index.ts');
  await migrate({ url: url.href });
}
