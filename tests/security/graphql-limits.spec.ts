import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ThreadRepository } from '@kundig/forum/server';
import { Browser, type Answer, type GraphAnswer } from '../support/browser.js';
import { TestCommunity } from '../support/community.js';
import { inParallel } from '../support/in-parallel.js';
import { sized } from '../support/security-size.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(300_000);

let community: TestCommunity;
/** Answers any document that is within the limits. */
let web: WebProcess;
/** Answers the documents of our pages alone, as in production. */
let strict: WebProcess;
let visitor: Browser;
beforeAll(async () => {
  community = await TestCommunity.start();
  web = await WebProcess.start(community);
  strict = await WebProcess.start(community, { GRAPHQL_DOCUMENTS: 'persisted' });
  visitor = web.visitor();
  await community.question(await community.member(), await community.board());
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await strict?.close();
  await community?.close();
});

const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const parsed = ({ text }: Answer) => JSON.parse(text) as GraphAnswer;

/** Runs a document and tells whether it was refused whole. */
async function refused(query: string, browser = visitor): Promise<boolean> {
  const answer = await browser.operation({ query });
  const { data, errors } = parsed(answer);
  return (data === undefined || data === null) && (errors?.length ?? 0) > 0 && answer.status === 400;
}

describe('in production', () => {
  it('answers the documents of our pages by their hash', async () => {
    const documents = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../dist/web/persisted-documents.json'), 'utf8'),
    ) as Record<string, string>;
    const [hash] = Object.entries(documents).find(([, text]) => /\bquery PageFrame\b/.test(text))!;
    const { data } = parsed(
      await strict.visitor().operation({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
    );
    expect(data).toHaveProperty('viewer');
  });

  it('refuses everything else with the same bytes', async () => {
    const query = '{ viewer { signedIn } }';
    const hash = createHash('sha256').update(query).digest('hex');
    const bodies: unknown[] = [
      { query },
      { query, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }, // automatic registration
      { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
      { extensions: { persistedQuery: { version: 1, sha256Hash: '__proto__' } } },
      { extensions: { persistedQuery: { version: 1, sha256Hash: ['x'] } } },
      { query: '{ __schema { types { name } } }' },
      [{ query }, { query }],
      ...[{}, [], { id: hash }, { documentId: `sha256:${hash}` }, { query: 1 }],
    ];
    const answers = await inParallel(bodies, (body) => strict.visitor().operation(body));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['400 {"errors":[{"message":"Unknown operation.","extensions":{"code":"BAD_REQUEST"}}]}']),
    );
  });
});

describe('what may be asked at once', () => {
  it('is one operation, not a batch', async () => {
    const { status, text } = await visitor.operation([
      { query: '{ site { name } }' },
      { query: '{ site { name } }' },
    ]);
    expect(status).toBe(400);
    expect(text).not.toContain('site');
  });

  it('is what pages need, and little more', async () => {
    expect(await refused('{ site { name } }')).toBe(false);
    expect(await refused(`{ ${repeated(10, (i) => `a${i}: site { name }`)} }`)).toBe(false);
    expect(await refused(`{ ${repeated(11, (i) => `a${i}: site { name }`)} }`)).toBe(true);
    expect(await refused(`{ site { name ${repeated(11, () => '@include(if: true)')} } }`)).toBe(true);
    expect(await refused(`{ site { ${repeated(2001, () => 'name')} } }`)).toBe(true);
    expect(await refused(deep(4))).toBe(false);
    expect(await refused(deep(9))).toBe(true);
  });

  it('says nothing about the schema', async () => {
    const questions = [
      '{ __schema { types { name } } }',
      '{ __type(name: "Account") { fields { name } } }',
      '{ a: __schema { queryType { name } } }',
      'fragment S on __Schema { types { name } } query { __schema { ...S } }',
    ];
    for (const query of questions) expect(await refused(query)).toBe(true);
    expect((await visitor.get(`/graphql?query=${encodeURIComponent(questions[0]!)}`)).status).toBe(400);
    const messages = await Promise.all(
      ['{ viewr { signedIn } }', '{ qqqqq { signedIn } }'].map(async (query) =>
        parsed(await visitor.operation({ query })).errors?.[0]?.message.replace(/"\w+"/, '"…"'),
      ),
    );
    expect(messages[0]).toBe(messages[1]);
    expect(messages.join()).not.toMatch(/did you mean/i);
  });

  it('names no limit', async () => {
    for (const query of [deep(40), `{ ${repeated(500, (i) => `a${i}: site { name }`)} }`])
      expect((await visitor.operation({ query })).text).not.toMatch(/\b(9|10|2000|8000)\b/);
  });
});

