import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  MarkSolutionService,
  PostVisibility,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { GiveKudosService, WithdrawKudosService } from '@kundig/kudos/server';
import { ChooseAbsenceService, RankingsService, RollUpCreditsService } from '@kundig/merits/server';
import { AppDatabase, NotFound, RequestContext, Worker } from '@kundig/platform/server';
import { MemberDesk } from '@kundig/pseudonyms/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(60_000);

let community: TestCommunity;
let asker: TestMember;
let board: Board;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());
beforeEach(async () => {
  await community.owner.query('TRUNCATE forum.thread, forum.post, kudos.kudo, merits.absence CASCADE');
  asker = await community.member();
  board = await community.board();
});

const system = RequestContext.system();
const DAY = { minutes: 24 * 60 };
const thank = async (member: TestMember, { publicId }: Post) =>
  community.get(GiveKudosService).execute(await community.as(member), publicId);
const accept = async (member: TestMember, { publicId }: Post, accepted = true) =>
  community.get(MarkSolutionService).execute(await community.as(member), publicId, accepted);
const ranking = async (
  period: 'week' | 'month' | 'all' = 'week',
  by: 'solutions' | 'kudos' = 'solutions',
  boardId: string | null = null,
  ctx = community.visitor(),
) => community.get(RankingsService).of(ctx, period, by, boardId);
const thanked = async () =>
  (await community.get(RankingsService).thankedThisWeek(community.visitor())).members.map(({ name }) => name);
const recount = () => community.get(RollUpCreditsService).recount(system);

/** Answers of helpers in new questions of the board, the first helper's most often. */
async function helped(
  helpers: readonly TestMember[],
  where = board,
): Promise<{ thread: Thread; post: Post }[]> {
  const answers = [];
  for (const [index, helper] of helpers.entries())
    for (let count = 0; count < helpers.length - index; count += 1) {
      const thread = await community.question(await community.member(), where);
      answers.push({ thread, post: await community.reply(helper, thread) });
    }
  return answers;
}

/** The same, and each answer accepted by its asker. */
async function solvedBy(helpers: readonly TestMember[], where = board): Promise<void> {
  const moderator = await community.withRole('moderator', where);
  for (const { post } of await helped(helpers, where)) await accept(moderator, post);
  await community.runJobs();
}
const fiveMembers = () => Promise.all(Array.from({ length: 5 }, () => community.member()));

