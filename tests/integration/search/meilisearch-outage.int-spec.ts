import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AppDatabase, RequestContext, Worker } from '@kundig/platform/server';
import { PostgresSearchEngine, SearchEngine, VerifyMirror, type SearchDocument } from '@kundig/search/server';
import { TestCommunity } from '../../support/community.js';
import { meilisearchForTests, type MeilisearchForTests } from '../../support/recorded-meilisearch.js';

jest.setTimeout(120_000);

const system = RequestContext.system();
const key = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [OPEN, HIDDEN] = [key(900_001), key(900_002)];
const BEFORE = 50;
const MEANWHILE = 120;
const REMOVED = 30;

/** The same in every run, so that what was recorded of a server fits. */
const document = (number: number, body: string): SearchDocument => ({
  ...{ postId: key(number), threadId: key(500_000 + number), boardId: OPEN, title: `Frage ${number}`, body },
  ...{ tags: [], threadKind: 'question', threadState: 'unanswered', sameProblems: 0, lang: 'de' },
  ...{ authorId: null, isOpening: true, isSolution: false, createdAt: new Date('2026-03-01T10:00:00Z') },
  ...{ threadDigest: `t${number}`, postDigest: `p${number} ${body}` },
});
const documents = (from: number, count: number, body: string) =>
  Array.from({ length: count }, (_, index) => document(from + index, body));

describe('an hour without Meilisearch', () => {
  let meilisearch: MeilisearchForTests;
  let community: TestCommunity;
  let own: ReturnType<typeof jest.spyOn>;
  const before = documents(1, BEFORE, 'Die Regenrinne ist verstopft.');
  const meanwhile = documents(1_001, MEANWHILE, 'Der Schneefang fehlt.');

  const write = async (work: (engine: SearchEngine, tx: RequestContext) => Promise<void>) => {
    await community.get(AppDatabase).transaction(system, (tx) => work(community.get(SearchEngine), tx));
    await community.runJobs();
  };
  const sweep = () => community.get(Worker).perform('app', 'search.keep-mirror', {});
  const differences = () => community.get(VerifyMirror).execute(system);
  /** How many threads of the open board are found, and whether PostgreSQL found them. */
  const found = async (text: string) => {
    own.mockClear();
    const { total } = await community.get(SearchEngine).search(system, {
      ...{ terms: [{ text, isPhrase: false }], readableBoardIds: [OPEN], filter: { boardIds: [OPEN] } },
      ...{ now: new Date('2026-03-05T10:00:00Z'), offset: 0, limit: 5 },
    });
    return { total, byPostgres: own.mock.calls.length > 0 };
  };

  beforeAll(async () => {
    meilisearch = await meilisearchForTests('outage');
    community = await TestCommunity.start({ ...meilisearch.variables });
    own = jest.spyOn(community.get(PostgresSearchEngine), 'search');
    await write((engine, tx) => engine.index(tx, before));
    await sweep();
  });
  afterAll(async () => {
    await community.close();
    await meilisearch.close();
  });

  it('begins while Meilisearch answers', async () => {
    expect(await found('Regenrinne')).toEqual({ total: BEFORE, byPostgres: false });
  });

  it('is bridged by PostgreSQL, which knows what is written, moved and deleted meanwhile', async () => {
    meilisearch.isAway = true;
    expect(await found('Regenrinne')).toEqual({ total: BEFORE, byPostgres: true });
    for (let from = 0; from < MEANWHILE; from += 40)
      await write((engine, tx) => engine.index(tx, meanwhile.slice(from, from + 40)));
    const gone = [...meanwhile.slice(0, REMOVED), ...before.slice(0, REMOVED)];
    await write((engine, tx) =>
      engine.remove(
        tx,
        gone.map(({ postId }) => postId),
      ),
    );
    await write((engine, tx) =>
      engine.updateThread(tx, { ...before.at(-1)!, boardId: HIDDEN, threadDigest: 'moved' }),
    );
    await sweep();
    expect(await found('Regenrinne')).toEqual({ total: BEFORE - REMOVED - 1, byPostgres: true });
    expect(await found('Schneefang')).toEqual({ total: MEANWHILE - REMOVED, byPostgres: true });
    expect(await community.get(VerifyMirror).state(system)).toMatchObject({
      state: 'unreachable',
      pending: MEANWHILE + REMOVED + 1,
    });
  });

  it('shows nothing old when Meilisearch is back, until it has caught up', async () => {
    await community.owner.query(
      `UPDATE search.mirror_change SET changed_at = changed_at - interval '1 hour'`,
    );
    community.clock.advance({ minutes: 60 });
    meilisearch.isAway = false;
    expect(await found('Regenrinne')).toEqual({ total: BEFORE - REMOVED - 1, byPostgres: true });
  });

  it('is caught up by the next sweep: nothing is lost, doubled or wrongly visible', async () => {
    await sweep();
    expect(await community.get(VerifyMirror).state(system)).toEqual({
      ...{ state: 'serving', pending: 0, seconds: 0 },
    });
    expect(await differences()).toEqual([]);
    expect(await found('Regenrinne')).toEqual({ total: BEFORE - REMOVED - 1, byPostgres: false });
    expect(await found('Schneefang')).toEqual({ total: MEANWHILE - REMOVED, byPostgres: false });
  });
});
