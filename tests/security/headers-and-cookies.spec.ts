import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { WebBundle } from '@kundig/api';
import { Browser, type Answer } from '../support/browser.js';
import { fillWithCast, type Cast } from '../support/cast.js';
import { TestCommunity } from '../support/community.js';
import { differenceOf } from '../support/difference.js';
import { eventually } from '../support/eventually.js';
import { inParallel } from '../support/in-parallel.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(300_000);

let community: TestCommunity;
let web: WebProcess;
let cast: Cast;
let hash: string;
beforeAll(async () => {
  community = await TestCommunity.start();
  web = await WebProcess.start(community);
  cast = await fillWithCast(community, web, 1);
  hash = web.application.get(WebBundle).inlineScriptHash;
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await community?.close();
});

const threadPath = () => `/t/${cast.question.slug}/${cast.question.publicId}`;

/** One address of every kind the process answers. */
const addresses = () => [
  ...['/', '/en', '/en/', threadPath(), `/en${threadPath()}`, `/b/${cast.open.slug}/${cast.open.publicId}`],
  ...[
    '/ask',
    '/search?q=telefon',
    '/tag/router',
    `/u/${cast.people.author.nickname}`,
    `/p/${cast.anonymousReply.publicId}`,
  ],
  ...[
    '/faq',
    '/sign-in',
    '/register',
    '/forgot-password',
    '/imprint',
    '/privacy',
    '/netiquette',
    '/accessibility',
  ],
  ...[
    '/desk/faq',
    '/desk/reports',
    '/desk/audit',
    '/desk/outbox',
    '/there-is-no-such-page',
    '/t/x/abcdefghjkmn',
  ],
  ...[
    '/graphql',
    '/form/reply',
    '/beacon/view',
    '/beacon/opened',
    '/beacon/solved',
    '/mail/unsubscribe/x',
    '/faq/export/x',
    '/assets/x',
    '/.git/config',
    '/%00',
    '/%E0%A4%A',
  ],
];

const policyOf = ({ headers }: Answer) => String(headers['content-security-policy']);
const nonceOf = (answer: Answer) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1];

