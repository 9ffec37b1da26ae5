import { beforeAll, expect, it } from '@jest/globals';
import type { Thread } from '@kundig/forum/server';
import type { CDPSession, Page } from 'playwright-core';
// eslint-disable-next-line @nx/enforce-module-boundaries -- every figure is reported in the same way
import { report } from '../../tools/score/report.mjs';
import { NOTEBOOK, PHONE } from './support/audit.js';
import { Stage } from './support/stage.js';

const stage = Stage.open();

/** Kilobytes over the wire before the first interaction, and how far what is read may move (Cumulative Layout Shift). */
const SCRIPT_KB = 60;
const STYLES_KB = 40;
const LAYOUT_SHIFT = 0.01;

let thread: Thread;
beforeAll(async () => {
  const asker = await stage.community.member();
  const helper = await stage.community.member();
  thread = await stage.community.question(asker, await stage.community.board(), {
    title: 'Wie viel lädt, wer nur lesen will?',
    body: 'Mit Code:\n\n```js\nconst answer = 42;\n```\n\n| Tarif | Preis |\n|---|---|\n| S | 10 |\n\n- eins\n- zwei',
  });
  for (let count = 0; count < 12; count += 1)
    await stage.community.reply(helper, thread, {
      body: `Antwort ${count} mit **etwas** Text und \`code\`.`,
    });
});

it.each([
  ['notebook', NOTEBOOK],
  ['phone', PHONE],
])('who only reads a thread loads little, and nothing shifts (%s)', async (name, size) => {
  const person = await stage.arrive({ size });
  const session = await person.context.newCDPSession(person.page);
  await watchShifts(person.page);
  const loaded = await transfersOf(session);
  await person.page.goto(`/t/${thread.slug}/${thread.publicId}`, { waitUntil: 'networkidle' });
  await scrollThrough(person.page);
  const kilobytes = (type: string) => (loaded.get(type) ?? 0) / 1000;
  const shift = await person.page.evaluate<number>('window.shifted');
  report('reader', `reader.thread.script.${name}`, kilobytes('Script'), 'kB', SCRIPT_KB);
  report('reader', `reader.thread.styles.${name}`, kilobytes('Stylesheet'), 'kB', STYLES_KB);
  report('reader', `reader.thread.layout-shift.${name}`, shift, 'CLS', LAYOUT_SHIFT);
  expect(kilobytes('Script')).toBeGreaterThan(0);
  expect(kilobytes('Script')).toBeLessThan(SCRIPT_KB);
  expect(kilobytes('Stylesheet')).toBeGreaterThan(0);
  expect(kilobytes('Stylesheet')).toBeLessThan(STYLES_KB);
  expect(shift).toBeLessThan(LAYOUT_SHIFT);
});

/** @returns bytes over the wire by kind of resource, which grow as the page loads */
async function transfersOf(session: CDPSession): Promise<Map<string, number>> {
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  return bytes;
}

const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(`(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  })()`);

/** Reads down to the end: what comes into view late must not push what is read. */
const scrollThrough = (page: Page): Promise<unknown> =>
  page.evaluate(`(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  })()`);
