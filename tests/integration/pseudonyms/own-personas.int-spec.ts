import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community?.close());

const LIST = `query ($first: Int! $after: String) { myPersonas(first: $first, after: $after) {
  endCursor hasNextPage items { begunAt author { name kind } threads { id } } } }`;
interface Listed {
  myPersonas: {
    endCursor: string | null;
    hasNextPage: boolean;
    items: { begunAt: string; author: { name: string; kind: string }; threads: { id: string }[] }[];
  };
}

const listed = async (member: TestMember, after: string | null = null, first = 20) =>
  (await community.ask<Listed>(await community.as(member), LIST, { first, after })).myPersonas;

describe('one’s own personas', () => {
  it('are listed with their threads for whoever writes under them, the nickname not among them', async () => {
    const [me, other] = [await community.member(), await community.member()];
    const board = await community.board();
    await community.question(me, board);
    const asked = await community.question(me, board, { anonymous: true });
    const replied = await community.question(other, board, { anonymous: true });
    await community.reply(me, replied, { anonymous: true });
    await community.reply(me, replied);

    const { items, hasNextPage } = await listed(me);
    expect(hasNextPage).toBe(false);
    expect(items.map(({ author }) => author.kind)).toEqual(['PERSONA', 'PERSONA']);
    expect(items.map(({ threads }) => threads.map(({ id }) => id)).sort()).toEqual(
      [[asked.publicId], [replied.publicId]].sort(),
    );
    for (const { begunAt } of items) expect(new Date(begunAt).getTime() % (15 * 60_000)).toBe(0);

    const theirs = await listed(other);
    expect(theirs.items.map(({ threads }) => threads.map(({ id }) => id))).toEqual([[replied.publicId]]);
    const mine = items.find(({ threads }) => threads.some(({ id }) => id === replied.publicId))!;
    expect(mine.author.name).not.toBe(theirs.items[0]!.author.name); // elsewhere chance may draw the same creature
  });

  it('are given page by page, none twice and none left out', async () => {
    const me = await community.member();
    const board = await community.board();
    const asked: string[] = [];
    for (let i = 0; i < 3; i++)
      asked.push((await community.question(me, board, { anonymous: true })).publicId);
    const front = await listed(me, null, 2);
    expect(front.hasNextPage).toBe(true);
    const rest = await listed(me, front.endCursor, 2);
    expect(rest.hasNextPage).toBe(false);
    expect([...front.items, ...rest.items].map(({ threads }) => threads[0]!.id).sort()).toEqual(asked.sort());
  });

  it('are refused to visitors, and not asked for in numbers without end', async () => {
    await expect(community.ask(community.visitor(), LIST, { first: 20 })).rejects.toThrow();
    await expect(listed(await community.member(), null, 51)).rejects.toThrow();
    await expect(listed(await community.member(), 'nonsense')).rejects.toThrow();
  });
});
