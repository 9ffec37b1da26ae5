import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EditPostService, type Board, type Thread } from '@kundig/forum/server';
import { RequestContext } from '@kundig/platform/server';
import { ReindexSearch, SearchCommunity, SearchEngine } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

const system = RequestContext.system();
const COMMON = 'Drucker';
const RARE = 'Blattläufer';

let community: TestCommunity;
let asker: TestMember;
let office: Board;
let rare: Thread;

const search = (query: string) =>
  community.get(SearchCommunity).execute(community.visitor(), { query, filter: {}, page: 1 });
const titles = async (query: string) => (await search(query)).hits.map(({ thread }) => thread.title);
const countWords = () => community.get(SearchEngine).countWords(system, community.clock.now());
const counted = async (lexeme: string): Promise<number | undefined> =>
  (
    await community.owner.query<{ posts: number }[]>('SELECT posts FROM search.frequency WHERE lexeme = $1', [
      lexeme,
    ])
  )[0]?.posts;

/** Each is a minute younger than the one before. */
async function ask(title: string, body: string): Promise<Thread> {
  community.clock.advance({ minutes: 1 });
  const thread = await community.question(asker, office, { title, body });
  await community.runJobs();
  return thread;
}

beforeAll(async () => {
  community = await TestCommunity.start();
  asker = await community.member();
  office = await community.board({ slug: 'buero' });
  rare = await ask('Streifen auf jeder Seite', `Vielleicht liegt es ja am ${RARE}.`);
  for (let index = 0; index < 8; index += 1) await ask(`Papierstau im Flur ${index}`, `Der ${COMMON} steht.`);
  await ask('Unter Debian und anderswo', 'Wie bekommt das Projekt GNU/Linux zum Laufen?');
}, 60_000);
afterAll(() => community.close());

describe('the order of what is found', () => {
  it('puts what is rare before what is common, once words are counted', async () => {
    expect((await titles(`${COMMON} ${RARE}`))[0]).not.toBe(rare.title);
    await countWords();
    const outcome = await search(`${COMMON} ${RARE}`);
    expect(outcome).toMatchObject({ loosened: true });
    expect(outcome.hits[0]!.thread.title).toBe(rare.title);
  });

  it('ranks a question in whole sentences by all it holds, and finds more than what holds all of it', async () => {
    await countWords();
    const { hits, total } = await search(`Warum macht der ${COMMON} Streifen, liegt es am ${RARE}?`);
    expect(hits[0]!.thread.title).toBe(rare.title);
    expect(total).toBeGreaterThan(0);
  });
});

describe('words that are joined', () => {
  it('by a slash are found one by one, and shown as they were written', async () => {
    const [hit] = (await search('Linux')).hits;
    expect(hit!.excerptHtml).toContain('GNU/<mark>Linux</mark>');
    expect(await titles('GNU/Linux')).toEqual(['Unter Debian und anderswo']);
  });

  it('by a hyphen are found where they stand apart', async () => {
    expect(await titles('Debian-Projekt')).toEqual(['Unter Debian und anderswo']);
  });
});

describe('counts of words', () => {
  it('follow a board that grew by a quarter at once, and any other after a day', async () => {
    await countWords();
    expect(await counted('drucker')).toBe(8);
    await ask('Noch eine Frage', `Auch hier ein ${COMMON}.`);
    await countWords();
    expect(await counted('drucker')).toBe(8);
    community.clock.advance({ minutes: 24 * 60 });
    await countWords();
    expect(await counted('drucker')).toBe(9);
    for (let index = 0; index < 3; index += 1) await ask(`Wieder eine ${index}`, `Mein ${COMMON} auch.`);
    await countWords();
    expect(await counted('drucker')).toBe(12);
  });

  it('are made again by a rebuild', async () => {
    await community.owner.query('TRUNCATE search.frequency, search.board_size');
    await community.get(ReindexSearch).execute(system);
    expect(await counted('drucker')).toBe(12);
  });

  it('hold no word any more that nobody can read, in none of its forms', async () => {
    const threads = [
      await ask('Erste', 'Die Sonderzahlungen kommen.'),
      await ask('Zweite', 'Keine Sonderzahlungen.'),
    ];
    community.clock.advance({ minutes: 24 * 60 });
    await countWords();
    expect(await counted('sonderzahl')).toBe(2);
    for (const { id } of threads) {
      const [post] = await community.owner.query<{ public_id: string }[]>(
        'SELECT public_id FROM forum.post WHERE thread_id = $1',
        [id],
      );
      await community.get(EditPostService).execute(await community.as(asker), {
        postId: post!.public_id,
        body: 'Erledigt.',
      });
    }
    await community.runJobs();
    expect([await counted('sonderzahlungen'), await counted('sonderzahl')]).toEqual([undefined, undefined]);
  });

  it('from several processes at once are those of one', async () => {
    await community.owner.query('TRUNCATE search.frequency, search.board_size');
    await countWords();
    const one = await community.snapshotOf('search.frequency');
    await community.owner.query('TRUNCATE search.frequency, search.board_size');
    await Promise.all([countWords(), countWords(), countWords()]);
    expect(await community.snapshotOf('search.frequency')).toEqual(one);
  });
});

describe('between posts that are else alike', () => {
  it('counts a word in its base form once, as any other', async () => {
    await ask('Was nun', 'Hier steht ein Anker.');
    await ask('Was tun', 'Hier stehen Masten.');
    await countWords();
    expect(await titles('Anker Masten')).toEqual(['Was tun', 'Was nun']);
  });

  it('lets words that stand everywhere decide between posts that are else alike, and finds nothing by them', async () => {
    await ask('Erstens', 'Takelage unter dem Deck.');
    await ask('Zweitens', 'Takelage neben einem Deck.');
    await countWords();
    expect(await titles('unter dem Takelage Deck')).toEqual(['Erstens', 'Zweitens']);
  });
});

describe('a word of four letters', () => {
  it('is found at the end of a word that begins with another known one, and in no other', async () => {
    await ask('Es rauscht', 'Im Festnetz knackt es.');
    await ask('Es knistert', 'Das Kabel sitzt fest.');
    await ask('Es pfeift', 'Im Quarznetz pfeift es.');
    expect(await titles('Netz')).toEqual(['Es rauscht']);
  });
});
