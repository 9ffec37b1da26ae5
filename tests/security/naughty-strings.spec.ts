import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { FORUM_LIMITS, type Board } from '@kundig/forum/server';
import { NAUGHTY_STRINGS, readNaughtyStrings } from '../support/attack-strings.js';
import { Browser } from '../support/browser.js';
import { TestCommunity } from '../support/community.js';
import { inParallel } from '../support/in-parallel.js';
import { sized } from '../support/security-size.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(600_000);

/** Ours, of every kind that the public list knows: scripts, widths, directions, emojis, code, numbers, paths. */
const OWN = [
  ...[
    'undefined',
    'null',
    'NaN',
    '-0',
    '1e309',
    '0x7f',
    '１２３',
    '٠١٢',
    '½ ⅔ ²',
    'true',
    '\\n',
    '%s%p%n',
    '$(ls)',
  ],
  ...[
    'Ω≈ç√∫˜µ≤≥÷',
    '田中さんにあげて下さい',
    'ÅÍÎÏ˝ÓÔ',
    'التطبيق للمستخدمين',
    '᚛ᚄᚓᚐᚋᚒᚄ᚜',
    'ﷺ',
    '👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈',
    '‎ltr‏rtl',
  ],
  ...[
    "'; DROP TABLE post; --",
    '" OR ""="',
    '../../../etc/passwd',
    'C:\\CON',
    '{{7*7}} ${7*7} <%= 7 %>',
    '<foo>&amp;</foo>',
  ],
  ...[
    'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
    'i\u0307stanbul Straße ŉ ǰ',
    '\u00a0nicht\u00a0brechen\u00a0',
    '\u200bnull\u200bbreit\u2060',
    'a\tb\nc',
  ],
];

let community: TestCommunity;
let web: WebProcess;
let browser: Browser;
let board: Board;
beforeAll(async () => {
  community = await TestCommunity.start();
  web = await WebProcess.start(community);
  browser = await web.as(await community.member());
  board = await community.board();
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await community?.close();
});

/**
 * What becomes of a text by our own rules, stated anew: composed characters, line breaks of one kind, no control
 * characters, nothing that turns the reading direction.
 */
const kept = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '');

const START = `mutation ($input: StartThreadInput!) { startThread(input: $input) { __typename
  ... on StartThreadSuccess { thread { title opening { viewer { body } } } } } }`;

interface Started {
  startThread: { __typename: string; thread?: { title: string; opening: { viewer: { body: string } } } };
}

/** @returns what differs after a text was sent as post and title and read back; nothing when it came back as it was */
async function changesOf(text: string): Promise<string[]> {
  const sent = `Anfang ${text} Ende`;
  const title = sent.slice(0, FORUM_LIMITS.titleMax - 20);
  const input = {
    boardId: board.publicId,
    kind: 'QUESTION',
    title,
    body: sent,
    leaks: 'LEAVE',
    clientKey: randomUUID(),
  };
  const { data, errors } = await browser.graphql<Started>(START, { input });
  if (text.includes('\0'))
    return errors?.[0]?.extensions?.code === 'InvalidInputError' ? [] : ['U+0000 taken'];
  const thread = data?.startThread.thread;
  if (!thread) return [`${JSON.stringify(text)} refused: ${JSON.stringify(errors ?? data)}`];
  const line = kept(title.replace(/\s+/g, ' ')).trim();
  return [
    ...(thread.opening.viewer.body === kept(sent) ? [] : [`post ${JSON.stringify(text)}`]),
    ...(thread.title === line ? [] : [`title ${JSON.stringify(text)} is ${JSON.stringify(thread.title)}`]),
  ];
}

it.each(OWN)('%j comes back as it was sent', async (text) => {
  expect(await changesOf(text)).toEqual([]);
});

(NAUGHTY_STRINGS.present ? it : it.skip)('the public list comes back as it was sent', async () => {
  const strings = readNaughtyStrings().filter((_, index) => index % sized(25, 1) === 0);
  expect((await inParallel(strings, changesOf)).flat()).toEqual([]);
});