describe('every answer (V3.4.3 to V3.4.6)', () => {
  it('carries the headers, whoever asks and whatever for', async () => {
    const browsers = [cast.browsers.visitor, cast.browsers.member, cast.browsers.administrator];
    const asked = browsers.flatMap((browser) =>
      addresses().flatMap((path) =>
        (['GET', 'HEAD', 'POST'] as const).map((method) => ({ browser, path, method })),
      ),
    );
    const answers = await inParallel(asked, async ({ browser, path, method }) => ({
      name: `${method} ${path}`,
      answer: await browser.send(path, { method, ...(method === 'POST' ? { body: '' } : {}) }),
    }));
    for (const { name, answer } of answers) {
      const { headers, status } = answer;
      expect({ name, status: status < 500 }).toEqual({ name, status: true });
      expect({ name, ...headers }).toMatchObject({
        name,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'x-frame-options': 'DENY',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(policyOf(answer)).not.toMatch(/unsafe|https?:|\*|strict-dynamic/);
      expect(policyOf(answer)).toContain(`script-src 'self' ${hash}`);
    }
  });

  it('is a page only where it says so, and its inline scripts are the ones the policy knows', async () => {
    for (const browser of [cast.browsers.visitor, cast.browsers.member])
      for (const path of addresses()) {
        const answer = await browser.get(path);
        if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
        expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
        const nonce = nonceOf(answer);
        for (const [, attributes = '', content = ''] of answer.text.matchAll(
          /<script([^>]*)>([^<]*)<\/script>/g,
        )) {
          if (content === '' || /type="application\/(ld\+)?json"/.test(attributes)) continue;
          const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(content))).toString(
            'base64',
          );
          expect(hash).toBe(`'sha256-${digest}'`);
          if (nonce) expect(attributes).toContain(`nonce="${nonce}"`);
        }
        expect(answer.text).not.toMatch(/<[^>]+\son\w+=/);
        expect(answer.text.match(/<style|\sstyle="/g)).toBeNull();
      }
  });
});

describe('the nonce (V3.4.3)', () => {
  it('is on no page that is shared', async () => {
    for (const path of addresses()) {
      const answer = await cast.browsers.visitor.get(path);
      if (answer.headers['cache-control']?.includes('public')) expect(nonceOf(answer)).toBeUndefined();
    }
  });

  it('is another one in each of 1,000 answers', async () => {
    const answers = await inParallel(Array.from({ length: 1000 }), () =>
      cast.browsers.member.get('/imprint'),
    );
    const nonces = answers.map(nonceOf);
    expect(nonces).not.toContain(undefined);
    expect(new Set(nonces).size).toBe(1000);
    for (const nonce of nonces) expect(Buffer.from(nonce!, 'base64')).toHaveLength(16);
  });
});

describe('a visitor’s page that is kept (V14.2.4)', () => {
  it('is for its own address and choice, whatever host a request names', async () => {
    const { visitor } = cast.browsers;
    const { host } = new URL(visitor.origin);
    const plain = { cookie: 'kundig_plain=1' };
    const german = await visitor.send('/netiquette?kept=1', { headers: { host: `${host}/en` } });
    const full = await visitor.send('/netiquette?kept=2', { headers: { host: `plain ${host}` } });
    for (const { text } of [german, full]) expect(text).toContain('<html lang="de"');
    expect((await visitor.get('/en/netiquette?kept=1')).text).toContain('<html lang="en"');
    const chosen = await visitor.send('/netiquette?kept=2', { headers: plain });
    expect(chosen.text).not.toBe(full.text);
    expect(chosen.text).toBe((await visitor.send('/netiquette?kept=2', { headers: plain })).text);
  });
});

describe('the session cookie (V3.3.1 to V3.3.4)', () => {
  it('is a visitor’s only when they sign in', async () => {
    const visitor = web.visitor();
    for (const path of addresses()) await visitor.get(path);
    expect(visitor.cookies.size).toBe(0);
  });

  it('is out of reach of scripts and foreign pages', async () => {
    const { headers } = await web.visitor().signIn(cast.people.member.mail, 'Regenschirm am Dienstag');
    const [cookie = '', ...more] = headers['set-cookie'] ?? [];
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^kundig=s%3A[\w-]{32}\.[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  it('is bound to the host and to TLS where the site has it, and the site insists on TLS', async () => {
    const secure = await WebProcess.start(community, { BASE_URL: 'https://community.test' });
    try {
      const proxied = secure.visitor({ 'x-forwarded-proto': 'https' });
      const { headers } = await proxied.signIn(cast.people.member.mail, 'Regenschirm am Dienstag');
      expect(headers['set-cookie']).toHaveLength(1);
      expect(headers['set-cookie']![0]).toMatch(
        /^__Host-kundig=s%3A[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
      const { headers: page } = await proxied.get('/imprint');
      expect(page['cache-control']).toBe('no-store');
      const plain = await secure.visitor().signIn(cast.people.member.mail, 'Regenschirm am Dienstag');
      expect(plain.headers['set-cookie']).toBeUndefined();
    } finally {
      await secure.close();
    }
  });
});

describe('what is stored on the way (V14.2.2, V14.3.2)', () => {
  it('is never a page of somebody signed in', async () => {
    for (const browser of [cast.browsers.member, cast.browsers.administrator])
      for (const path of addresses()) {
        const { headers, status } = await browser.get(path);
        if (status === 200 && String(headers['content-type']).startsWith('text/html'))
          expect({ path, cache: headers['cache-control'] }).toEqual({ path, cache: 'no-store' });
        expect(headers.etag === undefined || !String(headers['cache-control']).includes('public')).toBe(true);
      }
  });

  it('is no way to a page either: the address of a closed thread holds its title', async () => {
    const { thread } = cast.secrets[0]!;
    const { headers, status } = await cast.browsers.groupMember.get(`/t/x/${thread.publicId}`);
    expect([status, headers.location, headers['cache-control']]).toEqual([
      301,
      `/t/${thread.slug}/${thread.publicId}`,
      'no-store',
    ]);
  });

  it('keeps two people and a visitor at one address apart, in every order', async () => {
    const { visitor, member, author } = cast.browsers;
    const nicknames = [cast.people.member.nickname, cast.people.author.nickname] as const;
    for (const order of [
      [visitor, member, author],
      [author, member, visitor],
      [member, visitor, author],
    ])
      for (const path of ['/imprint', '/', '/en', threadPath()])
        for (const browser of order) {
          const { text } = await browser.get(path);
          const menu = text.slice(0, text.indexOf('<main'));
          expect({ path, own: menu.includes('_token') }).toEqual({ path, own: browser !== visitor });
          expect(menu.includes(nicknames[0])).toBe(browser === member);
          expect(menu.includes(nicknames[1])).toBe(browser === author);
        }
  });

  it('is not coloured by headers of whoever came first (advisory 32)', async () => {
    const variants: Record<string, string>[] = [
      { 'x-forwarded-host': 'evil.example' },
      { 'x-forwarded-proto': 'https', 'x-forwarded-port': '4711', forwarded: 'host=evil.example' },
      { 'x-original-url': '/desk/outbox', 'x-rewrite-url': '/desk/outbox' },
      { 'accept-language': 'en-GB,en;q=0.9' },
      { 'x-kundig-locale': 'en' },
      { cookie: 'theme=dark; mantine=1; xkundig=1; kundig_=2' },
      { accept: 'application/json', 'x-requested-with': 'XMLHttpRequest' },
      { 'user-agent': 'Googlebot/2.1"><script>alert(1)</script>' },
      { 'x-http-method-override': 'POST', origin: 'https://evil.example', referer: 'https://evil.example/' },
      { range: 'bytes=0-10', 'if-modified-since': 'Mon, 01 Jan 2035 00:00:00 GMT' },
      { 'accept-encoding': 'identity;q=0' },
    ];
    const plain = ({ text }: Answer) =>
      text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<uuid>').replace(/probe(=|%3D)\w+/g, 'probe');
    for (const [index, headers] of variants.entries()) {
      const path = `/imprint?probe=${index}`;
      const first = await web.visitor().get(path, headers);
      const second = await web.visitor().get(path);
      expect(first.status).toBe(200);
      expect(second.text).toBe(first.text); // from the cache
      const untouched = plain(await web.visitor().get(`/imprint?probe=clean`));
      expect(differenceOf(plain(second), untouched)).toBeNull();
      expect(second.text).not.toContain('evil.example');
      expect(second.headers.vary).toContain('Cookie');
    }
  });

  const unpackers = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
  ] as const)('travels for %s as %s, and is the same page', async (accepted, packing) => {
    const plain = await web.visitor().get('/netiquette?packed', { 'accept-encoding': 'identity' });
    for (const visit of ['made', 'kept']) {
      const { status, headers, bytes } = await web
        .visitor()
        .get('/netiquette?packed', { 'accept-encoding': accepted });
      expect({ visit, status, packing: headers['content-encoding'] }).toEqual({
        visit,
        status: 200,
        packing,
      });
      expect(unpackers[packing ?? 'identity'](bytes).toString()).toBe(plain.text);
      expect(headers.vary).toContain('Accept-Encoding');
    }
  });

  it('is what a visitor has already, when nothing changed', async () => {
    const path = threadPath();
    const { headers, text } = await web.visitor().get(path);
    const again = await web.visitor().get(path, { 'if-none-match': String(headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    const member = await cast.browsers.member.get(path, { 'if-none-match': String(headers.etag) });
    expect([member.status, member.headers.etag]).toEqual([200, undefined]);
    expect(member.text).not.toBe(text);
    expect((await web.visitor().get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is no page whose address is a secret of its reader', async () => {
    for (const page of ['confirm', 'reset-password', 'first-administrator', 'unsubscribe'])
      for (const prefix of ['', '/en']) {
        const path = `${prefix}/${page}/a-token-of-a-mail`;
        const { headers, status, text } = await web.visitor().get(path);
        expect({ path, status, cache: headers['cache-control'] }).toEqual({
          path,
          status: ['first-administrator', 'unsubscribe'].includes(page) ? 410 : 200, // it says at once that its link is over
          cache: 'no-store',
        });
        expect(headers.etag).toBeUndefined();
        expect(text).toContain('a-token-of-a-mail');
      }
  });

  it('is kept again after the page has changed, without waiting for the next change', async () => {
    const before = await web.visitor().get('/');
    await community.question(await community.member(), cast.open, {
      title: 'Steht schon auf der Startseite?',
    });
    await eventually(
      'the new question on home',
      async () => ((await web.visitor().get('/')).text === before.text ? undefined : true),
      10_000,
    );
    expect((await web.visitor().get('/')).text).toBe((await web.visitor().get('/')).text);
  });

  it('is no refusal: what is missing or failed is asked for again', async () => {
    for (const path of ['/there-is-no-such-page', '/t/x/abcdefghjkmn', '/%E0%A4%A']) {
      const { headers, status } = await web.visitor().get(path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(headers['cache-control'] ?? 'no-store').toMatch(/no-store/);
    }
  });
});
