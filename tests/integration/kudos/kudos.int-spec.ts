import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeletePostService, PostVisibility, type Post } from '@kundig/forum/server';
import {
  GiveKudosService,
  KudosPersonalData,
  KudosRepository,
  RecountKudos,
  WithdrawKudosService,
} from '@kundig/kudos/server';
import { AppDatabase, NotAllowed, NotFound, RequestContext, SignInRequired } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { storm } from '../../support/in-parallel.js';
import { statementsOf } from '../../support/statements.js';

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());

/** For hundreds of parallel writes on a busy machine. */
const STORM_TIMEOUT_MS = 60_000;

const system = RequestContext.system();
const give = async (member: TestMember, { publicId }: Pick<Post, 'publicId'>) =>
  community.get(GiveKudosService).execute(await community.as(member), publicId);
const withdraw = async (member: TestMember, { publicId }: Pick<Post, 'publicId'>) =>
  community.get(WithdrawKudosService).execute(await community.as(member), publicId);

async function state({ id }: Pick<Post, 'id'>) {
  const [counter] = await community.owner.query<{ count: number }[]>(
    'SELECT count FROM kudos.post_kudos WHERE post_id = $1',
    [id],
  );
  const givers = await community.owner.query<{ giver_id: string | null }[]>(
    'SELECT giver_id FROM kudos.kudo WHERE post_id = $1',
    [id],
  );
  return { count: counter?.count ?? 0, givers: givers.map(({ giver_id }) => giver_id) };
}

/** A question with one answer. */
async function answered(more: { anonymous?: boolean } = {}) {
  const [asker, helper] = [await community.member(), await community.member()];
  const thread = await community.question(asker, await community.board());
  return { asker, helper, thread, reply: await community.reply(helper, thread, more) };
}

describe('kudos', () => {
  it('is one per member and post, repeated or not, and can be taken back', async () => {
    const { asker, reply } = await answered();
    await give(asker, reply);
    await give(asker, reply);
    expect(await state(reply)).toEqual({ count: 1, givers: [asker.memberId] });
    await withdraw(asker, reply);
    await withdraw(asker, reply);
    expect(await state(reply)).toEqual({ count: 0, givers: [] });
  });

  it(
    'stays one when a member gives it 200 times at once',
    async () => {
      const { asker, reply } = await answered();
      await storm(200, () => give(asker, reply));
      expect(await state(reply)).toEqual({ count: 1, givers: [asker.memberId] });
    },
    STORM_TIMEOUT_MS,
  );

  it(
    'is counted rightly after storms of giving and taking back',
    async () => {
      const members = await Promise.all(Array.from({ length: 10 }, () => community.member()));
      const replies = [(await answered()).reply, (await answered()).reply, (await answered()).reply];
      await storm(600, (n) => {
        const [member, reply] = [members[n % 10]!, replies[(n * 7) % 3]!];
        return n % 5 < 2 ? withdraw(member, reply) : give(member, reply);
      });
      for (const reply of replies) {
        const { count, givers } = await state(reply);
        expect(count).toBe(givers.length);
        expect(new Set(givers).size).toBe(givers.length);
      }
      expect(await community.get(RecountKudos).execute(system)).toBe(0);
    },
    STORM_TIMEOUT_MS,
  );

  it('comes from the member, whichever voice it has in the thread, so that one person counts once', async () => {
    const { thread, reply } = await answered();
    const shy = await community.member();
    await give(shy, reply);
    await community.reply(shy, thread, { anonymous: true });
    await give(shy, reply);
    expect(await state(reply)).toEqual({ count: 1, givers: [shy.memberId] });
  });
});

describe('kudos that are refused', () => {
  it.each([{ anonymous: false }, { anonymous: true }])('for one’s own post (%o)', async (voice) => {
    const { helper, reply } = await answered(voice);
    await expect(give(helper, reply)).rejects.toBeInstanceOf(NotAllowed);
    expect(await state(reply)).toEqual({ count: 0, givers: [] });
  });

  it('for visitors, strangers of a closed group, unknown posts and stubs, and change nothing', async () => {
    const insider = await community.member();
    const inside = await community.question(insider, await community.groupBoard([insider], true));
    const [secret, hidden, deleted] = [
      await community.reply(insider, inside),
      await answered(),
      await answered(),
    ];
    const app = community.get(AppDatabase);
    await app.transaction(system, (tx) =>
      community.get(PostVisibility).withdraw(tx, hidden.reply.id, { hiddenReason: 'Werbung' }),
    );
    await community
      .get(DeletePostService)
      .execute(await community.as(deleted.helper), deleted.reply.publicId);
    const stranger = await community.as(await community.member());
    const before = await community.snapshotOf('kudos.kudo', 'kudos.post_kudos');
    const refused: [RequestContext, string, abstract new (...parameters: never[]) => Error][] = [
      [community.visitor(), (await answered()).reply.publicId, SignInRequired],
      [stranger, secret.publicId, NotFound],
      [stranger, 'unknown', NotFound],
      [stranger, hidden.reply.publicId, NotFound],
      [stranger, deleted.reply.publicId, NotFound],
    ];
    for (const [ctx, postId, reason] of refused)
      for (const service of [community.get(GiveKudosService), community.get(WithdrawKudosService)])
        await expect(service.execute(ctx, postId)).rejects.toBeInstanceOf(reason);
    expect(await community.snapshotOf('kudos.kudo', 'kudos.post_kudos')).toEqual(before);
  });
});

