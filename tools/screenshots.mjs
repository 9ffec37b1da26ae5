// Takes the pictures of the README from a community that runs with demo content:
// npm start -- --demo, then in another terminal: node tools/screenshots.mjs [http://localhost:3000]
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium, NO_CHROMIUM } from './lib/chromium.mjs';
import { inRoot } from './lib/paths.mjs';

const origin = process.argv[2] ?? 'http://localhost:3000';
const executablePath = findChromium();
if (!executablePath) throw new Error(NO_CHROMIUM);

const PICTURES = [
  { name: 'home-de', path: '/' },
  { name: 'home-de-dark', path: '/', colorScheme: 'dark' },
  { name: 'home-en-phone', path: '/en', width: 390, height: 844 },
  { name: 'thread-de', path: 'solved' },
  { name: 'thread-de-phone', path: 'solved', width: 390, height: 844 },
  { name: 'search-de', path: '/search?q=Rufumleitng' },
];

mkdirSync(inRoot('docs/screenshots'), { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const { name, path, width = 1280, height = 800, colorScheme = 'light' } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, locale: 'de-DE' });
    await page.goto(origin + (path === 'solved' ? await firstSolved() : path));
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: inRoot('docs/screenshots', `${name}.jpg`), type: 'jpeg', quality: 82 });
    await page.close();
  }
} finally {
  await browser.close();
}

/** Address of a solved question of the board the demo shows best. */
async function firstSolved() {
  const home = await (await fetch(origin)).text();
  const board = /href="(\/b\/telefonie\/[^"]+)"/.exec(home)[1];
  const list = await (await fetch(`${origin}${board}?state=solved`)).text();
  return /href="(\/t\/[^"]+)"/.exec(list)[1];
}
