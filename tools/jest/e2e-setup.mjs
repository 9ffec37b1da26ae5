import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startBuiltCommunity } from '../lib/built-community.mjs';
import { CHROMIUM_SWITCHES, findChromium, NO_CHROMIUM } from '../lib/chromium.mjs';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import stopCommunities from './e2e-teardown.mjs';

/** Many people of the tests share one address, and nobody here guesses passwords. */
const LIMIT_FACTOR = '10000';

/**
 * Starts one browser for all tests, and for each worker of Jest the built community on an embedded database of its own
 * with a mail server it sends to. The tests find the browser by `E2E_BROWSER` and the communities by `E2E_COMMUNITIES`.
 * @param {{ maxWorkers: number }} globalConfig
 */
export default async function startCommunities({ maxWorkers }) {
  const program = findChromium();
  if (!program) throw new Error(NO_CHROMIUM);
  const running = (globalThis.kundigEndToEnd = { communities: [] });
  try {
    // One after the other: two that start at once are slower on two cores, and their output would mix.
    for (let worker = 0; worker < maxWorkers; worker += 1) running.communities.push(await startCommunity());
    running.browser = await chromium.launchServer({ executablePath: program, args: CHROMIUM_SWITCHES });
  } catch (error) {
    await stopCommunities().catch(() => undefined); // Jest runs no teardown after a failed setup
    throw error;
  }
  process.env.E2E_COMMUNITIES = JSON.stringify(running.communities.map(({ address }) => address));
  process.env.E2E_BROWSER = running.browser.wsEndpoint();
}

/** @returns what the tests know of it, as `address`, and how it ends, as `stop` */
async function startCommunity() {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-e2e-'));
  const mailDir = join(folder, 'mails');
  const started = [];
  try {
    const mailbox = await openMailbox(mailDir);
    started.push({ stop: () => mailbox.close() });
    const environment = { SMTP_URL: mailbox.url, LIMIT_FACTOR };
    const community = await startBuiltCommunity(folder, { environment });
    started.push(community);
    const database = await joinDatabase(community);
    started.push(database);
    const { baseUrl, keysDir } = community;
    return {
      address: { baseUrl, keysDir, databaseUrl: database.url, mailDir },
      stop: () => stopAll(started),
    };
  } catch (error) {
    await stopAll(started).catch(() => undefined); // why it did not start says more
    throw error;
  }
}

/** Stops what was started, the last first; what fails keeps nothing else running. @throws the first failure */
async function stopAll(started) {
  let failure;
  for (const one of started.toReversed()) await one.stop().catch((error) => (failure ??= error));
  if (failure) throw failure;
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