describe('the ranking', () => {
  it('lists from five participants on, best first, by period and board, and agrees with a recount', async () => {
    const helpers = await fiveMembers();
    await solvedBy(helpers);
    const { members, enoughParticipants } = await ranking();
    expect(enoughParticipants).toBe(true);
    expect(members.map(({ memberId, solutions }) => [memberId, solutions])).toEqual(
      helpers.map(({ memberId }, index) => [memberId, 5 - index]),
    );
    expect((await ranking('week', 'solutions', board.publicId)).members).toHaveLength(5);
    expect((await ranking('week', 'solutions', (await community.board()).publicId)).members).toEqual([]);
    expect((await ranking('week', 'kudos')).enoughParticipants).toBe(false);
    expect(await recount()).toBe(0);
    for (let day = 0; day < 7; day += 1) community.clock.advance(DAY);
    expect((await ranking('week')).members).toEqual([]);
    expect((await ranking('month')).members).toHaveLength(5);
    for (let day = 0; day < 30; day += 1) community.clock.advance(DAY);
    expect((await ranking('month')).members).toEqual([]);
    expect((await ranking('all')).members).toHaveLength(5);
  });

  it('thanks by name instead where fewer took part', async () => {
    const helpers = (await fiveMembers()).slice(0, 4);
    await solvedBy(helpers);
    const { members, enoughParticipants } = await ranking();
    expect({ members, enoughParticipants }).toEqual({ members: [], enoughParticipants: false });
    expect(await thanked()).toEqual(helpers.map(({ nickname }) => nickname).sort());
  });

  it('follows what is taken back, hidden and shown again', async () => {
    const helper = await community.member();
    const thread = await community.question(asker, board);
    const post = await community.reply(helper, thread);
    await thank(asker, post);
    await accept(asker, post);
    await community.runJobs();
    expect(await thanked()).toEqual([helper.nickname]);
    const withdrawn = async (change: () => Promise<unknown>) => {
      await change();
      await community.runJobs();
      return thanked();
    };
    const tx = (work: (tx: RequestContext) => Promise<unknown>) =>
      community.get(AppDatabase).transaction(system, work);
    const visibility = community.get(PostVisibility);
    expect(
      await withdrawn(() => tx((t) => visibility.withdraw(t, post.id, { hiddenReason: 'Versehen' }))),
    ).toEqual([]);
    expect(await withdrawn(() => tx((t) => visibility.restore(t, post.id)))).toEqual([helper.nickname]);
    expect(await withdrawn(() => accept(asker, post, false))).toEqual([helper.nickname]);
    const takeBack = async () =>
      community.get(WithdrawKudosService).execute(await community.as(asker), post.publicId);
    expect(await withdrawn(takeBack)).toEqual([]);
    expect(await recount()).toBe(0);
  });

  it('never counts what a persona wrote, nor an answer the asker accepted of their own', async () => {
    const shy = await community.member();
    const thread = await community.question(asker, board);
    const post = await community.reply(shy, thread, { anonymous: true });
    await thank(asker, post);
    await accept(asker, post);
    const own = await community.reply(asker, thread);
    await accept(asker, own);
    await community.runJobs();
    expect(await thanked()).toEqual([]);
    expect(await community.owner.query('SELECT 1 FROM merits.credit_day')).toEqual([]);
    expect(await recount()).toBe(0);
  });

  it('leaves closed boards out, and a board that closes', async () => {
    const helper = await community.member();
    const open = await community.board();
    await solvedBy([helper], open);
    await solvedBy([await community.member()], await community.board({ visibility: 'members' }));
    expect(await thanked()).toEqual([helper.nickname]);
    await community.owner.query(`UPDATE forum.board SET visibility = 'members' WHERE id = $1`, [open.id]);
    expect(await thanked()).toEqual([]);
    const hidden = await community.groupBoard([asker], false);
    await expect(ranking('week', 'solutions', hidden.publicId)).rejects.toBeInstanceOf(NotFound);
  });

  it('lists staff apart, and nobody who chose to be absent', async () => {
    const [staff, ...helpers] = [await community.member(), ...(await fiveMembers())];
    await community
      .get(MemberDesk)
      .publish(system, staff.memberId, { realName: 'Miriam S.', roleDe: 'Technik', roleEn: 'Engineer' });
    await solvedBy([staff, ...helpers]);
    const listed = await ranking();
    expect(listed.members.map(({ memberId }) => memberId)).toEqual(helpers.map(({ memberId }) => memberId));
    expect(listed.staff.map(({ memberId }) => memberId)).toEqual([staff.memberId]);
    const source = '{ thanksThisWeek { members { name } staff { name path } } }';
    expect(await community.ask(community.visitor(), source)).toEqual({
      thanksThisWeek: {
        members: helpers
          .map(({ nickname }) => ({ name: nickname }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        staff: [{ name: 'Miriam S.', path: `/u/${staff.nickname}` }],
      },
    });
    await community.get(ChooseAbsenceService).execute(await community.as(helpers[0]!), true);
    await community.get(ChooseAbsenceService).execute(await community.as(helpers[0]!), true);
    expect((await ranking()).enoughParticipants).toBe(false);
    expect(await thanked()).not.toContain(helpers[0]!.nickname);
    await community.get(ChooseAbsenceService).execute(await community.as(helpers[0]!), false);
    expect((await ranking()).members).toHaveLength(5);
  });

  it('is right after storms of kudos whose jobs run at once and twice', async () => {
    const helper = await community.member();
    const post = await community.reply(helper, await community.question(asker, board));
    const givers = await Promise.all(Array.from({ length: 10 }, () => community.member()));
    await Promise.all(givers.map((giver) => thank(giver, post)));
    const worker = community.get(Worker);
    const task = worker.taskNames('app').find((name) => name.startsWith('kudos.kudos-changed'))!;
    await Promise.all(Array.from({ length: 10 }, () => worker.perform('app', task, { postId: post.id })));
    const rows = await community.owner.query('SELECT kudos, solutions FROM merits.credit_day');
    expect(rows).toEqual([{ kudos: 10, solutions: 0 }]);
    await community.owner.query('UPDATE merits.credit_day SET kudos = 3');
    expect(await recount()).toBe(1);
    expect(await community.owner.query('SELECT kudos FROM merits.credit_day')).toEqual([{ kudos: 10 }]);
  });
});
