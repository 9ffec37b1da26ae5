import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, type Board, type Post } from '@kundig/forum/server';
import { AppointExpertService, EndExpertService } from '@kundig/moderation/server';
import { InvalidInput, NotFound } from '@kundig/platform/server';
import { SwitchFeatureService } from '@kundig/site/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let board: Board;
let moderator: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start();
  board = await community.board();
  moderator = await community.withRole('moderator', board);
});
afterAll(() => community.close());

const DAY = { minutes: 24 * 60 };
const appoint = async (by: TestMember, { nickname }: TestMember, where = board, months = 1) =>
  community.get(AppointExpertService).execute(await community.as(by), {
    ...{ nickname, boardId: where.publicId, reason: 'Kennt jede Anlage', months },
  });
const byExpert = async ({ publicId }: Post): Promise<boolean> => {
  const source = 'query ($id: ID!) { post(id: $id) { byExpert } }';
  const answer = await community.ask<{ post: { byExpert: boolean } }>(community.visitor(), source, {
    id: publicId,
  });
  return answer.post.byExpert;
};
const expertBoards = async ({ nickname }: TestMember, ctx = community.visitor()): Promise<string[]> => {
  const source = 'query ($nickname: String!) { member(nickname: $nickname) { expertBoards { id } } }';
  const { member } = await community.ask<{ member: { expertBoards: { id: string }[] } }>(ctx, source, {
    nickname,
  });
  return member.expertBoards.map(({ id }) => id);
};
const listed = async (by: TestMember, { nickname }: TestMember) =>
  (
    await community.ask<{ experts: { id: string; member: { nickname: string } }[] }>(
      await community.as(by),
      '{ experts { id member { nickname } } }',
    )
  ).experts.filter(({ member }) => member.nickname === nickname);
const postOf = async (author: TestMember, where = board, anonymous = false) =>
  community.reply(author, await community.question(await community.member(), where), { anonymous });
const audited = async () =>
  (
    await community.owner.query<{ action: string }[]>(
      `SELECT action FROM moderation.audit_entry WHERE subject_type = 'expert' ORDER BY seq`,
    )
  ).map(({ action }) => action);

const forMyExpertise = async (member: TestMember): Promise<string[]> => {
  const source = '{ questionsForMyExpertise(first: 10) { id } }';
  const answer = await community.ask<{ questionsForMyExpertise: { id: string }[] }>(
    await community.as(member),
    source,
  );
  return answer.questionsForMyExpertise.map(({ id }) => id);
};