/** Boards of boards of boards … */
function deep(depth: number): string {
  return `{ boards { ${'children { '.repeat(depth)} id ${'} '.repeat(depth)} } }`;
}

describe('hostile documents', () => {
  const circle = 'fragment A on Board { id ...B } fragment B on Board { id ...A } { boards { ...A } }';
  const kinds: ((size: number) => string)[] = [
    (size) => deep(9 + size),
    (size) => `{ ${repeated(11 + size, (i) => `a${i}: boards { id }`)} }`,
    (size) => `{ site { ${repeated(2001 + size, () => 'name')} } }`,
    (size) => `{ site { name ${repeated(11 + size, () => '@skip(if: false)')} } }`,
    (size) => circle.replaceAll('A', `A${size}`),
    (size) => `{ ${'{ '.repeat(size)}`,
    (size) => `${'query Q { site { name } } '.repeat(size + 2)}`,
    (size) => `{ thread(id: ${'['.repeat(size * 50 + 1)}${']'.repeat(size * 50 + 1)}) { id } }`,
    (size) =>
      `{ threads(first: 50) { items { ${repeated(size + 9, (i) => `r${i}: related { related { related { title excerpt tags } } }`)} } } }`,
    (size) =>
      `${repeated(size + 2, (i) => `fragment F${i} on Board { children { ...F${i + 1} } }`)} fragment F${size + 2} on Board { children { children { children { children { children { children { children { children { id } } } } } } } } } { boards { ...F0 } }`,
    (size) => `query (${repeated(size + 2, (i) => `$v${i}: Unknown${i}`)}) { site { name } }`,
    (size) => `{ site { ${'​'.repeat(size + 1)}name } }`,
  ];

  it('are refused before a resolver runs', async () => {
    const sizes = Array.from({ length: sized(18, 360) }, (_, index) => index * 3);
    const documents = sizes.flatMap((size) => kinds.map((kind) => kind(size)));
    expect(documents.length).toBeGreaterThanOrEqual(200);
    const touched = jest.spyOn(web.get(ThreadRepository), 'after');
    const passed: string[] = [];
    for (const document of documents) if (!(await refused(document))) passed.push(document.slice(0, 120));
    expect(passed).toEqual([]);
    expect(touched).not.toHaveBeenCalled();
  });
});

describe('a resolver that fails (V16.5.1)', () => {
  const secret = 'SELECT mail FROM identity.account /var/lib/kundig';
  afterAll(() => void jest.restoreAllMocks());

  it('shows nothing of why: neither in an operation, nor in a page, nor in a form', async () => {
    jest.spyOn(web.get(ThreadRepository), 'after').mockRejectedValue(new Error(secret));
    jest.spyOn(web.get(ThreadRepository), 'findReadable').mockRejectedValue(new Error(secret));
    const operation = await visitor.operation({ query: '{ threads { items { id } } }' });
    expect(parsed(operation)).toEqual({
      data: null,
      errors: [
        { message: 'Internal error.', path: ['threads'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      ],
    });
    const member = await web.as(await community.member());
    const page = await visitor.get('/t/x/abcdefghjkmn');
    const form = await member.form('/form/followThread', { _page: '/imprint', threadId: 'abcdefghjkmn' });
    expect([page.status, form.status]).toEqual([500, 500]);
    for (const { text, headers } of [operation, page, form]) {
      expect(text + JSON.stringify(headers)).not.toMatch(
        /SELECT|identity\.|\/var\/lib|node_modules|\.ts:|\.js:\d/,
      );
      expect(headers['cache-control']).toBe('no-store');
    }
  });
});
