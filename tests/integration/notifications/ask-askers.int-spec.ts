import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  MarkSolutionService,
  SettleQuestionService,
  SettleTokens,
  type Board,
  type Settlement,
  type Thread,
} from '@kundig/forum/server';
import { DecideHeldService } from '@kundig/moderation/server';
import { Conflict, InvalidInput, NotFound, Worker, type ExpectedError } from '@kundig/platform/server';
import { HeldPosts } from '@kundig/pseudonyms/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(60_000);

let community: TestCommunity;
let board: Board;
beforeAll(async () => {
  community = await TestCommunity.start();
  board = await community.board();
});
afterAll(() => community.close());

const DAY = 24 * 60;
const askAskers = () => community.get(Worker).perform('app', 'notifications.ask-askers', {});

interface Mail {
  recipient: string;
  subject: string;
  text: string;
  html: string;
  secret_link: string | null;
}
const asked = async (to: TestMember): Promise<Mail[]> =>
  (
    await community.owner.query<Mail[]>('SELECT * FROM identity.outbox_mail WHERE recipient = $1', [to.mail])
  ).filter(({ subject }) => subject.startsWith('Ist das gelöst?'));

/** An answered question. */
async function answered(more: { anonymous?: boolean } = {}, where = board) {
  const [asker, helper] = [await community.member(), await community.member()];
  const thread = await community.question(asker, where, more);
  return { asker, helper, thread, reply: await community.reply(helper, thread) };
}
const settle = (token: string, settlement: Settlement) =>
  community.get(SettleQuestionService).execute(community.visitor(), token, settlement);
const tokenOf = ({ publicId }: Thread) => community.get(SettleTokens).issue(publicId);
const stateOf = async ({ id }: Thread) => {
  const posts = await community.owner.query<{ author: string; body: string; solved: boolean; at: Date }[]>(
    `SELECT author_id AS author, body_md AS body, solution_at IS NOT NULL AS solved, created_at AS at
     FROM forum.post WHERE thread_id = $1 ORDER BY position`,
    [id],
  );
  const [thread] = await community.owner.query<{ solution_count: number; post_count: number }[]>(
    'SELECT solution_count, post_count FROM forum.thread WHERE id = $1',
    [id],
  );
  return { posts, ...thread! };
};
const refusal = async (attempt: Promise<unknown>): Promise<ExpectedError> =>
  attempt.then(
    () => {
      throw new Error('was not refused');
    },
    (error: unknown) => error as ExpectedError,
  );

describe('an asker', () => {
  it.each([{ anonymous: false }, { anonymous: true }])(
    'is asked once, three days after the last answer (%o)',
    async (voice) => {
      const { asker, thread } = await answered(voice);
      community.clock.advance({ minutes: 3 * DAY - 20 });
      await askAskers();
      expect(await asked(asker)).toEqual([]);
      community.clock.advance({ minutes: 40 });
      await askAskers();
      await askAskers();
      const [mail, ...others] = await asked(asker);
      expect(others).toEqual([]);
      expect(mail!.secret_link).toMatch(/\/solved\/[\w.-]+$/);
      expect(mail!.text + mail!.html).not.toContain('/solved/');
      expect(mail!.text).toContain(thread.title);
      for (const trace of [asker.nickname, asker.memberId]) expect(mail!.text).not.toContain(trace);
      community.clock.advance({ minutes: DAY });
      await askAskers();
      expect(await asked(asker)).toHaveLength(1);
    },
  );

  it('is not asked about what is solved, unanswered, long past or muted, and without a key beyond public boards', async () => {
    const [solved, old, closed] = [
      await answered(),
      await answered(),
      await answered({}, await community.board({ visibility: 'members' })),
    ];
    await community
      .get(MarkSolutionService)
      .execute(await community.as(solved.asker), solved.reply.publicId, true);
    const alone = await community.member();
    await community.question(alone, board);
    const muted = await answered();
    await community.owner.query(
      `UPDATE identity.thread_state SET following = false, muted = true WHERE thread_id = $1`,
      [muted.thread.id],
    );
    await community.owner.query(
      `UPDATE forum.thread SET last_post_at = last_post_at - interval '30 days' WHERE id = $1`,
      [old.thread.id],
    );
    community.clock.advance({ minutes: 3 * DAY + 20 });
    await askAskers();
    for (const asker of [solved.asker, old.asker, alone, muted.asker]) expect(await asked(asker)).toEqual([]);
    const [mail] = await asked(closed.asker);
    expect(mail!.secret_link).toBeNull();
    expect(await refusal(settle(tokenOf(closed.thread), { outcome: 'still-open' }))).toBeInstanceOf(NotFound);
  });
});