describe('an expert', () => {
  it('is shown in the board alone, never where a persona wrote, and until the term ends by itself', async () => {
    const expert = await community.member();
    await appoint(moderator, expert);
    const [here, elsewhere, hidden] = [
      await postOf(expert),
      await postOf(expert, await community.board()),
      await postOf(expert, board, true),
    ];
    expect([await byExpert(here), await byExpert(elsewhere), await byExpert(hidden)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await expertBoards(expert)).toEqual([board.publicId]);
    for (let day = 0; day < 31; day += 1) community.clock.advance(DAY);
    expect(await byExpert(here)).toBe(false);
    expect(await expertBoards(expert)).toEqual([]);
    expect(await listed(moderator, expert)).toEqual([]);
  });

  it('is one on their page for those alone who read the board', async () => {
    const expert = await community.member();
    const closed = await community.groupBoard([expert], true);
    await appoint(await community.withRole('moderator', closed), expert, closed);
    expect(await expertBoards(expert)).toEqual([]);
    expect(await expertBoards(expert, await community.as(await community.member()))).toEqual([]);
    expect(await expertBoards(expert, await community.as(expert))).toEqual([closed.publicId]);
  });

  it('is one for whole months of the calendar', async () => {
    const expert = await community.member();
    const appointedAt = community.clock.now();
    await appoint(moderator, expert, board, 12);
    const { experts } = await community.ask<{ experts: { member: { nickname: string }; endsAt: string }[] }>(
      await community.as(moderator),
      '{ experts { member { nickname } endsAt } }',
    );
    const { endsAt } = experts.find(({ member }) => member.nickname === expert.nickname)!;
    expect(new Date(endsAt).toISOString().slice(5, 10)).toBe(appointedAt.toISOString().slice(5, 10));
    expect(new Date(endsAt).getUTCFullYear()).toBe(appointedAt.getUTCFullYear() + 1);
  });

  it('is listed, ended and audited, and appointed again under one status', async () => {
    const expert = await community.member();
    const before = (await audited()).length;
    await appoint(moderator, expert);
    await appoint(moderator, expert);
    const [status, ...others] = await listed(moderator, expert);
    expect([status!.member.nickname, others]).toEqual([expert.nickname, []]);
    await community
      .get(EndExpertService)
      .execute(await community.as(moderator), status!.id, 'Hat das Unternehmen gewechselt');
    expect(await listed(moderator, expert)).toEqual([]);
    expect((await audited()).slice(before)).toEqual(['expert-appointed', 'expert-appointed', 'expert-ended']);
  });

  it('has one status in a board, also when two moderators appoint at once', async () => {
    const expert = await community.member();
    await Promise.all([appoint(moderator, expert), appoint(moderator, expert), appoint(moderator, expert)]);
    const [row] = await community.owner.query(
      'SELECT count(*)::int AS count FROM pseudonyms.expert_status WHERE member_id = $1',
      [expert.memberId],
    );
    expect(row).toEqual({ count: 1 });
  });

  it('finds what is open in their boards, unanswered first, and nothing of their own', async () => {
    const [expert, asker] = [await community.member(), await community.member()];
    const field = await community.board();
    const looksAfter = await community.withRole('moderator', field);
    expect(await forMyExpertise(expert)).toEqual([]);
    await appoint(looksAfter, expert, field);
    const unanswered = await community.question(asker, field);
    const answered = await community.question(asker, field);
    community.clock.advance({ minutes: 5 });
    await community.reply(await community.member(), answered);
    const solved = await community.question(asker, field);
    const { publicId } = await community.reply(expert, solved);
    await community.get(MarkSolutionService).execute(await community.as(asker), publicId, true);
    await community.question(expert, field);
    await community.question(expert, field, { anonymous: true });
    await community.question(asker, field, { kind: 'discussion' });
    await community.question(asker, board);
    expect(await forMyExpertise(expert)).toEqual([unanswered.publicId, answered.publicId]);
    expect(await forMyExpertise(asker)).toEqual([]);
  });

  it('is none while experts are switched off, and the same again afterwards', async () => {
    const expert = await community.member();
    await appoint(moderator, expert);
    const [post, open] = [await postOf(expert), await community.question(await community.member(), board)];
    const administrator = await community.as(await community.withRole('administrator'));
    const turn = (on: boolean) =>
      community.get(SwitchFeatureService).execute(administrator, { feature: 'experts', on });
    await turn(false);
    expect(await byExpert(post)).toBe(false);
    expect(await forMyExpertise(expert)).toEqual([]);
    await turn(true);
    expect(await byExpert(post)).toBe(true);
    expect(await forMyExpertise(expert)).toContain(open.publicId);
  });

  it('is made by those who look after the board and by nobody else', async () => {
    const expert = await community.member();
    const elsewhere = await community.withRole('moderator', await community.board());
    for (const other of [elsewhere, await community.member()])
      await expect(appoint(other, expert)).rejects.toBeInstanceOf(NotFound);
    await expect(appoint(moderator, { ...expert, nickname: 'Niemand0815' })).rejects.toBeInstanceOf(
      InvalidInput,
    );
    await appoint(moderator, expert);
    const [status] = await listed(moderator, expert);
    const end = community.get(EndExpertService).execute(await community.as(elsewhere), status!.id, 'Darum');
    await expect(end).rejects.toBeInstanceOf(NotFound);
    expect(await listed(elsewhere, expert)).toEqual([]);
    expect(await listed(moderator, expert)).toHaveLength(1);
  });
});
