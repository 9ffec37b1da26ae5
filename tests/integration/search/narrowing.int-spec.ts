import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { SearchCommunity, SEARCH_LIMITS, type SearchFilter, type SearchRequest } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

const DAY_IN_MINUTES = 24 * 60;

let community: TestCommunity;
let asker: TestMember;
let board: Board;

const search = (query: string, { page = 1, order, ...filter }: SearchFilter & Partial<SearchRequest> = {}) =>
  community.get(SearchCommunity).execute(community.visitor(), { query, filter, order, page });
const titles = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).hits.map(({ thread }) => thread.title);

async function ask(title: string, body: string, author = asker, place = board) {
  const thread = await community.question(author, place, { title, body });
  community.clock.advance({ minutes: 5 });
  return thread;
}

beforeAll(async () => {
  community = await TestCommunity.start();
  asker = await community.member('Haubentaucher');
  board = await community.board();
  await ask('Alt', 'Der Leuchtturm blinkt. Ein Leuchtturm, noch ein Leuchtturm.');
  community.clock.advance({ minutes: 100 * DAY_IN_MINUTES });
  await ask('Vom Frühjahr', 'Der Leuchtturm blinkt wieder, aber langsam.');
  community.clock.advance({ minutes: 20 * DAY_IN_MINUTES });
  await ask('Vor Tagen', 'Der Leuchtturm ist aus.');
  community.clock.advance({ minutes: 2 * DAY_IN_MINUTES });
  await ask('Eben', 'Wer sieht den Leuchtturm bei Nebel, bei Regen, bei Schnee, bei Sturm und bei Nacht?');
  await community.runJobs();
}, 60_000);
afterAll(() => community.close());

describe('how far back', () => {
  it.each([
    ['day', 'tag', ['Eben']],
    ['week', 'woche', ['Eben', 'Vor Tagen']],
    ['month', 'monat', ['Eben', 'Vom Frühjahr', 'Vor Tagen']],
    ['year', 'jahr', ['Alt', 'Eben', 'Vom Frühjahr', 'Vor Tagen']],
  ] as const)('a %s: the page and the operators say the same', async (since, german, expected) => {
    const found = (await titles('Leuchtturm', { since })).sort();
    expect(found).toEqual(expected);
    expect((await titles(`Leuchtturm since:${since}`)).sort()).toEqual(expected);
    expect((await titles(`seit:${german} Leuchtturm`)).sort()).toEqual(expected);
    expect((await search('Leuchtturm', { since })).total).toBe(expected.length);
  });

  it('alone finds what is new', async () => {
    expect(await titles('since:day')).toEqual(['Eben']);
  });
});

describe('the newest first', () => {
  it('finds the same threads in another order', async () => {
    const best = await titles('Leuchtturm');
    expect(best[0]).toBe('Alt');
    expect(await titles('Leuchtturm', { order: 'newest' })).toEqual([
      'Eben',
      'Vor Tagen',
      'Vom Frühjahr',
      'Alt',
    ]);
    expect([...best].sort()).toEqual(['Alt', 'Eben', 'Vom Frühjahr', 'Vor Tagen']);
  });

  it('puts a thread where its newest post is that holds the words, and shows that', async () => {
    const thread = await ask('Nachgefragt', 'Ein Nebelhorn, das Nebelhorn.');
    await ask('Dazwischen', 'Das Nebelhorn schweigt.');
    const { id } = await community.reply(asker, thread, {
      body: 'Mein Nebelhorn tutet wieder, nach Wochen.',
    });
    community.clock.advance({ minutes: 5 });
    await community.reply(asker, thread, { body: 'Vielen Dank allen.' });
    await community.runJobs();
    const { hits } = await search('Nebelhorn', { order: 'newest' });
    expect(hits.map((hit) => hit.thread.title)).toEqual(['Nachgefragt', 'Dazwischen']);
    expect(hits[0]!.post.id).toBe(id);
  });

  it('turns its pages without a gap, threads of one time by their key', async () => {
    const count = SEARCH_LIMITS.pageSize + 3;
    for (let index = 0; index < count; index += 1)
      await community.question(await community.member(), board, { title: `Boje ${index}`, body: 'Treibt.' });
    await community.runJobs();
    const pages = [1, 2].map((page) => titles('Boje', { order: 'newest', page }));
    const all = (await Promise.all(pages)).flat();
    expect(all).toHaveLength(count);
    expect(new Set(all).size).toBe(count);
  });
});

describe('the author', () => {
  it('of the page says the same as the operator, whatever the case', async () => {
    const other = await community.member('Basstölpel');
    await ask('Von anderswo', 'Auch hier ein Leuchtturm.', other);
    await community.runJobs();
    expect(await titles('Leuchtturm author:Basstölpel')).toEqual(['Von anderswo']);
    expect(await titles('Leuchtturm', { author: ' basstölpel ' })).toEqual(['Von anderswo']);
  });

  it('who writes only where the viewer may not read answers like one who does not exist, slips and all', async () => {
    const insider = await community.member('Tiefseetaucher');
    await ask(
      'Geheim',
      'Der Leuchtturm wird verkauft.',
      insider,
      await community.groupBoard([insider], false),
    );
    await community.runJobs();
    for (const query of ['Leuchtturm', 'Leuchtrum', 'Leuchtturm Quarzsand', 'since:year']) {
      const unknown = await search(query, { author: 'Gibtesnicht' });
      expect(unknown).toMatchObject({ total: 0, hits: [], articles: [], namedMembers: [], boards: [] });
      expect(await search(query, { author: insider.nickname })).toEqual(unknown);
      expect(await search(`${query} author:${insider.nickname}`)).toMatchObject({ total: 0, hits: [] });
    }
  });

  it('is never told of by a persona', async () => {
    const masked = await community.member();
    const thread = await community.question(masked, board, {
      ...{ title: 'Anonym', body: 'Der Leuchtturm hat Risse.', anonymous: true },
    });
    await community.runJobs();
    expect(await titles('Risse')).toEqual(['Anonym']);
    expect(await titles('Risse', { author: masked.nickname })).toEqual([]);
    const [persona] = await community.owner.query<{ name: string }[]>(
      'SELECT name FROM pseudonyms.pseudonym WHERE id = $1',
      [thread.authorId],
    );
    expect(await titles('Risse', { author: persona!.name })).toEqual([]);
  });
});
