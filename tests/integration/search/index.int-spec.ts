import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  DeletePostService,
  EditPostService,
  MarkSolutionService,
  PostRepository,
  PostVisibility,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { AppDatabase, RequestContext, Worker } from '@kundig/platform/server';
import {
  IndexPosts,
  ReindexSearch,
  SearchCommunity,
  VerifySearch,
  type Progress,
} from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(60_000); // hundreds of posts are written in places

let community: TestCommunity;
let member: TestMember;
let board: Board;
let thread: Thread;
let opening: Post;
let reply: Post;

const system = RequestContext.system();
const found = async (query: string) =>
  (await community.get(SearchCommunity).execute(community.visitor(), { query, filter: {}, page: 1 })).total;
const differences = async () => (await community.get(VerifySearch).execute(system)).differences;

beforeAll(async () => {
  community = await TestCommunity.start();
  board = await community.board();
});
afterAll(() => community.close());

beforeEach(async () => {
  await community.owner.query(
    'TRUNCATE forum.thread, forum.post, search.document, search.word, search.rebuild CASCADE',
  );
  member = await community.member(); // a new one each time, whose allowance of posts is unused
  thread = await community.question(member, board, {
    title: 'Regenrinne verstopft im Lager',
    body: 'Laub überall.',
  });
  [opening] = (await community
    .get(PostRepository)
    .parts(system, [{ threadId: thread.id, from: 1, to: 1 }])) as [Post];
  reply = await community.reply(member, thread, { body: 'Ein Laubsieb hilft.' });
  await community.runJobs();
});

const withdraw = (post: Post, change: 'deleted' | { hiddenReason: string }) =>
  community
    .get(AppDatabase)
    .transaction(system, (tx) => community.get(PostVisibility).withdraw(tx, post.id, change));
const restore = (post: Post) =>
  community.get(AppDatabase).transaction(system, (tx) => community.get(PostVisibility).restore(tx, post.id));

describe('the index follows', () => {
  it('an edited text and title; the old words find nothing any more', async () => {
    await community.get(EditPostService).execute(await community.as(member), {
      postId: opening.publicId,
      title: 'Fallrohr verstopft im Lager',
      body: 'Moos überall.',
    });
    await community.runJobs();
    expect([await found('Regenrinne'), await found('Laub -überall'), await found('Moos')]).toEqual([0, 1, 1]);
    const [{ known }] = await community.owner.query(
      `SELECT count(*)::int AS known FROM search.word WHERE spelling = 'regenrinne'`,
    );
    expect(known).toBe(0); // the reply was found by it, too
    expect(await found('Fallrohr Laubsieb')).toBe(1);
    expect(await differences()).toEqual([]);
  });

  it('a deleted reply', async () => {
    await community.get(DeletePostService).execute(await community.as(member), reply.publicId);
    await community.runJobs();
    expect([await found('Laubsieb'), await found('Regenrinne')]).toEqual([0, 1]);
    expect(await differences()).toEqual([]);
  });

  it('a hidden reply, whose words are offered to nobody any more', async () => {
    const corrected = async () =>
      (
        await community
          .get(SearchCommunity)
          .execute(community.visitor(), { query: 'Laubsib', filter: {}, page: 1 })
      ).correctedQuery;
    expect(await corrected()).toBe('laubsieb');
    await withdraw(reply, { hiddenReason: 'Beleidigung' });
    await community.runJobs();
    expect(await corrected()).not.toBe('laubsieb');
    expect(await differences()).toEqual([]);
  });

  it.each([
    ['hidden', () => (post: Post) => withdraw(post, { hiddenReason: 'Beleidigung' })],
    ['deleted', () => (post: Post) => withdraw(post, 'deleted')],
    [
      'edited',
      () => async (post: Post) =>
        community.get(EditPostService).execute(await community.as(member), {
          postId: post.publicId,
          body: 'Ein Laubsieb hilft immer.',
        }),
    ],
  ])('a word that stood in a reply alone, as if it had never stood anywhere: %s', async (_, change) => {
    const answerTo = async (query: string) =>
      community.get(SearchCommunity).execute(community.visitor(), { query, filter: {}, page: 1 });
    const words = () =>
      community.owner.query<{ spelling: string }[]>('SELECT * FROM search.word ORDER BY spelling');
    const [never, before] = [await answerTo('Regenrinna'), await words()];
    expect(never.correctedQuery).toBe('regenrinne');
    const slip = await community.reply(member, thread, { body: 'Regenrinna hilft immer.' });
    await community.runJobs();
    expect((await answerTo('Regenrinna')).correctedQuery).toBeNull();
    await change()(slip);
    await community.runJobs();
    expect({ ...(await answerTo('Regenrinna')), hits: [] }).toEqual({ ...never, hits: [] });
    const left = (await words()).filter(({ spelling }) => spelling !== 'immer');
    expect(left).toEqual(before);
  });

  it('the words of a thread that moves, in the board where it stands alone', async () => {
    const other = await community.board();
    await community.owner.query('UPDATE forum.thread SET board_id = $2 WHERE id = $1', [thread.id, other.id]);
    await community.get(IndexPosts).executeForThread(system, thread.id);
    const rows = await community.owner.query(`SELECT boards FROM search.word WHERE spelling = 'laubsieb'`);
    expect(rows).toEqual([{ boards: [other.id] }]);
  });

  it('a hidden question with all its replies, and its return', async () => {
    await withdraw(opening, { hiddenReason: 'Werbung' });
    expect([await found('Laubsieb'), await found('Regenrinne')]).toEqual([0, 0]); // before any job has run
    await community.runJobs();
    expect(await community.owner.query('SELECT 1 FROM search.document')).toEqual([]);
    expect(await differences()).toEqual([]);
    await restore(opening);
    await community.runJobs();
    expect([await found('Laubsieb'), await found('Regenrinne')]).toEqual([1, 1]);
    expect(await differences()).toEqual([]);
  });

  it('a solution, for every post of the thread', async () => {
    expect(await found('Regenrinne is:solved')).toBe(0);
    await community.get(MarkSolutionService).execute(await community.as(member), reply.publicId, true);
    await community.runJobs();
    expect([await found('Regenrinne is:solved'), await found('Laubsieb is:open')]).toEqual([1, 0]);
    expect(await differences()).toEqual([]);
  });

  it('events that come twice, late and in any order', async () => {
    await community.get(DeletePostService).execute(await community.as(member), reply.publicId);
    await community.runJobs();
    const before = await community.snapshotOf('search.document');
    const tasks = community
      .get(Worker)
      .taskNames('app')
      .filter((task) => task.includes('KeepSearchCurrent'));
    expect(tasks).toHaveLength(11);
    for (const postId of [reply.id, opening.id])
      for (const task of [...tasks, ...tasks.reverse()])
        await community
          .get(Worker)
          .perform('app', task, { threadId: thread.id, postId, fromId: thread.id, intoId: thread.id });
    expect(await community.snapshotOf('search.document')).toEqual(before);
  });

  it('writers of one thread in parallel', async () => {
    const replies = [];
    for (let index = 0; index < 6; index += 1)
      replies.push(await community.reply(member, thread, { body: `Eimer ${index}` }));
    await Promise.all(
      [...replies, ...replies].map(({ id }) =>
        community.get(IndexPosts).execute(RequestContext.system(), [{ threadId: thread.id, postId: id }]),
      ),
    );
    await community.runJobs();
    expect(await differences()).toEqual([]);
  });

  it('nothing that was edited since is shown from the index', async () => {
    await community.owner.query(`UPDATE forum.post SET body_html = '<p>Geschwärzt.</p>' WHERE id = $1`, [
      reply.id,
    ]);
    const { hits } = await community
      .get(SearchCommunity)
      .execute(community.visitor(), { query: 'Laubsieb', filter: {}, page: 1 });
    expect(hits[0]!.excerptHtml).toBe('Geschwärzt.');
  });
});

