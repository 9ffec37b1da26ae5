// When does a reader on a slow line with a slow phone see a thread? Usage: npm run bench:reader
import '../lib/check-node.mjs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBuilt } from '../lib/build.mjs';
import { startBuiltCommunity } from '../lib/built-community.mjs';
import { CHROMIUM_SWITCHES, findChromium, NO_CHROMIUM } from '../lib/chromium.mjs';
import { launch, Problem } from '../lib/problem.mjs';
import { report } from '../score/report.mjs';

const PHONE = { width: 390, height: 844 };
/** A slow mobile line (1.6 Mbit/s, 150 ms there and back) and a processor a quarter as fast as this one. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER = 4;
const ROUNDS = 5;
const TARGET_MS = 1_500;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @returns path of the newest solved question of the demo */
async function solvedThread(baseUrl) {
  const page = await (await fetch(`${baseUrl}/`)).text();
  const board = /href="(\/b\/[^"?]+)"/.exec(page)?.[1];
  const list = await (await fetch(`${baseUrl}${board}?state=solved`)).text();
  const thread = /href="(\/t\/[^"#?]+)"/.exec(list)?.[1];
  if (!thread) throw new Problem('The demo shows no solved question.');
  return thread;
}

/** @returns milliseconds from the click to the largest content, in a browser that was never here */
async function largestContent(browser, address) {
  const context = await browser.newContext({ viewport: PHONE, locale: 'de-DE' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(address, { waitUntil: 'networkidle' });
    return await page.evaluate(
      () =>
        new Promise((resolve) =>
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          }),
        ),
    );
  } finally {
    await context.close();
  }
}

async function measure() {
  const executablePath = findChromium();
  if (!executablePath) throw new Problem(NO_CHROMIUM);
  await ensureBuilt();
  const community = await startBuiltCommunity(mkdtempSync(join(tmpdir(), 'kundig-reader-')), {
    args: ['--demo'],
  });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_SWITCHES });
  try {
    const address = community.baseUrl + (await solvedThread(community.baseUrl));
    await largestContent(browser, address); // the first visit renders the page that the others find kept
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await largestContent(browser, address));
    console.log(`Largest content after ${times.map((ms) => Math.round(ms)).join(', ')} ms`);
    report('reader', 'reader.thread.largest-content', median(times), 'ms', TARGET_MS);
    if (median(times) > TARGET_MS) process.exitCode = 1;
  } finally {
    await browser.close();
    await community.stop();
  }
}

await launch(measure);
