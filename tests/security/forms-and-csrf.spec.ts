import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Board, Thread } from '@kundig/forum/server';
import { Browser, type Answer, type Wish } from '../support/browser.js';
import { TestCommunity, type TestMember } from '../support/community.js';
import { fingerprintOf } from '../support/fingerprint.js';
import { TEST_PASSWORD } from '../support/members.js';
import { inParallel } from '../support/in-parallel.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(300_000);

let community: TestCommunity;
let web: WebProcess;
let member: TestMember;
let board: Board;
let thread: Thread;
let browser: Browser;
let fingerprint: () => Promise<string>;
beforeAll(async () => {
  community = await TestCommunity.start();
  web = await WebProcess.start(community);
  member = await community.member();
  board = await community.board();
  thread = await community.question(await community.member(), board);
  browser = await web.as(member);
  fingerprint = await fingerprintOf(community);
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await community?.close();
});

const FORM = 'application/x-www-form-urlencoded';
const reply = () => ({
  ...{ _page: `/t/${thread.slug}/${thread.publicId}`, _token: browser.formToken!, clientKey: randomUUID() },
  ...{ threadId: thread.publicId, body: 'Eine Antwort, die niemand geschrieben hat.' },
});
const post = (wish: Wish, path = '/form/reply') => browser.send(path, { method: 'POST', ...wish });

/** Runs attacks; each must be refused, and nothing may have been written by any. */
async function changesNothing(attacks: Record<string, () => Promise<Answer>>, statuses: readonly number[]) {
  const before = await fingerprint();
  for (const [name, attack] of Object.entries(attacks)) {
    const { status } = await attack();
    expect({ name, refused: statuses.includes(status), status }).toEqual({ name, refused: true, status });
    expect({ name, state: await fingerprint() }).toEqual({ name, state: before });
  }
}