describe('VerifySearch', () => {
  it('names what is missing, outdated and too much', async () => {
    const stranger = '00000000-0000-4000-8000-000000000001';
    await community.owner.query('UPDATE search.document SET post_id = $2 WHERE post_id = $1', [
      reply.id,
      stranger,
    ]);
    await community.owner.query(`UPDATE forum.post SET lang = 'en' WHERE id = $1`, [opening.id]);
    expect(await differences()).toEqual(
      expect.arrayContaining([
        { postId: reply.id, problem: 'missing' },
        { postId: opening.id, problem: 'outdated' },
        { postId: stranger, problem: 'surplus' },
      ]),
    );
    expect(await community.get(ReindexSearch).execute(system)).toEqual({
      indexed: 2,
      removed: 1,
      resumed: false,
    });
    expect(await differences()).toEqual([]);
  });
});

describe('ReindexSearch', () => {
  const everything = () => community.snapshotOf('search.document', 'search.word');

  it('makes the same index from nothing', async () => {
    const before = await everything();
    await community.owner.query('TRUNCATE search.document, search.word');
    const seen: Progress[] = [];
    await community.get(ReindexSearch).execute(system, (progress) => seen.push(progress));
    expect(await everything()).toEqual(before);
    expect(seen).toEqual([{ done: 0, total: 2 }, { done: 2, total: 2 }]); // prettier-ignore
  });

  it('goes on where it was interrupted', async () => {
    for (let index = 0; index < 3; index += 1) {
      const more = await community.question(member, board, { title: `Weitere Frage Nummer ${index}` });
      for (let answer = 0; answer < 110; answer += 1)
        await community.get(PostRepository).insert(system, { ...reply, id: randomUUID(), publicId: `x${index}-${answer}`, threadId: more.id, position: answer + 2, clientKey: null }); // prettier-ignore
    }
    await community.runJobs();
    const interrupt = (progress: Progress) => {
      if (progress.done === 300) throw new Error('pulled the plug');
    };
    await expect(community.get(ReindexSearch).execute(system, interrupt)).rejects.toThrow('pulled the plug');
    const firsts: Progress[] = [];
    const report = await community.get(ReindexSearch).execute(system, (progress) => firsts.push(progress));
    expect(firsts[0]).toEqual({ done: 300, total: 335 });
    expect(report).toEqual({ indexed: 35, removed: 0, resumed: true });
    expect(await differences()).toEqual([]);
    expect(await community.get(ReindexSearch).execute(system)).toMatchObject({ resumed: false });
  });
});
