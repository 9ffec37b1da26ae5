import { beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { PostVisibility, type Board, type Thread } from '@kundig/forum/server';
import { AppDatabase, RequestContext } from '@kundig/platform/server';
import { SwitchFeatureService } from '@kundig/site/server';
import type { TestMember } from '../../support/community.js';
import { ServedCommunity } from '../../support/served-community.js';

const served = ServedCommunity.open();
const home = 'http://community.test';
const FILES = ['blog', 'boards', 'faq', 'tags', 'threads'];

/** A community that has been opened to search engines. */
const get = (path: string) => served.web.visitor().get(path);

/** @returns the text of every element of that name @throws where it is no XML */
function textsOf(document: string, name: string): string[] {
  const parser = new SaxesParser({ xmlns: true });
  const found: string[] = [];
  let open = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => void (open = ''));
  parser.on('text', (text) => void (open += text));
  parser.on('closetag', ({ name: closed }) => {
    if (closed === name) found.push(open);
  });
  parser.write(document).close();
  return found;
}

const addresses = async (file: string) => textsOf((await get(`/sitemap/${file}-1.xml`)).text, 'loc');

let anna: TestMember;
let board: Board;
let question: Thread;
beforeAll(async () => {
  const { community } = served;
  anna = await community.member();
  board = await community.board({ slug: 'telefonie' });
  question = await community.question(anna, board, {
    title: 'Wie leite ich Anrufe um?',
    tags: ['umleitung'],
  });
});

describe('a community that is not open to search engines', () => {
  it('has no list of pages, and lets crawlers in to read that they shall keep none', async () => {
    expect(textsOf((await get('/sitemap.xml')).text, 'loc')).toEqual([]);
    expect((await get('/sitemap/threads-1.xml')).status).toBe(404);
    const robots = await get('/robots.txt');
    expect(robots.headers['content-type']).toMatch(/^text\/plain/);
    expect(robots.text).toMatch(/^User-agent: \*\nDisallow: /);
    expect(robots.text).not.toContain('Sitemap');
    expect(robots.text).not.toMatch(/^Disallow: \/$/m);
  });
});

describe('a community that is open to search engines', () => {
  beforeAll(async () => {
    const administrator = await served.community.withRole('administrator');
    const ctx = await served.community.as(administrator);
    await served.web.get(SwitchFeatureService).execute(ctx, { feature: 'search-engines', on: true });
  });

  it('names its sitemaps in robots.txt, and the files of every source in the index', async () => {
    expect((await get('/robots.txt')).text).toContain(`\nSitemap: ${home}/sitemap.xml\n`);
    const index = await get('/sitemap.xml');
    expect(index.headers['content-type']).toMatch(/^application\/xml/);
    expect(textsOf(index.text, 'loc')).toEqual(FILES.map((file) => `${home}/sitemap/${file}-1.xml`));
  });

  it.each(FILES)('has every page that %s lists', async (file) => {
    const locations = await addresses(file);
    for (const location of locations)
      expect((await get(location.slice(home.length) || '/')).status).toBe(200);
  });

  it('lists a thread in its own language with both languages of the interface, as of its last change', async () => {
    const { community } = served;
    community.clock.advance({ minutes: 3 * 24 * 60 });
    await community.reply(anna, question);
    const day = community.clock.now().toISOString().slice(0, 10);
    const { text } = await get('/sitemap/threads-1.xml');
    const path = `/t/${question.slug}/${question.publicId}`;
    expect(text).toContain(
      `<url><loc>${home}${path}</loc><lastmod>${day}</lastmod>` +
        `<xhtml:link rel="alternate" hreflang="de" href="${home}${path}"/>` +
        `<xhtml:link rel="alternate" hreflang="en" href="${home}/en${path}"/></url>`,
    );
  });

  it('lists a board with its threads, the start page before it, and a tag that several threads bear', async () => {
    const { community } = served;
    const empty = await community.board();
    expect(await addresses('tags')).toEqual([]);
    await community.question(anna, board, { tags: ['umleitung', 'einmal'] });
    expect(await addresses('tags')).toEqual([`${home}/tag/umleitung`]);
    const boards = await addresses('boards');
    expect(boards[0]).toBe(`${home}/`);
    expect(boards).toContain(`${home}/b/telefonie/${board.publicId}`);
    expect(boards.join()).not.toContain(empty.publicId);
  });

  it('lists no thread that was hidden', async () => {
    const { community } = served;
    const hidden = await community.question(anna, board, { title: 'Hier steht bald nichts mehr, oder?' });
    expect((await addresses('threads')).join()).toContain(hidden.publicId);
    const [opening] = await community.owner.query<{ id: string }[]>(
      'SELECT id FROM forum.post WHERE thread_id = $1',
      [hidden.id],
    );
    await community
      .get(AppDatabase)
      .transaction(RequestContext.system(), (tx) =>
        community.get(PostVisibility).withdraw(tx, opening!.id, { hiddenReason: 'Werbung' }),
      );
    expect((await addresses('threads')).join()).not.toContain(hidden.publicId);
  });

  it('says the same to everybody, byte by byte, whatever lies in boards that visitors do not see', async () => {
    const { community } = served;
    const read = async (browser: { get: typeof get }) => {
      const feeds = [`/b/telefonie/${board.publicId}/feed`, '/tag/umleitung/feed', '/tag/geheim/feed'];
      const files = [
        ...['/sitemap.xml', '/robots.txt'],
        ...FILES.map((file) => `/sitemap/${file}-1.xml`),
        ...feeds.flatMap((feed) => [`${feed}.rss`, `${feed}.json`]),
      ];
      return Promise.all(files.map(async (file) => (await browser.get(file)).text));
    };
    const before = await read(served.web.visitor());
    community.clock.advance({ minutes: 24 * 60 });
    const secret = await community.groupBoard([anna], false);
    const announced = await community.groupBoard([anna], true);
    const inner = await community.board({ visibility: 'members' });
    for (const closed of [secret, announced, inner])
      for (const title of ['Wer kennt die neue Anlage?', 'Wer kennt die alte Anlage?'])
        await community.question(anna, closed, { title, tags: ['geheim', 'einmal', 'umleitung'] });
    expect(await read(served.web.visitor())).toEqual(before);
    expect(await read(await served.web.as(anna))).toEqual(before);
  });

  it.each(['nothing-1', 'threads-2', 'threads-0', 'threads', 'threads-99999', 'threads-1e3'])(
    'has no file %s',
    async (file) => {
      expect((await get(`/sitemap/${file}.xml`)).status).toBe(404);
    },
  );
});

it.each([
  ['', 'durchsuchen'],
  ['/en', 'Search '],
])('offers its search to browsers below "%s"', async (prefix, words) => {
  const { text, headers } = await get(`${prefix}/opensearch.xml`);
  expect(headers['content-type']).toMatch(/^application\/opensearchdescription\+xml/);
  expect(textsOf(text, 'Description')[0]).toContain(words);
  expect(textsOf(text, 'ShortName')[0]!.length).toBeLessThanOrEqual(16);
  expect(text).toContain(`template="${home}${prefix}/search?q={searchTerms}"`);
  expect((await get(`${prefix || '/'}`)).text).toContain(
    `<link rel="search" type="application/opensearchdescription+xml" title="`,
  );
});
