import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startBuiltCommunity } from '../lib/built-community.mjs';
import { CHROMIUM_SWITCHES, findChromium, NO_CHROMIUM } from '../lib/chromium.mjs';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import stopCommunity from './e2e-teardown.mjs';

/** Many people of the tests share one address, and nobody here guesses passwords. */
const LIMIT_FACTOR = '10000';

/**
 * Starts the built community on an embedded database of its own, a mail server it sends to, and one browser for all tests.
 * They find the community by `E2E_BASE_URL`, its keys by `E2E_KEYS_DIR`, its database by `E2E_DATABASE_URL`, each mail as
 * a file in `E2E_MAIL_DIR`, and the browser by `E2E_BROWSER`.
 */
export default async function startCommunity() {
  const program = findChromium();
  if (!program) throw new Error(NO_CHROMIUM);
  const folder = mkdtempSync(join(tmpdir(), 'kundig-e2e-'));
  const running = (globalThis.kundigEndToEnd = {});
  try {
    running.mailbox = await openMailbox(join(folder, 'mails'));
    running.community = await startBuiltCommunity(folder, {
      environment: { SMTP_URL: running.mailbox.url, LIMIT_FACTOR },
    });
    running.database = await joinDatabase(running.community);
    running.browser = await chromium.launchServer({ executablePath: program, args: CHROMIUM_SWITCHES });
  } catch (error) {
    await stopCommunity().catch(() => undefined); // Jest runs no teardown after a failed setup
    throw error;
  }
  Object.assign(process.env, {
    E2E_BASE_URL: running.community.baseUrl,
    E2E_KEYS_DIR: running.community.keysDir,
    E2E_DATABASE_URL: running.database.url,
    E2E_MAIL_DIR: join(folder, 'mails'),
    E2E_BROWSER: running.browser.wsEndpoint(),
  });
}

/** Mails arrive in this process; the tests, which run in others, read them as files. */
async function openMailbox(folder) {
  mkdirSync(folder);
  const { Mailbox } = await loadTypeScript('tests/support/mailbox.ts');
  const mailbox = await Mailbox.open();
  mailbox.onMail = (mail) => {
    const file = join(folder, `${String(mailbox.received.length).padStart(6, '0')}.json`);
    writeFileSync(`${file}.part`, JSON.stringify(mail));
    renameSync(`${file}.part`, file); // nobody reads half a mail
  };
  return mailbox;
}

/** The community's own database, which it started itself, for making boards and members and for looking behind pages. */
async function joinDatabase({ dataDir }) {
  const { startEmbeddedPostgres } = await loadTypeScript(
    'libs/platform/server/src/database/embedded-postgres.ts',
  );
  return startEmbeddedPostgres({ dataDir, log: console.log });
}
