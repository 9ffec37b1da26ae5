// Takes the pictures of docs/screenshots from a community of its own with demo content. Usage: npm run screenshots [-- NAME …]
// Each picture shows one page in German and English, on a notebook and a phone, light and dark.
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
import { writeContactSheet } from './screenshots/contact-sheet.mjs';
import { receiveMail } from './screenshots/mails.mjs';
import { raiseObjection } from './screenshots/objections.mjs';
import { addressOf, assertAllRoutes, PAGES, README_PICTURES } from './screenshots/pages.mjs';
import { credentialsOf, leaveTraces, NICKNAMES, openPeople } from './screenshots/people.mjs';
import { assertAllPlaces, findPlaces } from './screenshots/places.mjs';
import { allowReveals, requestReveals } from './screenshots/reveals.mjs';

const NOTEBOOK = { width: 1280, height: 880 };
const PHONE = { width: 390, height: 844 };
const JPEG_QUALITY = 84;
const folder = inRoot('docs', 'screenshots');

async function takePictures() {
  assertAllRoutes();
  const names = process.argv.slice(2);
  const wanted = ({ name }) => names.length === 0 || names.includes(name);
  const executablePath = findChromium();
  if (!executablePath) throw new Problem(NO_CHROMIUM);
  await ensureBuilt();
  mkdirSync(folder, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'kundig-screenshots-'));
  await allowReveals(join(home, 'keys'));
  const community = await startBuiltCommunity(home, { args: ['--demo'] });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_SWITCHES });
  try {
    const people = await openPeople(browser, community);
    await leaveTraces(people, await findPlaces(people));
    const places = await findPlaces(people);
    assertAllPlaces(places);
    await raiseObjection(people, places);
    await requestReveals(
      people,
      places,
      credentialsOf(readFileSync(community.log, 'utf8'), NICKNAMES.administrator),
    );
    for (const picture of README_PICTURES.filter(wanted)) await takePicture(people, places, picture);
    const [mailed, others] = [true, false].map((kind) =>
      PAGES.filter((page) => wanted(page) && Boolean(page.mailed) === kind),
    );
    for (const page of others) await takeSheet(people, places, page);
    if (mailed.length === 0) return;
    const reached = { ...places, ...(await receiveMail(people, places)) };
    for (const page of mailed) await takeSheet(people, reached, page);
  } finally {
    await browser.close();
    await community.stop();
  }
}

async function takeSheet(people, places, { name, as = 'visitor', ...page }) {
  const tab = await people[as].newPage();
  const views = { wide: [], narrow: [] };
  for (const prefix of ['', '/en']) {
    await tab.goto(inLanguage(prefix, addressOf(page, places)));
    for (const [kind, size] of Object.entries({ wide: NOTEBOOK, narrow: PHONE }))
      for (const colorScheme of ['light', 'dark']) views[kind].push(await view(tab, { size, colorScheme }));
  }
  await tab.close();
  await writeContactSheet(views, join(folder, `${name}.webp`));
}

async function takePicture(people, places, { name, as = 'visitor', phone, colorScheme = 'light', ...page }) {
  const tab = await people[as].newPage();
  await tab.goto(addressOf(page, places));
  await view(tab, {
    ...{ size: phone ? PHONE : NOTEBOOK, colorScheme },
    options: { path: join(folder, `${name}.jpg`), type: 'jpeg', quality: JPEG_QUALITY },
  });
  await tab.close();
}

/** The first page has no slash behind the language. */
const inLanguage = (prefix, path) => prefix + (prefix ? path.replace(/^\/(?=\?|$)/, '') : path);

/** @returns what is in a window of that size; pages follow size and scheme without being loaded anew */
async function view(tab, { size, colorScheme, options }) {
  await tab.setViewportSize(size);
  await tab.emulateMedia({ colorScheme });
  return tab.screenshot(options);
}

await launch(takePictures);