describe('a write that a page of somebody else sends (V3.5.1, V3.5.3)', () => {
  it('works from a page of ours, or the refusals below would prove nothing', async () => {
    const before = await fingerprint();
    expect((await browser.form('/form/reply', reply())).status).toBe(303);
    expect(await fingerprint()).not.toBe(before);
  });

  const body = () => new URLSearchParams(reply()).toString();
  const from = (headers: Record<string, string>) =>
    post({ body: body(), headers: { 'content-type': FORM, ...headers } });
  const foreign: Record<string, Record<string, string>> = {
    'foreign origin': { origin: 'https://evil.example' },
    'origin that begins with ours': { origin: 'http://community.test.evil.example' },
    'origin with ours as its user': { origin: 'http://community.test@evil.example' },
    'opaque origin': { origin: 'null' },
    'broken origin': { origin: 'http://' },
    'cross-site by its metadata': { 'sec-fetch-site': 'cross-site' },
    'same site, other host': { 'sec-fetch-site': 'same-site' },
    'metadata against origin': { 'sec-fetch-site': 'cross-site', origin: 'http://community.test' },
  };

  it('is refused by where it comes from, token or not', async () => {
    const attacks = Object.entries(foreign).map(([name, headers]) => [name, () => from(headers)] as const);
    await changesNothing(Object.fromEntries(attacks), [403]);
  });

  it('is refused for operations as well', async () => {
    const query = `mutation ($input: ReplyInput!) { reply(input: $input) { __typename } }`;
    const { _page, _token, ...input } = reply();
    const attacks = Object.entries(foreign).map(
      ([name, headers]) => [name, () => browser.operation({ query, variables: { input } }, headers)] as const,
    );
    await changesNothing(Object.fromEntries(attacks), [403]);
  });

  it('is refused without the token of this session', async () => {
    const other = await web.fresh(await community.member());
    const tokens = {
      'no token': undefined,
      'empty token': '',
      'token of another session': other.formToken!,
      'token with a letter more': `${browser.formToken}x`,
      'token in other case': browser.formToken!.toLowerCase() + browser.formToken!.toUpperCase(),
    };
    const attacks = Object.entries(tokens).map(([name, token]) => {
      const { _token, ...fields } = reply();
      const form = new URLSearchParams({ ...fields, ...(token === undefined ? {} : { _token: token }) });
      return [name, () => post({ body: form.toString(), headers: { 'content-type': FORM } })] as const;
    });
    const twice = new URLSearchParams(reply());
    twice.append('_token', browser.formToken!);
    await changesNothing(
      {
        ...Object.fromEntries(attacks),
        'token twice': () => post({ body: twice.toString(), headers: { 'content-type': FORM } }),
        'operation without token': () =>
          browser.operation(
            { query: 'mutation { signOut(input: {}) { __typename } }' },
            { 'x-kundig-form': '' },
          ),
      },
      [403],
    );
  });

  it('cannot sign a visitor in or out from elsewhere', async () => {
    const visitor = web.visitor();
    const answer = await visitor.form(
      '/form/signIn',
      { _page: '/sign-in', mail: member.mail, password: TEST_PASSWORD },
      { origin: 'https://evil.example' },
    );
    expect(answer.status).toBe(403);
    expect(visitor.cookies.size).toBe(0);
  });

  it('is refused in every shape a foreign page can send without asking first', async () => {
    const { _token, ...input } = reply();
    const json = JSON.stringify(reply());
    const operation = JSON.stringify({
      query: 'mutation ($input: ReplyInput!) { reply(input: $input) { __typename } }',
      variables: { input },
    });
    const boundary = `--x\r\ncontent-disposition: form-data; name="body"\r\n\r\nx\r\n--x--`;
    await changesNothing(
      {
        'form as JSON': () => post({ body: json, headers: { 'content-type': 'application/json' } }),
        'form as text': () => post({ body: json.slice(0, 190), headers: { 'content-type': 'text/plain' } }),
        'form in parts': () =>
          post({ body: boundary, headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
        'form without a type': () => post({ body: new URLSearchParams(reply()).toString() }),
        'operation as text': () => browser.operation(operation, { 'content-type': 'text/plain' }),
        'operation as form': () =>
          browser.operation(`query=${encodeURIComponent(operation)}`, { 'content-type': FORM }),
        'operation without a type': () => browser.operation(operation, { 'content-type': '' }),
      },
      [400, 403, 404, 413, 415],
    );
  });

  it('is no GET, HEAD, PUT, PATCH or DELETE', async () => {
    const query = new URLSearchParams({
      query: 'mutation { signOut(input: {}) { __typename } }',
      ...reply(),
    });
    const methods = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];
    const attacks = methods.flatMap((method) =>
      [
        '/graphql',
        '/form/reply',
        '/form/signOut',
        '/en/form/reply',
        '/beacon/view',
        '/beacon/opened',
        '/beacon/solved',
      ].map((path) => [`${method} ${path}`, () => browser.send(`${path}?${query}`, { method })] as const),
    );
    await changesNothing(Object.fromEntries(attacks), [400, 403, 404, 405]);
    expect(
      (await browser.graphql<{ viewer: { signedIn: boolean } }>('{ viewer { signedIn } }')).data?.viewer,
    ).toEqual({
      signedIn: true,
    });
  });
});

describe('what a form may carry (V15.3.3, V15.3.5, V15.3.6)', () => {
  const send = (fields: URLSearchParams, path = '/form/reply') => browser.form(path, fields);
  const withMore = (...more: [string, string][]) => {
    const fields = new URLSearchParams(reply());
    for (const [name, value] of more) fields.append(name, value);
    return fields;
  };

  it('has no place for fields that nobody gave it', async () => {
    const privileged = [
      'id',
      'authorId',
      'personaId',
      'createdAt',
      'solutionAt',
      'role',
      'position',
      'hiddenAt',
      'kind',
    ];
    const fields = withMore(...privileged.map((name): [string, string] => [name, randomUUID()]));
    const { status, headers } = await send(fields);
    expect(status).toBe(303);
    const [row] = await community.owner.query<
      { author_id: string; solution_at: null; hidden_at: null; kind: string }[]
    >(
      `SELECT author_id, solution_at, hidden_at, kind FROM forum.post WHERE thread_id = $1 ORDER BY position DESC LIMIT 1`,
      [thread.id],
    );
    expect(headers.location).toContain(thread.publicId);
    expect(row).toEqual({ author_id: member.memberId, solution_at: null, hidden_at: null, kind: 'reply' });
  });

  it('is refused whole when an operation names such a field', async () => {
    const { _page, _token, ...input } = reply();
    const query = 'mutation ($input: ReplyInput!) { reply(input: $input) { __typename } }';
    for (const extra of ['authorId', 'role', 'createdAt', 'constructor', '__proto__x'])
      await changesNothing(
        { [extra]: () => browser.operation({ query, variables: { input: { ...input, [extra]: 'x' } } }) },
        [400, 200],
      );
    for (const wrong of [[], {}, ['a', 'b'], { toString: 'x' }, 1, true, null])
      await changesNothing(
        {
          [JSON.stringify(wrong)]: () =>
            browser.operation({ query, variables: { input: { ...input, body: wrong } } }),
        },
        [400, 200],
      );
  });

  it('survives names of the language itself', async () => {
    const names = [
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
      '__proto__[x]',
      'constructor.prototype.x',
    ];
    expect((await send(withMore(...names.map((name): [string, string] => [name, 'polluted'])))).status).toBe(
      303,
    );
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      'reply/../signOut',
      '%00',
    ])
      expect([400, 404]).toContain((await send(new URLSearchParams(reply()), `/form/${name}`)).status);
  });

  it('keeps what was typed when it is refused', async () => {
    const fields = { ...reply(), clientKey: 'kein Schlüssel', body: 'Getippt & <b>behalten</b>' };
    const { status, text } = await browser.form('/form/reply', fields);
    expect(status).toBe(422);
    expect(text).toContain('Getippt &amp; &lt;b&gt;behalten&lt;/b&gt;');
    expect(text).not.toContain('<b>behalten');
  });

  it('says of every field at fault what to mend, beside it', async () => {
    const answer = await web.visitor().form('/form/register', {
      ...{ _page: '/register', nickname: 'Neuling', mail: 'keine Adresse', password: TEST_PASSWORD },
    });
    expect(answer.status).toBe(422);
    const faulty = [...answer.text.matchAll(/<input[^>]* aria-invalid="true"[^>]*>/g)].map(
      ([tag]) => / name="(\w+)"/.exec(tag)?.[1],
    );
    expect(faulty).toEqual(['mail', 'acceptNetiquette', 'acceptPrivacy']);
  });

  it('names them in the order of the form, also the choice that nobody made', async () => {
    const { status, text } = await web
      .visitor()
      .form('/form/askAsGuest', { _page: '/ask', kind: 'QUESTION' });
    expect(status).toBe(422);
    const [, summary] = /role="alert"(.*?)<\/ul>/s.exec(text) ?? [];
    const named = [...(summary ?? '').matchAll(/href="#[^"]*-(\w+)"/g)].map(([, field]) => field);
    expect(named).toEqual(['title', 'body', 'boardId']);
  });

  it('never shows a password again', async () => {
    const { status, text } = await web
      .visitor()
      .form('/form/signIn', { _page: '/sign-in', mail: member.mail, password: 'Geheimes Kennwort 4711' });
    expect(status).toBe(422);
    expect(text).toContain(member.mail);
    expect(text).not.toContain('Geheimes Kennwort 4711');
  });

  it('is refused when it is too large, or has too many fields', async () => {
    const many = new URLSearchParams(reply());
    for (let index = 0; index < 2000; index += 1) many.append(`f${index}`, 'x');
    await changesNothing(
      {
        large: () => send(withMore(['more', 'x'.repeat(300_000)])),
        many: () => send(many),
        'large operation': () =>
          browser.operation({ query: `# ${'x'.repeat(300_000)}\n{ viewer { signedIn } }` }),
      },
      [400, 413],
    );
  });
});