describe('the link', () => {
  it('marks the answer that helped, once, and nothing of another thread', async () => {
    const [one, two] = [await answered(), await answered()];
    const token = tokenOf(one.thread);
    const foreign = await refusal(settle(token, { outcome: 'solved', postId: two.reply.publicId }));
    expect(foreign).toBeInstanceOf(InvalidInput);
    expect((await stateOf(one.thread)).solution_count).toBe(0);
    await settle(token, { outcome: 'still-open' });
    expect((await stateOf(one.thread)).solution_count).toBe(0);
    await settle(token, { outcome: 'solved', postId: one.reply.publicId });
    expect((await stateOf(one.thread)).posts[1]!.solved).toBe(true);
    const again = await refusal(settle(token, { outcome: 'solved', postId: one.reply.publicId }));
    expect(again).toBeInstanceOf(Conflict);
    expect((await stateOf(two.thread)).solution_count).toBe(0);
  });

  it.each([{ anonymous: false }, { anonymous: true }])(
    'publishes how the asker solved it, as the author of the question and once however often it is sent (%o)',
    async (voice) => {
      const { thread } = await answered(voice);
      const token = tokenOf(thread);
      const body = 'Am Ende war es das Netzteil der Anlage.';
      const results = await Promise.allSettled(
        Array.from({ length: 5 }, () => settle(token, { outcome: 'self-solved', body })),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { posts, solution_count: solutions, post_count: count } = await stateOf(thread);
      expect([posts.length, count, solutions]).toEqual([3, 3, 1]);
      expect(posts[2]).toMatchObject({ author: thread.authorId, body, solved: true });
      expect(posts[2]!.at.getTime() % (15 * 60_000)).toBe(0);
      // The link stands for no account: no exact time of the answer is kept with one, beyond that of the question.
      const exact = await community.owner.query('SELECT 1 FROM identity.persona_post WHERE thread_id = $1', [
        thread.id,
      ]);
      expect(exact).toHaveLength(voice.anonymous ? 1 : 0);
    },
  );

  it.each([{ anonymous: false }, { anonymous: true }])(
    'is checked like any other text where it looks like advertising, and solves the question once it is published (%o)',
    async (voice) => {
      const moderator = await community.as(await community.withRole('moderator'));
      const body = 'Hier steht, wie es ging: https://bit.ly/netzteil';
      for (const isPublished of [true, false]) {
        const { asker, thread } = await answered(voice);
        const answers = [1, 2].map(() => settle(tokenOf(thread), { outcome: 'self-solved', body }));
        expect((await Promise.all(answers)).map(({ isHeld }) => isHeld)).toEqual([true, true]);
        expect(await stateOf(thread)).toMatchObject({ post_count: 2, solution_count: 0 });
        const [held, ...more] = await community.get(HeldPosts).own(await community.as(asker));
        expect(more).toEqual([]);
        const deciding = community.get(DecideHeldService);
        if (isPublished) await deciding.publish(moderator, held!.id);
        else await deciding.refuse(moderator, held!.id, 'Das ist Werbung.');
        const { posts, solution_count: solutions } = await stateOf(thread);
        expect([posts.length, solutions]).toEqual(isPublished ? [3, 1] : [2, 0]);
        if (isPublished) expect(posts[2]).toMatchObject({ author: thread.authorId, body, solved: true });
      }
    },
  );

  it('expires after thirty days and cannot be made up or changed', async () => {
    const [one, two] = [await answered(), await answered()];
    const token = tokenOf(one.thread);
    const forged = token.replace(one.thread.publicId, two.thread.publicId);
    for (const bad of [forged, `${token}x`, 'x', token.replace(/\.(\d+)\./, '.999999.')])
      expect(await refusal(settle(bad, { outcome: 'still-open' }))).toBeInstanceOf(NotFound);
    community.clock.advance({ minutes: 31 * DAY });
    expect(await community.get(SettleQuestionService).find(community.visitor(), token)).toBeNull();
    const late = await refusal(settle(token, { outcome: 'solved', postId: one.reply.publicId }));
    expect(late).toBeInstanceOf(NotFound);
    expect((await stateOf(one.thread)).solution_count).toBe(0);
  });
});

it('asks about what may be nobody’s to read before it takes an answer in, the asker’s name not among it', async () => {
  const { asker, thread } = await answered({ anonymous: true });
  await community.owner.query('UPDATE identity.account SET mail = $2 WHERE member_id = $1', [
    asker.memberId,
    'anna.schmidt@nordbau-kassel.de',
  ]);
  const mutation = `mutation ($input: SettleQuestionInput!) { settleQuestion(input: $input) {
    __typename ... on InvalidInputError { issues { field message } } } }`;
  const send = async (leaks?: 'HIDE' | 'LEAVE') => {
    const body = 'Anna Schmidt von Nordbau Kassel half mir unter 0221 4710-388.';
    const input = { token: tokenOf(thread), outcome: 'SELF_SOLVED', body, leaks };
    const visitor = community.visitor();
    return (await community.ask<{ settleQuestion: object }>(visitor, mutation, { input })).settleQuestion;
  };
  const before = await stateOf(thread);
  expect(await send()).toEqual({
    __typename: 'InvalidInputError',
    issues: [{ field: 'leaks', message: expect.stringMatching(/^1 Stelle .*\(0221 4710-388\)\.$/) }],
  });
  expect(await stateOf(thread)).toEqual(before);
  expect(await send('HIDE')).toEqual({ __typename: 'SettleQuestionSuccess' });
  expect((await stateOf(thread)).posts.at(-1)).toMatchObject({
    body: 'Anna Schmidt von Nordbau Kassel half mir unter [Telefonnummer].',
    solved: true,
  });
});
