import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ForumPersonalData,
  MarkSolutionService,
  ProposeSolutionService,
  type Board,
  type Post,
} from '@kundig/forum/server';
import { DataSubjects } from '@kundig/identity/server';
import {
  AppointExpertService,
  DecideProposalService,
  HidePostService,
  RedactPassageService,
} from '@kundig/moderation/server';
import { Conflict, InvalidInput, NotAllowed, NotFound, RequestContext } from '@kundig/platform/server';
import { SwitchFeatureService } from '@kundig/site/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let board: Board;
let moderator: TestMember;
let expert: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start();
  board = await community.board();
  moderator = await community.withRole('moderator', board);
  expert = await expertOf(board);
});
afterAll(() => community.close());

async function expertOf({ publicId }: Board): Promise<TestMember> {
  const member = await community.member();
  await community.get(AppointExpertService).execute(await community.as(moderator), {
    ...{ nickname: member.nickname, boardId: publicId, reason: 'Kennt jede Anlage', months: 24 },
  });
  return member;
}
const waitDays = (days: number) => community.clock.advance({ minutes: days * 24 * 60 });
/** A question with two answers of others, fourteen days later. */
async function leftOpen(more: { anonymous?: boolean } = {}) {
  const asker = await community.member();
  const helper = await community.member();
  const thread = await community.question(asker, board, more);
  const [first, second] = [
    await community.reply(helper, thread),
    await community.reply(await community.member(), thread),
  ];
  waitDays(14);
  return { asker, helper, thread, first, second };
}
const propose = async (by: TestMember, { publicId }: Post) =>
  community.get(ProposeSolutionService).execute(await community.as(by), publicId);
const decide = async (by: TestMember, { publicId }: Post, accepted: boolean) =>
  community.get(DecideProposalService).execute(await community.as(by), publicId, accepted);
const solutionsOf = async (threadId: string) => {
  const rows = await community.owner.query<{ id: string }[]>(
    'SELECT id FROM forum.post WHERE thread_id = $1 AND solution_at IS NOT NULL ORDER BY position',
    [threadId],
  );
  return rows.map(({ id }) => id);
};
const proposed = async (publicId: string): Promise<string | undefined> => {
  const source = 'query ($id: ID!) { thread(id: $id) { proposal { post { id } by { name } } } }';
  const answer = await community.ask<{ thread: { proposal: { post: { id: string } } | null } }>(
    community.visitor(),
    source,
    { id: publicId },
  );
  return answer.thread.proposal?.post.id;
};
const audited = async ({ publicId }: Post) =>
  (
    await community.owner.query<{ action: string }[]>(
      'SELECT action FROM moderation.audit_entry WHERE subject_id = $1 ORDER BY seq',
      [publicId],
    )
  ).map(({ action }) => action);
/** Beginnings of the subjects of what was sent. */
const toldOf = async ({ mail }: TestMember) =>
  (
    await community.owner.query<{ subject: string }[]>(
      'SELECT subject FROM identity.outbox_mail WHERE recipient = $1 ORDER BY subject',
      [mail],
    )
  ).map(({ subject }) => subject.split(':', 1)[0]);