describe('where a form leads (V3.7.2)', () => {
  const elsewhere = [
    ...[
      'https://evil.example',
      '//evil.example',
      '///evil.example',
      '////evil.example',
      '/\\evil.example',
      '\\\\evil.example',
    ],
    ...[
      '/\\/evil.example',
      '\\/evil.example',
      'http:evil.example',
      'http:/evil.example',
      'https:///evil.example',
      'javascript:alert(1)',
    ],
    ...[
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      ' //evil.example',
      '\t//evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
    ],
    ...[
      '/\r\n/evil.example',
      '/%0d%0aLocation:%20https://evil.example',
      '\r\nSet-Cookie: kundig=x',
      '/%2f%2fevil.example/%2e%2e',
      '//evil.example%2f@community.test',
    ],
    ...[
      '//community.test@evil.example',
      '//community.test.evil.example',
      'evil.example',
      '.evil.example',
      '../../evil',
      '/../..//evil.example',
      '/.//evil.example',
    ],
    ...[
      '/..//evil.example',
      '/x/..//evil.example',
      '/%2e%2e//evil.example',
      '/%09/evil.example',
      '/%5cevil.example',
      '//%65vil.example',
      '／／evil.example',
      '//evil。example',
    ],
    ...[
      '/en//evil.example',
      '/en/../..//evil.example',
      '?next=//evil.example',
      '#//evil.example',
      '@evil.example',
      ':80',
      '/x'.repeat(5000),
    ],
  ];

  it('is never another site, however it is written', async () => {
    expect(elsewhere.length).toBeGreaterThanOrEqual(40);
    const locations = await inParallel(elsewhere, async (next) => {
      const signIn = { mail: member.mail, password: TEST_PASSWORD };
      const answers = [
        await web.visitor().form('/form/signIn', { ...signIn, _page: next, next }),
        await web.visitor().form('/en/form/signIn', { ...signIn, _page: next, next }),
        await web.visitor().form('/form/reply', { ...reply(), _page: next }),
        await web.visitor().get(`/sign-in?next=${encodeURIComponent(next)}`),
        await browser.get(`/sign-in?next=${encodeURIComponent(next)}`),
      ];
      return answers.map(({ headers, text }) => ({
        next,
        location: headers.location,
        text,
        cookies: headers['set-cookie'],
      }));
    });
    for (const { next, location, text, cookies } of locations.flat()) {
      for (const base of ['http://community.test/form/signIn', 'http://community.test/en/form/signIn']) {
        const target = location === undefined ? new URL(base) : new URL(location, base);
        expect({ next, location, origin: target.origin }).toEqual({
          next,
          location,
          origin: 'http://community.test',
        });
      }
      expect(text).not.toMatch(
        /(?:href|action|src|value)="(?:https?:)?\/\/evil|(?:href|action)="\s*(?:javascript|data|vbscript):/i,
      );
      for (const cookie of cookies ?? []) expect(cookie).not.toMatch(/^kundig=x/);
    }
  });

  it('is not led elsewhere by an address of ours either', async () => {
    const paths = [
      '//evil.example',
      '//evil.example/%2e%2e',
      '/\\evil.example',
      '/en//evil.example',
      '///evil.example/search',
      '/t/x/%0d%0aLocation:x',
      '/%2f%2fevil.example',
      '/..//evil.example',
    ];
    for (const path of [...paths, ...paths.map((path) => `/en${path}`)]) {
      const { headers, status, text } = await web.visitor().get(path);
      if (headers.location !== undefined)
        expect(new URL(headers.location, 'http://community.test').origin).toBe('http://community.test');
      const links = [...text.matchAll(/ (?:href|action|src)="([^"]*)"/g)].map(([, link]) => link!);
      expect(
        links.filter((link) => new URL(link, 'http://community.test').hostname === 'evil.example'),
      ).toEqual([]);
      expect(status).toBeLessThan(500);
    }
  });
});

it('counts what was solved by searching, by day alone, for pages of ours', async () => {
  const counted = () =>
    community.owner.query("SELECT day::text, count FROM platform.usage_day WHERE event = 'solved-by-search'");
  const beacon = (headers: Record<string, string>) => post({ body: '', headers }, '/beacon/solved');
  expect((await beacon({ origin: 'https://evil.example' })).status).toBe(403);
  expect(await counted()).toEqual([]);
  for (let time = 0; time < 2; time += 1)
    expect((await beacon({ 'content-type': 'text/plain' })).status).toBe(204);
  expect(await counted()).toEqual([{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), count: '2' }]);
});

it('counts no view that names no thread', async () => {
  const before = await fingerprint();
  for (const body of ['', '../x', '{"a":1}', 'x'.repeat(150)])
    expect((await post({ body, headers: { 'content-type': 'text/plain' } }, '/beacon/view')).status).toBe(
      204,
    );
  expect(await fingerprint()).toBe(before);
});
