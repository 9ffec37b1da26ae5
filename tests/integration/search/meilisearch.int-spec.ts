import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PostRepository, PostVisibility, type Board, type Thread } from '@kundig/forum/server';
import { AppDatabase, RequestContext, Worker } from '@kundig/platform/server';
import { PostgresSearchEngine, ReindexSearch, SearchCommunity, VerifyMirror } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { freePort } from '../../support/free-port.js';

jest.setTimeout(60_000);

const system = RequestContext.system();
const { MEILI_URL, MEILI_KEY = '' } = process.env;

const found = async (community: TestCommunity, query: string) =>
  (await community.get(SearchCommunity).execute(community.visitor(), { query, filter: {}, page: 1 })).total;
const logged = async (community: TestCommunity) =>
  (await community.owner.query<unknown[]>('SELECT FROM search.mirror_change')).length;

describe('a Meilisearch server that does not answer', () => {
  let community: TestCommunity;
  let thread: Thread;
  let member: TestMember;

  beforeAll(async () => {
    community = await TestCommunity.start({
      MEILI_URL: `http://127.0.0.1:${await freePort()}`,
      MEILI_KEY: 'k',
    });
    member = await community.member();
    // As it is after an outage: the server had a copy.
    await community.owner.query(
      `INSERT INTO search.mirror (index_uid, settings_digest, state, worked_at) VALUES ('kundig_posts_x', 'x', 'serving', now())`,
    );
    thread = await community.question(member, await community.board(), {
      title: 'Regenrinne verstopft im Lager',
    });
    await community.runJobs();
  });
  afterAll(() => community.close());

  it('leaves searching to PostgreSQL', async () => {
    expect(await found(community, 'Regenrinne')).toBe(1);
  });

  it('loses no change: what could not be sent stays in the log, and no job counts as failed', async () => {
    const before = await logged(community);
    expect(before).toBeGreaterThan(0);
    await community.reply(member, thread, { body: 'Ein Laubsieb hilft.' });
    expect(await community.runJobs()).toContain('search.follow-documents');
    expect(await logged(community)).toBeGreaterThan(before);
    await community.get(Worker).perform('app', 'search.keep-mirror', {});
    expect(await logged(community)).toBeGreaterThan(before);
    expect(await community.get(VerifyMirror).state(system)).toMatchObject({
      state: 'unreachable',
      pending: 2,
    });
  });
});

describe('without a Meilisearch server', () => {
  it('nothing is logged, no job is added, and what a server had is forgotten', async () => {
    const community = await TestCommunity.start();
    try {
      await community.owner.query(
        `INSERT INTO search.mirror (index_uid, settings_digest, state, worked_at) VALUES ('kundig_posts_x', 'x', 'serving', now())`,
      );
      await community.get(Worker).perform('app', 'search.keep-mirror', {});
      await community.question(await community.member(), await community.board());
      expect(await community.runJobs()).not.toContain('search.follow-documents');
      expect(await logged(community)).toBe(0);
      expect(await community.owner.query('SELECT FROM search.mirror')).toEqual([]);
      expect(await community.get(VerifyMirror).state(system)).toMatchObject({ state: 'off' });
    } finally {
      await community.close();
    }
  });
});

(MEILI_URL ? describe : describe.skip)('a Meilisearch server that answers', () => {
  let community: TestCommunity;
  let member: TestMember;
  let board: Board;

  const sweep = () => community.get(Worker).perform('app', 'search.keep-mirror', {});
  const indexes = () =>
    community.owner.query<{ index_uid: string; state: string }[]>(
      'SELECT index_uid, state FROM search.mirror',
    );
  const differences = () => community.get(VerifyMirror).execute(system);

  beforeAll(async () => {
    community = await TestCommunity.start({ MEILI_URL: MEILI_URL!, MEILI_KEY });
    [member, board] = [await community.member(), await community.board()];
    await community.question(member, board, { title: 'Regenrinne verstopft im Lager' });
    await community.runJobs();
  });
  afterAll(() => community.close());

  it('is filled by the sweep, and answers from then on', async () => {
    const own = jest.spyOn(community.get(PostgresSearchEngine), 'search');
    expect(await found(community, 'Regenrinne')).toBe(1);
    expect(own).toHaveBeenCalledTimes(1);
    await sweep();
    expect(await indexes()).toMatchObject([{ state: 'serving' }]);
    expect(await found(community, 'Rinne')).toBe(1);
    expect(own).toHaveBeenCalledTimes(1);
    own.mockRestore();
  });

  it('follows what is written and withdrawn, document by document', async () => {
    const thread = await community.question(member, board, { title: 'Schneefanggitter gesucht' });
    const reply = await community.reply(member, thread, { body: 'Ein Hagelnetz hilft.' });
    await community.runJobs();
    expect(await found(community, 'Hagelnetz')).toBe(1);
    await community
      .get(AppDatabase)
      .transaction(system, (tx) =>
        community.get(PostVisibility).withdraw(tx, reply.id, { hiddenReason: 'Werbung' }),
      );
    await community.runJobs();
    expect(await found(community, 'Hagelnetz')).toBe(0);
    expect([await differences(), await logged(community)]).toEqual([[], 0]);
    expect(await community.get(PostRepository).countUpTo(system)).toBe(3);
  });

  it('gets a new index by a reindex, and loses the old one', async () => {
    const [before] = await indexes();
    await community.get(ReindexSearch).execute(system);
    const after = await indexes();
    expect(after).toMatchObject([{ state: 'serving' }]);
    expect(after[0]!.index_uid).not.toBe(before!.index_uid);
    expect(await differences()).toEqual([]);
  });

  it('is filled anew when its index is gone; PostgreSQL answers meanwhile', async () => {
    const lost = (await indexes())[0]!.index_uid;
    const deletion = await fetch(`${MEILI_URL}/indexes/${lost}`, {
      ...{ method: 'DELETE', headers: { authorization: `Bearer ${MEILI_KEY}` } },
    });
    expect(deletion.status).toBe(202);
    expect(await found(community, 'Regenrinne')).toBe(1);
    await sweep();
    expect((await indexes())[0]!.index_uid).not.toBe(lost);
    expect(await differences()).toEqual([]);
  });
});