describe('the recount', () => {
  it('tells how many counters are wrong and corrects them, imported kudos apart', async () => {
    const { asker, reply } = await answered();
    const { reply: other } = await answered();
    await give(asker, reply);
    await give(asker, other);
    await community.get(KudosRepository).setImported(system, new Map([[reply.id, 7]]));
    await community.owner.query('UPDATE kudos.post_kudos SET count = 5 WHERE post_id = $1', [reply.id]);
    await community.owner.query('DELETE FROM kudos.post_kudos WHERE post_id = $1', [other.id]);
    expect(await community.get(RecountKudos).execute(system)).toBe(2);
    expect(await community.get(RecountKudos).execute(system)).toBe(0);
    const summaries = await community.get(KudosRepository).summaries(system, [reply.id, other.id], null);
    expect(summaries.get(reply.id)).toEqual({ count: 8, givenByViewer: false });
    expect(summaries.get(other.id)).toEqual({ count: 1, givenByViewer: false });
  });
});

describe('personal data', () => {
  it('names whom a person thanked, and after erasure the kudos stay without a giver', async () => {
    const { asker, reply } = await answered();
    await give(asker, reply);
    const handler = community.get(KudosPersonalData);
    const subject = { accountId: null, pseudonymIds: [asker.memberId] };
    const exported = [];
    for await (const row of handler.export(system, subject)) exported.push(row);
    expect(exported).toEqual([
      { kind: 'kudos', path: `/p/${reply.publicId}`, position: 2, givenAt: community.clock.now() },
    ]);
    expect(await handler.erase(system, subject)).toBe(1);
    expect(await state(reply)).toEqual({ count: 1, givers: [null] });
    expect(await community.get(RecountKudos).execute(system)).toBe(0);
  });
});

describe('in the API', () => {
  const GIVE = `mutation ($id: ID!) { giveKudos(input: { postId: $id }) {
    __typename
    ... on GiveKudosSuccess { path post { kudos { count givenByViewer viewerMayGive } } }
    ... on UserError { message } } }`;

  it('answers with the new state in at most 11 statements, that of the limit among them', async () => {
    const { asker, thread, reply } = await answered();
    const ctx = await community.as(asker);
    let answer: unknown;
    const statements = await statementsOf(community, async () => {
      answer = await community.ask(ctx, GIVE, { id: reply.publicId });
    });
    expect(answer).toEqual({
      giveKudos: {
        __typename: 'GiveKudosSuccess',
        path: `/t/${thread.slug}/${thread.publicId}#p-${reply.publicId}`,
        post: { kudos: { count: 1, givenByViewer: true, viewerMayGive: true } },
      },
    });
    expect(statements.length).toBeLessThanOrEqual(11);
  });

  it('refuses the author in words', async () => {
    const { helper, reply } = await answered();
    expect(await community.ask(await community.as(helper), GIVE, { id: reply.publicId })).toEqual({
      giveKudos: {
        __typename: 'NotAllowedError',
        message: 'Für den eigenen Beitrag kann man sich nicht selbst bedanken.',
      },
    });
  });

  it('reads the kudos of a page in one statement', async () => {
    const { asker, helper, thread, reply } = await answered();
    const second = await community.reply(helper, thread);
    await give(asker, reply);
    await give(await community.member(), second);
    const page = `query ($id: ID!) { thread(id: $id) { posts { items { kudos { count givenByViewer viewerMayGive } } } } }`;
    for (const [who, first] of [
      [await community.as(asker), { count: 1, givenByViewer: true, viewerMayGive: true }],
      [await community.as(helper), { count: 1, givenByViewer: false, viewerMayGive: false }],
      [community.visitor(), { count: 1, givenByViewer: false, viewerMayGive: false }],
    ] as const) {
      let answer: { thread: { posts: { items: { kudos: unknown }[] } } };
      const statements = await statementsOf(community, async () => {
        answer = await community.ask(who, page, { id: thread.publicId });
      });
      expect(answer!.thread.posts.items[0]!.kudos).toEqual(first);
      expect(statements.filter((sql) => sql.includes('kudos.'))).toHaveLength(1);
    }
  });

  it('shows a member the kudos of public boards alone, and a stub none', async () => {
    const helper = await community.member();
    const [open, closed] = [await community.board(), await community.board({ visibility: 'members' })];
    const thanked = async (board: typeof open) => {
      const asker = await community.member();
      const reply = await community.reply(helper, await community.question(asker, board));
      await give(asker, reply);
      return reply;
    };
    const [first, second] = [await thanked(open), await thanked(open)];
    await thanked(closed);
    const count = `query ($name: String!) { member(nickname: $name) { kudosCount } }`;
    const kudosCount = () => community.ask(community.visitor(), count, { name: helper.nickname });
    expect(await kudosCount()).toEqual({ member: { kudosCount: 2 } });
    await community.get(DeletePostService).execute(await community.as(helper), second.publicId);
    expect(await kudosCount()).toEqual({ member: { kudosCount: 1 } });
    const one = `query ($id: ID!) { post(id: $id) { kudos { count } } }`;
    expect(await community.ask(community.visitor(), one, { id: second.publicId })).toEqual({
      post: { kudos: { count: 0 } },
    });
    expect(await community.ask(community.visitor(), one, { id: first.publicId })).toEqual({
      post: { kudos: { count: 1 } },
    });
  });
});
