// Takes the pictures of the README from a community of its own with demo content. Usage: npm run screenshots
import './lib/check-node.mjs';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBuilt } from './lib/build.mjs';
import { startBuiltCommunity } from './lib/built-community.mjs';
import { CHROMIUM_SWITCHES, findChromium, NO_CHROMIUM } from './lib/chromium.mjs';
import { inRoot } from './lib/paths.mjs';
import { launch, Problem } from './lib/problem.mjs';

const NOTEBOOK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const JPEG_QUALITY = 82;

/** `path` is an address, or `solved` for the first solved question of the board the demo shows best. */
const PICTURES = [
  { name: 'home-de', path: '/' },
  { name: 'home-de-dark', path: '/', colorScheme: 'dark' },
  { name: 'home-en-phone', path: '/en', viewport: PHONE },
  { name: 'board-de', path: 'board' },
  { name: 'thread-de', path: 'solved' },
  { name: 'thread-de-phone', path: 'solved', viewport: PHONE },
  { name: 'search-de', path: '/search?q=Rufumleitng' },
  {
    name: 'composer-de',
    path: '/ask?title=Rufumleitung%20am%20Wochenende%20auf%20das%20Handy',
    member: true,
  },
];

async function takePictures() {
  const executablePath = findChromium();
  if (!executablePath) throw new Problem(NO_CHROMIUM);
  await ensureBuilt();
  mkdirSync(inRoot('docs', 'screenshots'), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'kundig-screenshots-'));
  const community = await startBuiltCommunity(folder, { args: ['--demo'] });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_SWITCHES });
  try {
    for (const picture of PICTURES) await take(browser, community, picture);
  } finally {
    await browser.close();
    await community.stop();
  }
}

async function take(browser, { baseUrl, log }, { name, path, viewport = NOTEBOOK, colorScheme, member }) {
  const context = await browser.newContext({ viewport, colorScheme, locale: 'de-DE', baseURL: baseUrl });
  const page = await context.newPage();
  if (member) await signIn(page, log);
  await page.goto(await addressOf(path, page));
  await page.waitForLoadState('networkidle');
  const file = inRoot('docs', 'screenshots', `${name}.jpg`);
  await page.screenshot({ path: file, type: 'jpeg', quality: JPEG_QUALITY });
  await context.close();
}

/** As the first plain member whose password the demo printed. */
async function signIn(page, log) {
  const [, mail, password] = /^ +(\S+@\S+) +(\S+) +\S+ +member$/m.exec(readFileSync(log, 'utf8'));
  await page.goto('/sign-in');
  await page.getByLabel('E-Mail-Adresse').fill(mail);
  await page.getByLabel('Passwort').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

async function addressOf(path, page) {
  if (path.startsWith('/')) return path;
  const first = async (address, pattern) => pattern.exec(await (await page.request.get(address)).text())[1];
  const board = await first('/', /href="(\/b\/telefonie\/[^"]+)"/);
  return path === 'board' ? board : first(`${board}?state=solved`, /href="(\/t\/[^"]+)"/);
}

await launch(takePictures);
