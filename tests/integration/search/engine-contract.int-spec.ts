import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AppDatabase, RequestContext, Worker } from '@kundig/platform/server';
import {
  PostgresSearchEngine,
  SearchEngine,
  VerifyMirror,
  type EngineFilter,
  type SearchDocument,
} from '@kundig/search/server';
import { TestCommunity } from '../../support/community.js';
import { meilisearchForTests, type MeilisearchForTests } from '../../support/recorded-meilisearch.js';

jest.setTimeout(60_000);

const system = RequestContext.system();
let keys = 0;
/** The same keys in every run, so that what was recorded of a server fits. */
const nextKey = () => `00000000-0000-4000-8000-${String((keys += 1)).padStart(12, '0')}`;
const [OPEN, OTHER, HIDDEN, AUTHOR, NOBODY] = Array.from({ length: 5 }, nextKey) as [
  string,
  string,
  string,
  string,
  string,
];

/** A document of a thread of its own, unless told otherwise. */
function document(title: string, body: string, more: Partial<SearchDocument> = {}): SearchDocument {
  const postId = nextKey();
  const facts = {
    title,
    boardId: OPEN,
    tags: [],
    threadKind: 'question',
    threadState: 'unanswered',
  } as const;
  return {
    ...{
      ...facts,
      body,
      postId,
      threadId: nextKey(),
      sameProblems: 0,
      threadDigest: `t${title}`,
      lang: 'de',
    },
    ...{ authorId: null, isOpening: true, isSolution: false, postDigest: `p${body}` },
    createdAt: new Date('2026-03-01T10:00:00Z'),
    ...more,
  };
}

const TITLED = document('Regenrinne verstopft im Lager', 'Laub liegt überall.', { tags: ['dach'] });
const REPLY = document('Regenrinne verstopft im Lager', 'Ein Laubsieb hilft gegen Laub.', {
  ...{ threadId: TITLED.threadId, isOpening: false, authorId: AUTHOR, threadDigest: TITLED.threadDigest },
  tags: TITLED.tags,
});
const MENTIONED = document('Fallrohr tropft', 'Die Regenrinne ist trocken, das Lager nicht.', {
  ...{ threadState: 'solved', boardId: OTHER, createdAt: new Date('2026-03-02T10:00:00Z') },
});
const ENGLISH = document('Gutter guard for the warehouse', 'Which one fits a Regenrinne <b>like</b> ours?', {
  ...{ lang: 'en', threadKind: 'discussion', threadState: 'none' },
});
const SECRET = document('Regenrinne im geheimen Lager', 'Zwiebelfisch & Regenrinne', {
  boardId: HIDDEN,
  tags: ['dach'],
});
const UNICODE = document('Ärger mit der Übergröße 😀 日本', 'Größe und Maß: 12½″ – naïve Façade');
const ALL = [TITLED, REPLY, MENTIONED, ENGLISH, SECRET, UNICODE];

