import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Board, Thread } from '@kundig/forum/server';
import {
  ClaimPersonaService,
  DeleteAccountService,
  ExportOwnDataService,
  GiveUpPersonaService,
} from '@kundig/identity/server';
import { Conflict, InvalidInput, NotFound } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { TEST_PASSWORD } from '../../support/members.js';

jest.setTimeout(120_000);

let community: TestCommunity;
let board: Board;
let other: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start({ LIMIT_FACTOR: '10000' });
  board = await community.board();
  other = await community.member();
});
afterAll(() => community?.close());

interface Speaking {
  readonly me: TestMember;
  readonly thread: Thread;
  readonly publicId: string;
}

/** Somebody who has asked anonymously, was answered and answered again. */
async function speaking(): Promise<Speaking> {
  const me = await community.member();
  const thread = await community.question(me, board, { anonymous: true });
  await community.reply(other, thread);
  await community.reply(me, thread);
  const [row] = await community.owner.query<{ public_id: string }[]>(
    'SELECT public_id FROM pseudonyms.pseudonym WHERE id = $1',
    [thread.authorId],
  );
  return { me, thread, publicId: row!.public_id };
}

const claim = async (who: TestMember, publicId: string, currentPassword = TEST_PASSWORD) =>
  community.get(ClaimPersonaService).execute(await community.as(who), { publicId, currentPassword });

interface Shown {
  kind: string;
  name: string;
  path: string | null;
  claimedBy: { name: string; path: string } | null;
}

/** @returns the authors of a thread's posts as a visitor sees them */
const authorsOf = async ({ publicId }: Thread): Promise<Shown[]> => {
  const author = 'author { kind name path claimedBy { name path } }';
  const { thread } = await community.ask<{
    thread: { opening: { author: Shown }; posts: { items: { author: Shown }[] } };
  }>(
    community.visitor(),
    `query ($id: ID!) { thread(id: $id) { opening { ${author} } posts { items { ${author} } } } }`,
    { id: publicId },
  );
  return [thread.opening, ...thread.posts.items].map((post) => post.author);
};

const CLAIMS = ['pseudonyms.claim', 'identity.thread_state', 'pseudonyms.persona'];

describe('a persona that is claimed', () => {
  it('bears its owner’s nickname below each post, and stays the author', async () => {
    const mine = await speaking();
    const before = await authorsOf(mine.thread);
    const standing = await community.snapshotOf(
      'forum.post',
      'forum.thread',
      'kudos.post_kudos',
      'search.document',
    );
    expect(before.every(({ claimedBy }) => claimedBy === null)).toBe(true);
    await claim(mine.me, mine.publicId);
    const note = { name: mine.me.nickname, path: `/u/${mine.me.nickname}` };
    expect(await authorsOf(mine.thread)).toEqual(
      before.map((author) => ({ ...author, claimedBy: author.kind === 'PERSONA' ? note : null })),
    );
    expect(await community.snapshotOf(...Object.keys(standing))).toEqual(standing);
  });

  it('tells nothing of other personas of the same member', async () => {
    const mine = await speaking();
    const elsewhere = await community.question(mine.me, board, { anonymous: true });
    await claim(mine.me, mine.publicId);
    expect((await authorsOf(elsewhere)).map(({ claimedBy }) => claimedBy)).toEqual([null]);
  });

  it('is claimed once, whoever sends it twice at once, and not given up any more', async () => {
    const mine = await speaking();
    await Promise.all([claim(mine.me, mine.publicId), claim(mine.me, mine.publicId)]);
    await claim(mine.me, mine.publicId);
    const before = await community.snapshotOf(...CLAIMS);
    const giveUp = async () =>
      community.get(GiveUpPersonaService).execute(await community.as(mine.me), {
        ...{ publicId: mine.publicId, currentPassword: TEST_PASSWORD },
      });
    await expect(giveUp()).rejects.toMatchObject({ messageKey: 'identity:error.personaClaimed' });
    await expect(giveUp()).rejects.toBeInstanceOf(Conflict);
    expect(await community.snapshotOf(...CLAIMS)).toEqual(before);
    const rows = await community.owner.query('SELECT 1 FROM pseudonyms.claim WHERE persona_id = $1', [
      mine.thread.authorId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('stands in the file of own data, and loses the note with its owner’s account', async () => {
    const mine = await speaking();
    await claim(mine.me, mine.publicId);
    const ctx = await community.as(mine.me);
    const own = community.get(ExportOwnDataService);
    const rows: unknown[] = [];
    for await (const row of await own.execute(ctx, await own.unlock(ctx, TEST_PASSWORD))) rows.push(row);
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'claim', threadId: mine.thread.id }));

    await community.get(DeleteAccountService).execute(ctx, TEST_PASSWORD);
    await community.runJobs();
    const shown = await authorsOf(mine.thread);
    expect(shown.map(({ kind }) => kind)).toEqual(['PERSONA', 'MEMBER', 'PERSONA']);
    expect(shown.every(({ claimedBy }) => claimedBy === null)).toBe(true);
  });
});

describe('a claim', () => {
  it('is refused with a wrong password, and alike for somebody else’s, a member and nobody', async () => {
    const [mine, theirs] = [await speaking(), await speaking()];
    const [{ public_id: member }] = await community.owner.query<[{ public_id: string }]>(
      'SELECT public_id FROM pseudonyms.pseudonym WHERE id = $1',
      [mine.me.memberId],
    );
    const before = await community.snapshotOf(...CLAIMS);
    const refusal = (who: TestMember, id: string, password?: string) =>
      claim(who, id, password).catch((error: unknown) => error);
    const wrong = await refusal(mine.me, mine.publicId, 'falsch geraten');
    expect(wrong).toBeInstanceOf(InvalidInput);
    expect(wrong).toMatchObject({ details: { field: 'currentPassword' } });
    for (const id of [theirs.publicId, member, 'nobody-at-all'])
      expect(await refusal(mine.me, id)).toEqual(new NotFound());
    expect(await community.snapshotOf(...CLAIMS)).toEqual(before);
  });

  it('is refused for a persona that was given up', async () => {
    const mine = await speaking();
    await community.get(GiveUpPersonaService).execute(await community.as(mine.me), {
      ...{ publicId: mine.publicId, currentPassword: TEST_PASSWORD },
    });
    await expect(claim(mine.me, mine.publicId)).rejects.toBeInstanceOf(NotFound);
    expect((await authorsOf(mine.thread)).every(({ claimedBy }) => claimedBy === null)).toBe(true);
  });
});
