import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FORUM_LIMITS, type Board } from '@kundig/forum/server';
import {
  attackStrings,
  NAUGHTY_STRINGS,
  OWN_ATTACKS,
  readNaughtyStrings,
} from '../support/attack-strings.js';
import { Browser } from '../support/browser.js';
import { fillWithCast, type Cast } from '../support/cast.js';
import { TestCommunity } from '../support/community.js';
import { dangersIn, learnOwnScript } from '../support/dangers.js';
import { outcomeOf, rootFieldsOf, type RootField } from '../support/operations.js';
import { inParallel } from '../support/in-parallel.js';
import { sized } from '../support/security-size.js';
import { WebProcess } from '../support/web-process.js';
import { randomUUID } from 'node:crypto';

jest.setTimeout(600_000);

let community: TestCommunity;
let web: WebProcess;
let cast: Cast;
let fields: RootField[];
beforeAll(async () => {
  community = await TestCommunity.start();
  web = await WebProcess.start(community);
  cast = await fillWithCast(community, web, 1);
  fields = rootFieldsOf(web.get(GraphQLSchemaHost).schema).filter(
    ({ name }) => !['signOut', 'exportFaq'].includes(name),
  );
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await community?.close();
});

/** @returns the variables with one value replaced by another */
function withValue(
  variables: Record<string, unknown>,
  [name, ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  if (rest.length === 0) return { ...variables, [name!]: value };
  return {
    ...variables,
    [name!]: withValue({ ...(variables[name!] as Record<string, unknown>) }, rest, value),
  };
}

/** Calls every argument of a type with every value as the administrator. @returns what ended as a defect */
async function tortured(
  types: readonly string[],
  values: readonly unknown[],
): Promise<{ calls: number; wrong: string[] }> {
  const ids = {
    boardId: cast.open.publicId,
    threadId: cast.question.publicId,
    postId: cast.anonymousReply.publicId,
  };
  const calls = fields.flatMap((field) =>
    field.scalars
      .filter(({ type }) => types.includes(type))
      .flatMap(({ path }) => values.map((value) => ({ field, path, value }))),
  );
  const wrong = await inParallel(calls, async ({ field, path, value }) => {
    const variables = withValue(field.variables(ids), path, value);
    const { status, text } = await cast.browsers.administrator.operation({
      query: field.document,
      variables,
    });
    const outcome = status === 413 ? 'too large' : outcomeOf(field.name, JSON.parse(text));
    const bad = status >= 500 || outcome === 'INTERNAL_SERVER_ERROR';
    const shown = JSON.stringify(value)?.slice(0, 40);
    return bad ? [`${field.name} ${path.join('.')} = ${shown}: ${status} ${outcome}`] : [];
  });
  return { calls: calls.length, wrong: wrong.flat() };
}

describe('every argument (V2.2.1, V1.4.2)', () => {
  it('takes a text of any size, or refuses it', async () => {
    const sizes = [0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
    const { calls, wrong } = await tortured(
      ['String', 'ID'],
      sizes.map((size) => 'ä'.repeat(size)),
    );
    expect(wrong).toEqual([]);
    expect(calls).toBeGreaterThan(400);
  });

  it('takes any number, or refuses it', async () => {
    const numbers = [
      0,
      -1,
      1,
      50,
      51,
      1_000_000,
      2 ** 31 - 1,
      -(2 ** 31),
      2 ** 31,
      2 ** 53,
      1.5,
      -0,
      1e308,
      '1',
      null,
    ];
    expect((await tortured(['Int', 'Float'], numbers)).wrong).toEqual([]);
  });

  it('takes any characters, or refuses them', async () => {
    const own = [
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\udfff\ud800',
      '﷽',
      '\u202eabc',
      '\u200b\u200d\ufeff',
      'Z\u0351\u036b\u0343A',
      '%',
      '_',
      '%s%n',
      "' OR 1=1 --",
      '"; DROP TABLE x',
      '\\',
      '$1',
      '{{7*7}}',
      '${7*7}',
      '../../etc/passwd',
      '&amp;lt;',
      '%253Cscript',
      'e\u0301'.repeat(50),
      '👩‍👩‍👧‍👦',
    ];
    expect((await tortured(['String', 'ID'], own)).wrong).toEqual([]);
  });

  it('takes a cursor that nobody was given, or refuses it', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const cursors = [
      `2026-11-02T09:00:00.000Z|${'-'.repeat(36)}`,
      `-271821-04-20T00:00:00.000Z|${id}`,
      `+275760-09-13T00:00:00.000Z|${id}`,
      `0000-01-01T00:00:00.000Z|${id}`,
      `infinity|${id}`,
      `1|${id}`,
      `2026-11-02T09:00:00.000Z|${id}|${id}`,
    ].map((cursor) => Buffer.from(cursor).toString('base64url'));
    expect((await tortured(['String'], cursors)).wrong).toEqual([]);
  });

  const naughty = NAUGHTY_STRINGS.present ? it : it.skip;
  naughty('takes the naughty strings, or refuses them (skipped where the data sets are not)', async () => {
    const strings = readNaughtyStrings().filter((_, index) => index % sized(50, 1) === 0);
    expect((await tortured(['String', 'ID'], strings)).wrong).toEqual([]);
  });
});

describe('what people write (V1.2.1, V1.3.1, advisory 33)', () => {
  let board: Board;
  beforeAll(async () => {
    board = await community.board();
    learnOwnScript((await web.visitor().get('/imprint')).text);
  });

  it('is found when it runs, so that the search below means something', () => {
    for (const html of [
      '<script>x</script>',
      '<p onclick=x>',
      '<a href="java\tscript:x">',
      '<img src=//evil.example/x>',
      '<style>x</style>',
      '<svg><a xlink:href="javascript:x"/></svg>',
    ])
      expect({ html, found: dangersIn(html).length > 0 }).toEqual({ html, found: true });
  });

  it('never becomes a program: title, text, tags, draft, preview, search and nickname', async () => {
    const { member } = cast.browsers;
    const query = `mutation ($input: StartThreadInput!) { startThread(input: $input) { __typename ... on StartThreadSuccess { thread { id path } } } }`;
    const results = await inParallel(attackStrings(8), async (payload) => {
      const title = `Titel ${payload}`.slice(0, FORUM_LIMITS.titleMax);
      const input = {
        boardId: board.publicId,
        kind: 'QUESTION',
        title,
        body: `Text\n\n${payload}\n\n> ${payload}\n\n- ${payload}`,
        leaks: 'LEAVE',
        clientKey: randomUUID(),
      };
      const { data } = await member.graphql<{ startThread: { thread?: { path: string } } }>(query, { input });
      const path = data?.startThread.thread?.path;
      const pages = [
        ...(path ? [path] : []),
        `/search?q=${encodeURIComponent(payload.slice(0, 150))}`,
        `/tag/${encodeURIComponent(payload.slice(0, 60))}`,
        `/u/${encodeURIComponent(payload.slice(0, 60))}`,
      ];
      const dangers: string[] = [];
      for (const page of pages) {
        const { text, status, headers } = await web.visitor().get(page);
        if (status >= 500) dangers.push(`${status} ${page.slice(0, 30)}`);
        if (String(headers['content-type']).startsWith('text/html'))
          dangers.push(...dangersIn(text).map((danger) => `${page.slice(0, 8)} ${danger}`));
      }
      const draft = await member.form('/form/saveDraft', {
        _page: '/ask',
        title: payload,
        body: payload,
        tags: payload,
      });
      const preview = await member.graphql<{ previewMarkdown: string }>(
        'query ($body: String!) { previewMarkdown(body: $body) }',
        { body: payload },
      );
      const register = await web.visitor().form('/form/register', {
        ...{ _page: '/register', nickname: payload, mail: `${randomUUID()}@kunde.example` },
        ...{ password: 'Regenschirm am Mittwoch', acceptNetiquette: 'on', acceptPrivacy: 'on' },
      });
      const shown = [
        draft.text,
        (await member.get('/ask')).text,
        preview.data?.previewMarkdown ?? '',
        register.text,
      ];
      if (!preview.data && !payload.includes('\0')) dangers.push('no preview');
      dangers.push(...shown.flatMap(dangersIn));
      const refused = await member.form('/form/startThread', {
        _page: '/ask',
        title: payload.slice(0, 5),
        body: payload,
        tags: payload,
      });
      return [...dangers, ...dangersIn(refused.text).map((danger) => `form ${danger}`)].map((danger) => ({
        payload,
        danger,
      }));
    });
    expect(results.flat()).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(OWN_ATTACKS.length);
    const stored = await community.owner.query<{ body_html: string }[]>('SELECT body_html FROM forum.post');
    expect(stored.flatMap(({ body_html }) => dangersIn(body_html))).toEqual([]);
    for (const path of [`/b/${board.slug}/${board.publicId}`, '/', '/en'])
      for (const browser of [web.visitor(), member])
        expect(dangersIn((await browser.get(path)).text)).toEqual([]);
  });
});

/** Controls that make a line read in another order than it was typed in, up to its end (Trojan Source, CVE-2021-42574). */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

it('shows no text in another order than it was typed in: titles and posts', async () => {
  const title = 'Anleitung \u202efdp.exe\u2066 für die Anlage';
  const thread = await cast.browsers.author.graphql<{
    startThread: { thread: { path: string; title: string } };
  }>(
    `mutation ($input: StartThreadInput!) { startThread(input: $input) { ... on StartThreadSuccess { thread { path title } } } }`,
    {
      input: {
        ...{ boardId: cast.open.publicId, kind: 'QUESTION', title, body: `Siehe \u202d${title}` },
        clientKey: randomUUID(),
      },
    },
  );
  const { path, title: shown } = thread.data!.startThread.thread;
  expect(shown).toBe('Anleitung fdp.exe für die Anlage');
  for (const page of [path, '/'])
    for (const browser of [web.visitor(), cast.browsers.author])
      expect((await browser.get(page)).text).not.toMatch(TURNING);
});