describe.each(['PostgreSQL', 'Meilisearch'])('the engine %s', (name) => {
  let community: TestCommunity;
  let meilisearch: MeilisearchForTests | null;
  let fallback: ReturnType<typeof jest.spyOn>;

  const write = async (work: (engine: SearchEngine, tx: RequestContext) => Promise<void>) => {
    await community.get(AppDatabase).transaction(system, (tx) => work(community.get(SearchEngine), tx));
    await community.runJobs();
  };
  /** Words between quotation marks are a phrase. */
  const search = async (
    query: string,
    filter: Partial<EngineFilter> = {},
    page = { offset: 0, limit: 20 },
  ) => {
    const terms = [...query.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, phrase, word]) => ({
      text: (phrase ?? word)!,
      isPhrase: phrase !== undefined,
    }));
    const boardIds = filter.boardIds ?? [OPEN, OTHER];
    return community.get(SearchEngine).search(system, {
      ...{ terms, readableBoardIds: boardIds, now: new Date('2026-03-05T10:00:00Z') },
      filter: { ...filter, boardIds },
      ...page,
    });
  };
  const threads = async (...asked: Parameters<typeof search>) =>
    (await search(...asked)).hits.map(({ threadId }) => threadId);

  beforeAll(async () => {
    meilisearch = name === 'Meilisearch' ? await meilisearchForTests('engine-contract') : null;
    community = await TestCommunity.start({ ...meilisearch?.variables });
    if (meilisearch) await community.get(Worker).perform('app', 'search.keep-mirror', {});
    await write((engine, tx) => engine.index(tx, ALL));
    fallback = jest.spyOn(community.get(PostgresSearchEngine), 'search');
  });
  afterAll(async () => {
    await community.close();
    await meilisearch?.close();
  });

  it('answers by itself', async () => {
    await search('Regenrinne');
    expect(fallback.mock.calls).toHaveLength(name === 'PostgreSQL' ? 1 : 0);
  });

  it('finds each thread once, title before text', async () => {
    const { total, hits, loosened } = await search('Regenrinne');
    expect(hits[0]).toMatchObject({ threadId: TITLED.threadId, boardId: OPEN, postId: TITLED.postId });
    expect(hits.map(({ threadId }) => threadId).sort()).toEqual(
      [TITLED.threadId, MENTIONED.threadId, ENGLISH.threadId].sort(),
    );
    expect([total, loosened]).toEqual([3, false]);
  });

  it.each([
    ['Rinne', TITLED.threadId],
    ['"im Lager"', TITLED.threadId],
    ['warehouse', ENGLISH.threadId],
    ['Übergröße', UNICODE.threadId],
    ['ubergrosse', UNICODE.threadId],
    ['naive', UNICODE.threadId],
  ])('finds what is asked for by %s', async (query, threadId) => {
    expect(await threads(query)).toContain(threadId);
  });

  it('narrows by board, author, tag, language, kind and state', async () => {
    expect(await threads('Regenrinne', { boardIds: [OTHER] })).toEqual([MENTIONED.threadId]);
    expect(await threads('Laub', { authorId: AUTHOR })).toEqual([TITLED.threadId]);
    expect(await threads('Regenrinne', { authorId: NOBODY })).toEqual([]);
    expect(await threads('Regenrinne', { tag: 'dach' })).toEqual([TITLED.threadId]);
    expect(await threads('Regenrinne', { lang: 'en' })).toEqual([ENGLISH.threadId]);
    expect(await threads('Regenrinne', { threadKind: 'discussion' })).toEqual([ENGLISH.threadId]);
    expect(await threads('Regenrinne', { threadState: 'solved' })).toEqual([MENTIONED.threadId]);
    expect(await threads('Regenrinne', { threadState: 'open' })).toEqual([TITLED.threadId]);
  });

  it('counts threads by board, not posts', async () => {
    const { boards } = await search('Regenrinne');
    expect(new Map(boards.map(({ boardId, count }) => [boardId, count]))).toEqual(
      new Map([
        [OPEN, 2],
        [OTHER, 1],
      ]),
    );
  });

  it('marks what it found, and nothing but marks', async () => {
    const [hit] = (await search('Laubsieb')).hits;
    expect(hit!.excerpt).toMatch(/\u{e000}[^\u{e000}\u{e001}]+\u{e001}/u);
    expect(hit!.excerpt.replace(/[\u{e000}\u{e001}]/gu, '')).toContain('Laubsieb');
    const [english] = (await search('warehouse')).hits;
    expect(english!.title.replace(/[\u{e000}\u{e001}]/gu, '')).toBe(ENGLISH.title);
    expect(english!.excerpt).toContain('<b>like</b>'); // as it was written: escaped where it is shown
  });

  it('turns pages without leaving out or repeating a thread, with one total', async () => {
    const pages = await Promise.all(
      [0, 1, 2, 3].map((offset) => search('Regenrinne', {}, { offset, limit: 1 })),
    );
    const ids = pages.flatMap(({ hits }) => hits.map(({ threadId }) => threadId));
    expect(new Set(ids).size).toBe(3);
    expect(pages.slice(0, 3).map(({ total }) => total)).toEqual([3, 3, 3]);
  });

  it('shows the newest first where no word is asked for', async () => {
    expect((await threads('', {}))[0]).toBe(MENTIONED.threadId);
  });

  it('suggests threads while a word is typed, from the boards that were named alone', async () => {
    const typing = (text: string) =>
      community.get(SearchEngine).suggest(system, {
        ...{ terms: [{ text, isPhrase: false }], boardIds: [OPEN, OTHER], limit: 8 },
      });
    expect((await typing('Regenr'))[0]).toBe(TITLED.threadId);
    expect(await typing('Zwiebelf')).toEqual([]);
  });

  it('answers the same whether a board it was not asked about holds something or nothing', async () => {
    const queries = [
      'Regenrinne',
      'Zwiebelfisch',
      'Zwiebelfsch',
      'geheimen',
      'Lager',
      '"im geheimen Lager"',
      '',
    ];
    const asked = async () =>
      JSON.stringify(
        await Promise.all(
          queries.map(async (query) => {
            const { corrections, hits, ...rest } = await search(query);
            return { ...rest, corrections: [...corrections], hits: hits.map(({ score: _, ...hit }) => hit) };
          }),
        ),
      );
    const before = await asked();
    await write((engine, tx) => engine.remove(tx, [SECRET.postId]));
    expect(await asked()).toBe(before);
    await write((engine, tx) => engine.index(tx, [SECRET]));
    expect(await asked()).toBe(before);
    expect(await threads('Zwiebelfisch', { boardIds: [HIDDEN] })).toEqual([SECRET.threadId]);
  });

  it.each([
    `x" OR boardId = "${HIDDEN}`,
    `x\\" OR boardId = "${HIDDEN}`,
    'x"] OR tags EXISTS',
    "x' OR 1=1 --",
    '\\',
    '"',
    '-Regenrinne',
    '*',
    '_geoRadius(1,1,1)',
  ])('takes %j for words and values, never for a part of its language', async (hostile) => {
    const threadsFound = [
      ...(await threads('Regenrinne', { tag: hostile })),
      ...(await threads('', { tag: hostile })),
      ...(await threads(hostile.replaceAll('"', ''))),
    ];
    expect(threadsFound).not.toContain(SECRET.threadId);
    expect(await threads('Regenrinne', { tag: hostile })).toEqual([]);
  });

  it('follows a change, a thread that moves, and a deletion', async () => {
    const post = document('Schneefanggitter gesucht', 'Welches passt?');
    await write((engine, tx) => engine.index(tx, [post]));
    expect(await threads('Schneefanggitter')).toEqual([post.threadId]);
    await write((engine, tx) =>
      engine.index(tx, [{ ...post, body: 'Ein Hagelnetz passt.', postDigest: 'new' }]),
    );
    expect(await threads('Hagelnetz')).toEqual([post.threadId]);
    await write((engine, tx) => engine.updateThread(tx, { ...post, boardId: HIDDEN, threadDigest: 'moved' }));
    expect(await threads('Schneefanggitter')).toEqual([]);
    expect(await threads('Schneefanggitter', { boardIds: [HIDDEN] })).toEqual([post.threadId]);
    await write((engine, tx) => engine.removeThread(tx, post.threadId));
    expect(await threads('Schneefanggitter', { boardIds: [HIDDEN] })).toEqual([]);
    expect(await community.get(VerifyMirror).execute(system)).toEqual([]);
  });
});
