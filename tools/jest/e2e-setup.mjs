import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { CHROMIUM_SWITCHES, findChromium, NO_CHROMIUM } from '../lib/chromium.mjs';
import { freePort } from '../lib/free-port.mjs';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import { inRoot } from '../lib/paths.mjs';
import stopCommunity from './e2e-teardown.mjs';

const START_TIMEOUT_MS = 120_000;
const POLL_MS = 250;

/** Many people of the tests share one address, and nobody here guesses passwords. */
const LIMIT_FACTOR = '10000';

/**
 * Starts the built community on an embedded database of its own, a mail server it sends to, and one browser for all tests.
 * They find the community by `E2E_BASE_URL`, its log by `E2E_LOG`, its keys by `E2E_KEYS_DIR`, its database by
 * `E2E_DATABASE_URL`, each mail as a file in `E2E_MAIL_DIR`, and the browser by `E2E_BROWSER`.
 */
export default async function startCommunity() {
  const server = inRoot('dist', 'server', 'api.js');
  if (!existsSync(server)) throw new Error('Nothing is built: run "npm run build" first.');
  const program = findChromium();
  if (!program) throw new Error(NO_CHROMIUM);

  const folder = mkdtempSync(join(tmpdir(), 'kundig-e2e-'));
  chmodSync(folder, 0o755); // as root the database runs as another user, who must get in
  const running = (globalThis.kundigCommunity = { folder });
  try {
    running.mailbox = await openMailbox(join(folder, 'mails'));
    await startServer(running, server);
    running.browser = await chromium.launchServer({ executablePath: program, args: CHROMIUM_SWITCHES });
    process.env.E2E_BROWSER = running.browser.wsEndpoint();
  } catch (error) {
    await stopCommunity().catch(() => undefined); // Jest runs no teardown after a failed setup
    throw error;
  }
}

/** Mails arrive in this process; the tests, which run in others, read them as files. */
async function openMailbox(folder) {
  mkdirSync(folder);
  const { Mailbox } = await loadTypeScript('tests/support/mailbox.ts');
  const mailbox = await Mailbox.open();
  mailbox.onMail = (mail) => {
    const number = String(mailbox.received.length).padStart(6, '0');
    const file = join(folder, `${number}.json`);
    writeFileSync(`${file}.part`, JSON.stringify(mail));
    renameSync(`${file}.part`, file); // nobody reads half a mail
  };
  process.env.E2E_MAIL_DIR = folder;
  return mailbox;
}

async function startServer(running, server) {
  const { folder, mailbox } = running;
  const log = join(folder, 'server.log');
  const dataDir = join(folder, 'data');
  const keysDir = join(folder, 'keys');
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  running.log = log;
  const output = openSync(log, 'w');
  const { DATABASE_URL: _unused, ...environment } = process.env; // these tests write: never into a database found lying about
  running.child = spawn(process.execPath, ['--title=kundig-e2e', '--enable-source-maps', server], {
    cwd: inRoot(),
    env: {
      ...environment,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: baseUrl,
      DATA_DIR: dataDir,
      KEYS_DIR: keysDir,
      SMTP_URL: mailbox.url,
      LIMIT_FACTOR,
    },
    stdio: ['ignore', output, output],
  });
  await untilItAnswers(baseUrl, running.child, log);
  running.database = await joinDatabase(dataDir);
  Object.assign(process.env, {
    E2E_BASE_URL: baseUrl,
    E2E_KEYS_DIR: keysDir,
    E2E_LOG: log,
    E2E_DATABASE_URL: running.database.url,
  });
}

/** The community's own database, which it started itself, for making boards and members and for looking behind pages. */
async function joinDatabase(dataDir) {
  const { startEmbeddedPostgres } = await loadTypeScript(
    'libs/platform/server/src/database/embedded-postgres.ts',
  );
  return startEmbeddedPostgres({ dataDir, log: console.log });
}

async function untilItAnswers(baseUrl, child, log) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const response = await fetch(baseUrl).catch(() => undefined);
    if (response && response.status < 500) return;
    await pause(POLL_MS);
  }
  throw new Error(`The community did not start; it said:\n${readFileSync(log, 'utf8').slice(-4_000)}`);
}
