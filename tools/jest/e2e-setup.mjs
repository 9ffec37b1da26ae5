import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findChromium, NO_CHROMIUM } from '../lib/chromium.mjs';
import { freePort } from '../lib/free-port.mjs';
import { inRoot } from '../lib/paths.mjs';
import stopCommunity from './e2e-teardown.mjs';

const START_TIMEOUT_MS = 120_000;
const POLL_MS = 250;

/**
 * Starts the built community on a database of its own. The tests find it by `E2E_BASE_URL`, its data by `E2E_DATA_DIR`,
 * its log by `E2E_LOG` and the browser by `E2E_CHROMIUM`.
 */
export default async function startCommunity() {
  const server = inRoot('dist', 'server', 'api.js');
  if (!existsSync(server)) throw new Error('Nothing is built: run "npm run build" first.');
  const browser = findChromium();
  if (!browser) throw new Error(NO_CHROMIUM);

  const folder = mkdtempSync(join(tmpdir(), 'kundig-e2e-'));
  chmodSync(folder, 0o755); // as root the database runs as another user, who must get in
  const dataDir = join(folder, 'data');
  const log = join(folder, 'server.log');
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const output = openSync(log, 'w');
  const { DATABASE_URL: _unused, ...environment } = process.env; // these tests write: never into a database found lying about
  const child = spawn(process.execPath, ['--enable-source-maps', server], {
    cwd: inRoot(),
    env: {
      ...environment,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: baseUrl,
      DATA_DIR: dataDir,
      KEYS_DIR: join(folder, 'keys'),
    },
    stdio: ['ignore', output, output],
  });
  globalThis.kundigCommunity = { child, folder };
  Object.assign(process.env, {
    E2E_BASE_URL: baseUrl,
    E2E_DATA_DIR: dataDir,
    E2E_LOG: log,
    E2E_CHROMIUM: browser,
  });
  await untilItAnswers(baseUrl, child, log);
}

async function untilItAnswers(baseUrl, child, log) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const response = await fetch(baseUrl).catch(() => undefined);
    if (response && response.status < 500) return;
    await pause(POLL_MS);
  }
  const words = readFileSync(log, 'utf8').slice(-4_000);
  await stopCommunity(); // Jest runs no teardown after a failed setup
  throw new Error(`The community did not start; it said:\n${words}`);
}
