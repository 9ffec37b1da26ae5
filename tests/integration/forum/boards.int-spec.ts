import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());

describe('a board with sub-boards', () => {
  const LISTED = `query ($id: ID!, $state: ThreadState, $page: Int) { board(id: $id) {
    threadCount threads(state: $state, page: $page) { total pageCount items { title board { id } } } } }`;
  interface Listed {
    threadCount: number;
    threads: { total: number; pageCount: number; items: { title: string; board: { id: string } }[] };
  }
  let asker: TestMember;
  let insider: TestMember;
  let parent: Board;

  const list = async (ctx: RequestContext, variables: object = {}) => {
    const { board } = await community.ask<{ board: Listed }>(ctx, LISTED, {
      id: parent.publicId,
      ...variables,
    });
    return board;
  };
  const titles = ({ threads }: Listed) => threads.items.map(({ title }) => title);

  beforeAll(async () => {
    [asker, insider] = [await community.member(), await community.member()];
    parent = await community.board();
    const child = await community.board({ parentId: parent.id });
    const elsewhere = await community.board();
    const { groupId } = await community.groupBoard([insider], false);
    const closed = await community.board({ parentId: parent.id, visibility: 'group', groupId });
    for (let index = 0; index < 11; index += 1) {
      community.clock.advance({ minutes: 1 });
      await community.question(asker, parent, { title: `Frage ${2 * index} im Bereich selbst` });
      community.clock.advance({ minutes: 1 });
      await community.question(asker, child, { title: `Frage ${2 * index + 1} im Unterbereich` });
    }
    await community.question(asker, elsewhere);
    community.clock.advance({ minutes: 1 });
    await community.question(insider, closed, { title: 'Nur für die Gruppe' });
  });

  it('lists what it counts, by activity, each thread under its own board', async () => {
    const first = await list(community.visitor());
    const second = await list(community.visitor(), { page: 2 });
    expect(first).toMatchObject({ threadCount: 22, threads: { total: 22, pageCount: 2 } });
    expect([...titles(first), ...titles(second)].map((title) => Number(title.split(' ')[1]))).toEqual(
      Array.from({ length: 22 }, (_, index) => 21 - index),
    );
    expect(new Set(first.threads.items.map(({ board }) => board.id)).size).toBe(2);
  });

  it('neither lists nor counts for outsiders what a closed sub-board holds', async () => {
    const [inside, outside] = [
      await list(await community.as(insider)),
      await list(await community.as(asker)),
    ];
    expect([inside.threadCount, inside.threads.total, titles(inside)[0]]).toEqual([
      23,
      23,
      'Nur für die Gruppe',
    ]);
    expect([outside.threadCount, outside.threads.total]).toEqual([22, 22]);
    expect(titles(outside)).not.toContain('Nur für die Gruppe');
  });

  it('narrows the list by state in all of them', async () => {
    const { threads } = await list(community.visitor(), { state: 'UNANSWERED' });
    expect(threads.total).toBe(22);
    expect((await list(community.visitor(), { state: 'SOLVED' })).threads).toEqual({
      total: 0,
      pageCount: 1,
      items: [],
    });
  });
});

it('the teaser of a closed board tells no number', async () => {
  const insider = await community.member();
  const closed = await community.groupBoard([insider], true);
  await community.question(insider, closed);
  const { board } = await community.ask<{ board: object }>(
    community.visitor(),
    'query ($id: ID!) { board(id: $id) { readable threadCount threads { total pageCount items { title } } } }',
    { id: closed.publicId },
  );
  expect(board).toEqual({ readable: false, threadCount: 0, threads: { total: 0, pageCount: 1, items: [] } });
});

describe('who may begin a thread', () => {
  const MAY_POST = 'query ($id: ID!) { board(id: $id) { viewerMayPost membersMayPost } }';

  it('is told to visitors as a fact of the board, and to others as their own right', async () => {
    const [open, official] = [await community.board(), await community.board({ posting: 'staff' })];
    const [member, staff] = [await community.member(), await community.withRole('staff')];
    const told = async (person: typeof member | null, { publicId }: typeof open) => {
      const ctx = person ? await community.as(person) : community.visitor();
      const { board } = await community.ask<{ board: object }>(ctx, MAY_POST, { id: publicId });
      return board;
    };
    expect(await told(null, open)).toEqual({ viewerMayPost: false, membersMayPost: true });
    expect(await told(null, official)).toEqual({ viewerMayPost: false, membersMayPost: false });
    expect(await told(member, open)).toEqual({ viewerMayPost: true, membersMayPost: true });
    expect(await told(member, official)).toEqual({ viewerMayPost: false, membersMayPost: false });
    expect(await told(staff, official)).toEqual({ viewerMayPost: true, membersMayPost: false });
  });
});
