import { beforeAll, describe, expect, it } from '@jest/globals';
import { DeletePostService, EditPostService, type Board, type Thread } from '@kundig/forum/server';
import type { TestMember } from '../../support/community.js';
import { ServedCommunity } from '../../support/served-community.js';

const served = ServedCommunity.open();
const home = 'http://community.test';
const FORMATS = ['xml', 'rss', 'json'];

interface JsonFeed {
  readonly title: string;
  readonly items: readonly {
    id: string;
    url: string;
    title: string;
    date_modified: string;
    tags: string[];
  }[];
}

const get = (path: string) => served.web.visitor().get(path);
const feedOf = async (path: string) => JSON.parse((await get(`${path}/feed.json`)).text) as JsonFeed;
const pathOf = (board: Board) => `/b/${board.slug}/${board.publicId}`;
const openingOf = async ({ id }: Thread) => {
  const [opening] = await served.community.owner.query<{ publicId: string }[]>(
    'SELECT public_id AS "publicId" FROM forum.post WHERE thread_id = $1 AND position = 1',
    [id],
  );
  return opening!;
};

let anna: TestMember;
let board: Board;
let first: Thread;
let second: Thread;
beforeAll(async () => {
  const { community } = served;
  anna = await community.member('Kranich_42');
  board = await community.board({ slug: 'telefonie', nameDe: 'Telefonie', nameEn: 'Telephony' });
  first = await community.question(anna, board, { title: 'Wie leite ich Anrufe um?', tags: ['umleitung'] });
  community.clock.advance({ minutes: 60 });
  second = await community.question(anna, board, { title: 'Wer klingelt da & warum?', anonymous: true });
});

describe('the feed of a board', () => {
  it.each([
    ['xml', 'application/atom+xml'],
    ['rss', 'application/rss+xml'],
    ['json', 'application/feed+json'],
  ])('is there as %s, and the page names it', async (format, type) => {
    const { status, headers } = await get(`${pathOf(board)}/feed.${format}`);
    expect([status, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
    expect((await get(pathOf(board))).text).toContain(
      `<link rel="alternate" type="${type}" title="Telefonie" href="${home}${pathOf(board)}/feed.${format}">`,
    );
  });

  it('holds the threads of the board, the newest first, in the language of the address', async () => {
    const { title, items } = await feedOf(`/en${pathOf(board)}`);
    expect(title).toMatch(/^Telephony · /);
    expect(items.map(({ url }) => url)).toEqual(
      [second, first].map(({ slug, publicId }) => `${home}/en/t/${slug}/${publicId}`),
    );
    expect(items[1]).toMatchObject({ title: 'Wie leite ich Anrufe um?', tags: ['umleitung'] });
  });

  it('names nobody, under whatever name they wrote', async () => {
    const page = (await get(`/t/${second.slug}/${second.publicId}`)).text;
    const persona = /Anonym · [\p{L} ]+/u.exec(page)![0];
    for (const format of FORMATS) {
      const { text } = await get(`${pathOf(board)}/feed.${format}`);
      expect(text).toContain(second.publicId);
      expect(text).not.toContain('Kranich_42');
      expect(text).not.toContain(persona);
    }
  });

  it('tells of an edit, and keeps the id where the title changes', async () => {
    const { community } = served;
    const before = (await feedOf(pathOf(board))).items[1]!;
    community.clock.advance({ minutes: 60 });
    await community.get(EditPostService).execute(await community.as(anna), {
      postId: (await openingOf(first)).publicId,
      title: 'Wie leite ich alle Anrufe um?',
      body: 'Seit dem Umzug klingelt es in der Zentrale und sonst nirgends.',
    });
    const after = (await feedOf(pathOf(board))).items[1]!;
    expect(after).toMatchObject({ id: before.id, title: 'Wie leite ich alle Anrufe um?' });
    expect(after.url).not.toBe(before.url);
    expect(Date.parse(after.date_modified)).toBeGreaterThan(Date.parse(before.date_modified));
    expect((await get(before.url.slice(home.length))).status).toBe(301);
  });

  it('is not there for a board that visitors do not read, even for whoever does', async () => {
    const { community } = served;
    const closed = [
      await community.groupBoard([anna], false),
      await community.groupBoard([anna], true),
      await community.board({ visibility: 'members' }),
    ];
    const member = await served.web.as(anna);
    const unknown = await get('/b/x/doesnotexist/feed.xml');
    for (const each of closed) {
      await community.question(anna, each, { tags: ['umleitung'] });
      for (const browser of [served.web.visitor(), member]) {
        const { status, text } = await browser.get(`${pathOf(each)}/feed.xml`);
        expect([status, text]).toEqual([unknown.status, unknown.text]);
      }
    }
    expect(unknown.status).toBe(404);
    expect((await feedOf('/tag/umleitung')).items).toHaveLength(1);
    expect((await member.get('/tag/umleitung/feed.json')).text).toBe(
      (await get('/tag/umleitung/feed.json')).text,
    );
  });

  it('is there in no other format', async () => {
    for (const format of ['html', 'constructor', 'xmlx'])
      expect((await get(`${pathOf(board)}/feed.${format}`)).status).toBe(404);
  });
});

describe('the feed of a tag', () => {
  it('holds the threads that bear it', async () => {
    expect((await feedOf('/tag/umleitung')).items).toHaveLength(1);
    expect((await feedOf('/tag/nirgends')).items).toEqual([]);
    expect((await get('/tag/umleitung')).text).toContain(`href="${home}/tag/umleitung/feed.xml"`);
  });
});

it('a thread that was deleted is gone for visitors, and in no feed; one that never was is not found', async () => {
  const { community } = served;
  const gone = await community.question(anna, board, { title: 'Was bald nicht mehr hier steht' });
  const path = `/t/${gone.slug}/${gone.publicId}`;
  expect((await get(path)).status).toBe(200);
  await community.get(DeletePostService).execute(await community.as(anna), (await openingOf(gone)).publicId);
  expect((await get(`/t/-/${gone.publicId}`)).status).toBe(410);
  expect((await (await served.web.as(anna)).get(`/t/-/${gone.publicId}`)).status).toBe(200);
  expect((await get('/t/-/doesnotexist')).status).toBe(404);
  expect(JSON.stringify(await feedOf(pathOf(board)))).not.toContain(gone.publicId);
});