describe('a proposed solution', () => {
  it.each([{ anonymous: false }, { anonymous: true }])(
    'is confirmed by a moderator, told to the asker, who can still choose otherwise (%o)',
    async (voice) => {
      const { asker, thread, first, second } = await leftOpen(voice);
      await propose(expert, first);
      await propose(expert, first);
      expect(await proposed(thread.publicId)).toBe(first.publicId);
      expect(await solutionsOf(thread.id)).toEqual([]);
      await decide(moderator, first, true);
      expect(await solutionsOf(thread.id)).toEqual([first.id]);
      expect(await proposed(thread.publicId)).toBeUndefined();
      expect(await audited(first)).toEqual(['proposal-accepted']);
      community.clock.advance({ minutes: 5 });
      await community.runJobs();
      const told = await toldOf(asker);
      expect(told.filter((subject) => /Lösung|Gelöst/.test(subject!))).toEqual([
        'Ihre Frage hat eine Lösung',
      ]);
      const marks = community.get(MarkSolutionService);
      await marks.execute(await community.as(asker), first.publicId, false);
      await marks.execute(await community.as(asker), second.publicId, true);
      expect(await solutionsOf(thread.id)).toEqual([second.id]);
    },
  );

  it('is one at a time, also when experts propose at once, and makes room when declined or gone', async () => {
    const { thread, first, second } = await leftOpen();
    const other = await expertOf(board);
    const results = await Promise.allSettled([propose(expert, first), propose(other, second)]);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(refused).toEqual([expect.any(Conflict)]);
    const standing = (await proposed(thread.publicId)) === first.publicId ? first : second;
    const left = standing === first ? second : first;
    const decisions = await Promise.allSettled([
      decide(moderator, standing, false),
      decide(moderator, standing, false),
    ]);
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await audited(standing)).toEqual(['proposal-declined']);
    await propose(expert, left);
    await community
      .get(HidePostService)
      .execute(await community.as(moderator), { postId: left.publicId, reason: 'Werbung' });
    expect(await proposed(thread.publicId)).toBeUndefined();
    await expect(decide(moderator, left, true)).rejects.toBeInstanceOf(NotFound);
    await propose(other, standing);
    expect(await proposed(thread.publicId)).toBe(standing.publicId);
    expect(await solutionsOf(thread.id)).toEqual([]);
  });

  it('says why to moderators of the board alone; a passage of that is redacted, and it goes with its writer', async () => {
    const { thread, first, helper } = await leftOpen();
    const proposer = await expertOf(board);
    const why = 'Bei Frau Zitronenfalter ging es genauso.';
    await community.get(ProposeSolutionService).execute(await community.as(proposer), first.publicId, why);
    const seen = async (viewer: RequestContext) =>
      (
        await community.ask<{ thread: { proposal: { reason: string | null } } }>(
          viewer,
          'query ($id: ID!) { thread(id: $id) { proposal { reason } } }',
          { id: thread.publicId },
        )
      ).thread.proposal.reason;
    const elsewhere = await community.withRole('moderator', await community.board());
    for (const other of [elsewhere, proposer]) expect(await seen(await community.as(other))).toBeNull();
    expect(await seen(community.visitor())).toBeNull();
    expect(await seen(await community.as(moderator))).toBe(why);

    const redact = async (by: TestMember) =>
      community.get(RedactPassageService).execute(await community.as(by), {
        ...{ postId: first.publicId, passage: 'Zitronenfalter', reason: 'Name einer Kundin' },
      });
    await expect(redact(helper)).rejects.toBeInstanceOf(InvalidInput); // who wrote the answer learns nothing of it
    await redact(moderator);
    expect(await seen(await community.as(moderator))).toBe('Bei Frau [geschwärzt] ging es genauso.');
    await expect(redact(moderator)).rejects.toBeInstanceOf(InvalidInput);

    const [account] = await community.owner.query<{ id: string }[]>(
      'SELECT id FROM identity.account WHERE member_id = $1',
      [proposer.memberId],
    );
    const subject = (await community.get(DataSubjects).of(RequestContext.system(), account!.id))!;
    await community.get(ForumPersonalData).erase(RequestContext.system(), subject);
    expect(await seen(await community.as(moderator))).toBeNull();
  });

  it('is neither made nor seen while experts are switched off', async () => {
    const [standing, other] = [await leftOpen(), await leftOpen()];
    await propose(expert, standing.first);
    const administrator = await community.as(await community.withRole('administrator'));
    const turn = (on: boolean) =>
      community.get(SwitchFeatureService).execute(administrator, { feature: 'experts', on });
    await turn(false);
    expect(await proposed(standing.thread.publicId)).toBeUndefined();
    await expect(propose(expert, other.first)).rejects.toBeInstanceOf(NotFound);
    await turn(true);
    expect(await proposed(standing.thread.publicId)).toBe(standing.first.publicId);
    expect(await proposed(other.thread.publicId)).toBeUndefined();
  });

  it('comes from experts of the board alone, not before its time, and never for oneself', async () => {
    const asker = await community.member();
    const thread = await community.question(asker, board);
    const answer = await community.reply(await community.member(), thread);
    waitDays(13);
    await expect(propose(expert, answer)).rejects.toBeInstanceOf(NotAllowed);
    waitDays(1);
    const elsewhere = await community.member();
    for (const other of [elsewhere, moderator])
      await expect(propose(other, answer)).rejects.toBeInstanceOf(NotFound);
    const own = await community.reply(expert, await community.question(asker, board));
    const hidden = await expertOf(board);
    await community.reply(hidden, thread, { anonymous: true });
    waitDays(14);
    await expect(propose(expert, own)).rejects.toBeInstanceOf(NotAllowed);
    await expect(propose(hidden, answer)).rejects.toBeInstanceOf(NotAllowed);
    expect(await proposed(thread.publicId)).toBeUndefined();
    const stranger = await community.withRole('moderator', await community.board());
    await propose(expert, answer);
    await expect(decide(stranger, answer, true)).rejects.toBeInstanceOf(NotFound);
    expect(await solutionsOf(thread.id)).toEqual([]);
  });
});
