import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FILE_LIMITS } from '@kundig/files/server';
import type { Board } from '@kundig/forum/server';
import { SuspendService } from '@kundig/moderation/server';
import { pdfShowing } from '@kundig/test-kit';
import sharp from 'sharp';
import { Browser, type Answer } from '../support/browser.js';
import { TestCommunity, type TestMember } from '../support/community.js';
import { eventually } from '../support/eventually.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(300_000);

let community: TestCommunity;
let web: WebProcess;
let board: Board;
let member: TestMember;
let browser: Browser;
beforeAll(async () => {
  community = await TestCommunity.start();
  web = await WebProcess.start(community, { FILES_MAX_MB: '2' });
  board = await community.board();
  member = await community.member();
  browser = await web.as(member);
  await browser.readToken();
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await community?.close();
});

const BOUNDARY = 'kundig-test-boundary';

interface Part {
  readonly name?: string;
  readonly filename?: string;
  readonly type?: string;
  readonly content: Buffer | string;
}

const multipart = (...parts: Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ name = 'file', filename, type, content }) => [
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`,
      ),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);

const FILE_HEADERS = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

const upload = (part: Part, by: Browser = browser, purpose = 'post', headers: Record<string, string> = {}) =>
  by.send(`/files?purpose=${purpose}`, {
    method: 'POST',
    headers: { ...FILE_HEADERS, 'x-kundig-form': by.formToken ?? '', origin: web.origin, ...headers },
    body: multipart({ filename: 'bild.png', type: 'image/png', ...part }),
  });

const picture = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#38c' } })
    .png()
    .toBuffer();

const urlOf = ({ status, text }: Answer): string => {
  expect([status, text]).toEqual([201, text]);
  return (JSON.parse(text) as { url: string }).url;
};

const filesKept = () => community.snapshotOf('files.file', 'identity.upload');

describe('what is handed in', () => {
  it('is not taken from visitors, nor without the token of the session, nor from another site', async () => {
    const before = await filesKept();
    const content = await picture();
    expect((await upload({ content }, web.visitor())).status).toBe(401);
    expect((await upload({ content }, browser, 'post', { 'x-kundig-form': 'guessed' })).status).toBe(403);
    expect((await upload({ content }, browser, 'post', { origin: 'https://evil.example' })).status).toBe(403);
    for (const purpose of ['article', 'site'])
      expect((await upload({ content }, browser, purpose)).status).toBe(404);
    expect((await upload({ content }, browser, 'everything')).status).toBe(422);
    expect(await filesKept()).toEqual(before);
  });

  it.each([
    [
      'an SVG with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      /SVG/,
    ],
    ['a page called a picture', '<!doctype html><script>alert(1)</script>', /Webseiten/],
    ['a program', 'MZ\u0000\u0001\u0002\u0003', /nicht möglich/],
    ['a zip', 'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000', /nicht möglich/],
    ['a page called a PDF', '%PDF-1.7\n<script>alert(1)</script>', /PDF lässt sich nicht öffnen/],
    ['half a picture', 'GIF89a\u0001\u0000', /öffnen/],
    ['nothing', '', /nicht leer/],
  ])('is refused with a word as %s, and nothing is kept', async (_name, content, words) => {
    const before = await filesKept();
    const { status, text } = await upload({ content: Buffer.from(content, 'latin1') });
    expect([status, JSON.parse(text)]).toEqual([
      422,
      { field: 'file', message: expect.stringMatching(words) },
    ]);
    expect(await filesKept()).toEqual(before);
  });

  it('is refused when too large, in words, however it was packed', async () => {
    const { status, text } = await upload({ content: Buffer.alloc(3_000_000, 65) });
    expect([status, JSON.parse(text)]).toMatchObject([422, { message: expect.stringContaining('2 MB') }]);
  });

  it('is refused when its header promises more pixels than anybody has', async () => {
    const bomb = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    bomb.writeUInt32BE(90_000, 16);
    bomb.writeUInt32BE(90_000, 20);
    const before = process.memoryUsage().rss;
    expect((await upload({ content: bomb })).status).toBe(422);
    expect(process.memoryUsage().rss - before).toBeLessThan((90_000 * 90_000 * 3) / 100); // of 24 GB
  });

  it.each([
    ['a way out', '../../../etc/passwd'],
    ['a way out of Windows', '..\\..\\x.png'],
    ['a root', '/etc/passwd'],
    ['an end before the end', 'a%00b.png'],
    ['a setting of servers', '.htaccess'],
    ['more letters than fit', 'x'.repeat(5_000)],
  ])('has no name, be it %s', async (_name, filename) => {
    const url = urlOf(await upload({ content: await picture(), filename }));
    expect(url).toMatch(/^\/files\/[2-9a-zA]{24}-900x600$/);
  });

  it('is what its bytes say, whatever it calls itself', async () => {
    const url = urlOf(await upload({ content: await picture(), filename: 'x.html', type: 'text/html' }));
    const { headers } = await browser.get(url);
    expect(headers['content-type']).toBe('image/webp');
  });

  it('of two kinds at once keeps the picture only', async () => {
    const script = '<script>alert(document.cookie)</script>';
    const polyglots = [
      Buffer.concat([await picture(), Buffer.from(script)]),
      Buffer.concat([
        await sharp(await picture())
          .gif()
          .toBuffer(),
        Buffer.from(`/*${script}*/`),
      ]),
      await sharp(await picture())
        .withExif({ IFD0: { ImageDescription: script } })
        .jpeg()
        .toBuffer(),
    ];
    for (const content of polyglots) {
      expect(content.includes(script)).toBe(true);
      const { bytes } = await browser.get(urlOf(await upload({ content })));
      expect(bytes.includes('script')).toBe(false);
      expect((await sharp(bytes).metadata()).format).toBe('webp');
    }
  });
});

describe('what is handed out', () => {
  it('as a download opens nowhere and has a name that tells nothing', async () => {
    const log = urlOf(
      await upload({
        content: 'Kranich <b>war hier</b>',
        filename: 'Rechnung_Kranich.txt',
        type: 'text/html',
      }),
    );
    const pdf = urlOf(await upload({ content: pdfShowing('Kranich war hier'), filename: 'Kranich.pdf' }));
    for (const [url, type, name] of [
      [log, 'application/octet-stream', 'anhang.txt'],
      [pdf, 'application/pdf', 'anhang.pdf'],
    ] as const) {
      const { headers } = await browser.get(url);
      expect(headers).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
      });
    }
  });

  it('is the same answer where it is unknown and where it is somebody else’s', async () => {
    const url = urlOf(await upload({ content: await picture() }));
    const unknown = url.replace(/[2-9a-zA]{24}/, 'z'.repeat(24));
    for (const reader of [web.visitor(), await web.as(await community.member())]) {
      const [theirs, none] = [await reader.get(url), await reader.get(unknown)];
      const { date: _one, 'x-request-id': _id, ...headers } = theirs.headers;
      const { date: _other, 'x-request-id': _otherId, ...others } = none.headers;
      expect([theirs.status, theirs.text, headers]).toEqual([none.status, none.text, others]);
      expect(theirs.status).toBe(404);
    }
  });

  it.each([
    '/files/..%2f..%2fetc%2fpasswd',
    '/files/%2e%2e/keys.json',
    '/files/zzzzzzzzzzzzzzzzzzzzzzzz',
    '/files/zzzzzzzzzzzzzzzzzzzzzzzz-10x10/480',
    "/files/'%20OR%201=1--",
  ])('is nothing at %s', async (path) => {
    expect((await browser.get(path)).status).toBe(404);
  });

  it('has its own widths only, and none under another size', async () => {
    const url = urlOf(await upload({ content: await picture() }));
    expect((await browser.get(`${url}/480`)).status).toBe(200);
    for (const wrong of [
      `${url}/960`,
      `${url}/481`,
      `${url}/0480`,
      url.replace('900x600', '9x6'),
      url.replace(/-.*/, ''),
    ])
      expect([wrong, (await browser.get(wrong)).status]).toEqual([wrong, 404]);
  });

  it('of a public post is kept by caches for ten minutes, and 304 afterwards; of a closed one by nobody', async () => {
    const url = urlOf(await upload({ content: await picture() }));
    await community.question(member, board, { body: `So: ![Anlage](${url})` });
    const { headers } = await web.visitor().get(url);
    expect(headers['cache-control']).toBe('public, max-age=600');
    expect((await browser.get(url)).headers['cache-control']).toBe('private, max-age=600');
    const again = await web.visitor().send(url, { headers: { 'if-none-match': headers.etag! } });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const closed = await community.groupBoard([member], false);
    const secret = urlOf(await upload({ content: await picture() }));
    await community.question(member, closed, { body: `So: ![Anlage](${secret})` });
    expect((await browser.get(secret)).headers['cache-control']).toBe('private, no-store');
    expect((await web.visitor().get(secret)).status).toBe(404);
  });
});

describe('a plain form with a file', () => {
  const form = (fields: Record<string, string>, file?: Part) =>
    browser.send('/form/startThread', {
      method: 'POST',
      headers: { ...FILE_HEADERS, origin: web.origin },
      body: multipart(
        ...Object.entries({ _token: browser.formToken!, _page: '/ask', ...fields }).map(
          ([name, content]) => ({ name, content }),
        ),
        ...(file ? [{ filename: 'foto.jpg', type: 'image/jpeg', ...file }] : []),
      ),
    });
  const question = () => ({
    kind: 'QUESTION',
    boardId: board.publicId,
    title: 'Warum blinkt die rote Leuchte am Router?',
    body: 'Seit heute früh blinkt sie.',
    clientKey: crypto.randomUUID(),
  });

  it('publishes both, the picture described', async () => {
    const { status, headers } = await form(
      { ...question(), fileAlt: 'Router mit [roter] Leuchte' },
      { content: await picture() },
    );
    expect(status).toBe(303);
    const { text } = await web.visitor().get(headers.location!);
    const [, src] = /<img src="(\/files\/[^"]+)" alt="Router mit\s+roter\s+Leuchte"/.exec(text) ?? [];
    expect((await web.visitor().get(src!)).status).toBe(200);
  });

  it('shows the form again with what to mend when the file cannot be taken, nothing typed lost', async () => {
    const { status, text } = await form(question(), { content: '<svg onload="alert(1)"></svg>' });
    expect(status).toBe(422);
    expect(text).toContain('Warum blinkt die rote Leuchte');
    expect(text).toContain('Seit heute früh blinkt sie.');
    expect(text).toContain('SVG-Zeichnungen');
  });

  it('keeps no member waiting, however many visitors never come to its end', async () => {
    const { hostname, port } = new URL(web.origin);
    const begin = () => {
      const slow = request({
        ...{ hostname, port, path: '/form/register', method: 'POST' },
        headers: { ...FILE_HEADERS, origin: web.origin, 'content-length': 1_000_000 },
      });
      slow.on('error', () => undefined); // cut off below
      slow.on('response', (answer) => answer.resume());
      slow.write(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nlangsam`);
      return slow;
    };
    const pending = Array.from({ length: FILE_LIMITS.atOnce }, begin);
    try {
      await eventually(
        'the places of visitors to be taken',
        async () => {
          const { status } = await web.visitor().send('/form/register', {
            ...{ method: 'POST', headers: { ...FILE_HEADERS, origin: web.origin } },
            body: multipart({ name: '_page', content: '/register' }),
          });
          return status === 429 ? true : undefined;
        },
        10_000,
      );
      urlOf(await upload({ content: await picture() }));
    } finally {
      pending.forEach((one) => one.destroy());
    }
  });

  it('is not taken from who is suspended, whatever else the form is good for', async () => {
    const suspended = await community.member();
    const by = await web.as(suspended);
    await by.readToken();
    await community
      .get(SuspendService)
      .execute(await community.as(await community.withRole('moderator')), suspended, {
        ...{ reason: 'Werbung trotz zweier Hinweise.', endsAt: null },
      });
    const before = await filesKept();
    const { status, text } = await by.send('/form/saveDraft', {
      method: 'POST',
      headers: { ...FILE_HEADERS, origin: web.origin },
      body: multipart(
        { name: '_token', content: by.formToken! },
        { name: '_page', content: '/ask' },
        { name: 'body', content: 'Seit heute früh blinkt sie.' },
        { filename: 'foto.png', type: 'image/png', content: await picture() },
      ),
    });
    expect([status, text.includes('Werbung trotz zweier Hinweise.')]).toEqual([403, true]);
    expect(await filesKept()).toEqual(before);
  });

  it('is refused without the token of the session', async () => {
    expect((await form({ ...question(), _token: 'guessed' })).status).toBe(403);
  });
});
