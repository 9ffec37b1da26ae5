import { beforeEach, describe, expect, it } from '@jest/globals';
import { PostRepository, type Board, type Post, type Thread } from '@kundig/forum/server';
import {
  GiveBackReportService,
  HidePostService,
  ReopenReportService,
  ReportPostService,
  ResolveReportService,
  TakeReportService,
} from '@kundig/moderation/server';
import { Conflict, NotFound, RequestContext } from '@kundig/platform/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';
import { ModeratedBoard } from './moderated-board.js';

const around = ModeratedBoard.open();
let community: TestCommunity;
let stranger: TestMember, otherModerator: TestMember, second: TestMember;
/** A board of each test's own with its moderator, and a question with a reported answer between two others. */
let board: Board, thread: Thread, reply: Post, asker: TestMember, helper: TestMember, moderator: TestMember;

beforeEach(async () => {
  ({ community, board, asker, helper, moderator, stranger, otherModerator } = around);
  second = around.administrator;
  thread = await community.question(asker, board);
  await community.reply(asker, thread, { body: 'Das stand davor.' });
  reply = await community.reply(helper, thread, { body: 'Das ist gemeldet.' });
  await community.reply(asker, thread, { body: 'Das stand danach.' });
  await report(stranger);
});

async function report(member: TestMember): Promise<string> {
  community.clock.advance({ seconds: 1 });
  await community.get(ReportPostService).execute(await community.as(member), {
    ...{ postId: reply.publicId, reason: 'spam', note: null },
  });
  return newestReport();
}
async function newestReport(): Promise<string> {
  const [row] = await community.owner.query<{ id: string }[]>(
    'SELECT id FROM moderation.report WHERE post_id = $1 ORDER BY created_at DESC LIMIT 1',
    [reply.id],
  );
  return row!.id;
}
const stateOf = () =>
  community.owner.query<{ decision: string | null; handler_id: string | null }[]>(
    'SELECT decision, handler_id FROM moderation.report WHERE post_id = $1 ORDER BY created_at',
    [reply.id],
  );
const fresh = async () =>
  (await community.get(PostRepository).findReadableByIds(RequestContext.system(), [reply.id]))[0]!;
const take = async (member: TestMember, takeOver = false) =>
  community
    .get(TakeReportService)
    .execute(await community.as(member), { reportId: await newestReport(), takeOver });
const giveBack = async (member: TestMember) =>
  community.get(GiveBackReportService).execute(await community.as(member), await newestReport());
const reopen = async (member: TestMember) =>
  community.get(ReopenReportService).execute(await community.as(member), await newestReport());
const keep = async (member: TestMember) =>
  community.get(ResolveReportService).execute(await community.as(member), {
    ...{ reportId: await newestReport(), decision: 'keep', reason: null },
  });
const hide = async (member: TestMember, ground: 'spam' | null = 'spam', reason: string | null = null) =>
  community.get(ResolveReportService).execute(await community.as(member), {
    ...{ reportId: await newestReport(), decision: 'hide', ground, reason },
  });

interface Case {
  id: string;
  isMine: boolean;
  handler: { name: string } | null;
  reports: object[];
  post: { surroundings: { html: string }[] };
  measures: { action: string }[];
}
const queue = async (member: TestMember, list = 'OPEN', boardId?: string) =>
  (
    await community.ask<{ reportCases: Case[] }>(
      await community.as(member),
      `query ($list: ReportCaseList!, $boardId: ID) { reportCases(list: $list, boardId: $boardId) {
         id isMine handler { name } reports { id } post { surroundings { html } } measures { action } } }`,
      { list, boardId },
    )
  ).reportCases;

describe('the queue', () => {
  it('shows what is reported about one post in one place, with what stands around it and what was done before', async () => {
    await report(asker);
    await community
      .get(HidePostService)
      .execute(await community.as(moderator), { postId: reply.publicId, reason: 'Zu schnell' });
    await reopen(moderator);
    const [shown, ...others] = await queue(moderator);
    expect(others).toEqual([]);
    expect(shown!.reports).toHaveLength(2);
    expect(shown!.post.surroundings.map(({ html }) => html)).toEqual([
      expect.any(String), // the question
      expect.stringContaining('davor'),
      expect.stringContaining('danach'),
    ]);
    expect(shown!.measures.map(({ action }) => action)).toHaveLength(2);
  });

  it('has a part for each: what waits, what is mine, what is done, and one for each board', async () => {
    expect(await queue(moderator, 'MINE')).toEqual([]);
    await take(moderator);
    expect(await queue(moderator, 'MINE')).toMatchObject([
      { isMine: true, handler: { name: expect.any(String) } },
    ]);
    expect(await queue(moderator, 'OPEN', board.publicId)).toHaveLength(1);
    expect(await queue(second, 'OPEN', (await community.board()).publicId)).toEqual([]);
    await keep(moderator);
    expect(await queue(moderator)).toEqual([]);
    expect(await queue(moderator, 'DONE')).toHaveLength(1);
    expect(await queue(otherModerator, 'DONE')).toEqual([]);
  });

  it('costs as many statements with many cases as with one', async () => {
    const ask = async () => {
      const ctx = await community.as(moderator);
      return statementsOf(community, () =>
        community.ask(
          ctx,
          `{ reportCases { id handler { name } reports { id reason } measures { action actor { name } }
             post { id html author { name } surroundings { id html author { name } } thread { title } viewer { body } } } }`,
        ),
      );
    };
    const few = (await ask()).length;
    for (let n = 0; n < 5; n += 1) {
      const other = await community.reply(helper, await community.question(asker, board));
      await community.get(ReportPostService).execute(await community.as(stranger), {
        ...{ postId: other.publicId, reason: 'spam', note: null },
      });
    }
    expect(await ask()).toHaveLength(few);
  });
});

describe('taking a case', () => {
  it('is for one: of many who come at once one gets it, and the others are told', async () => {
    const tries = await Promise.allSettled([take(moderator), take(second), take(moderator), take(second)]);
    const winner = (await stateOf())[0]!.handler_id;
    expect([moderator.memberId, second.memberId]).toContain(winner);
    const refused = tries.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(Conflict);
  });

  it('keeps others from deciding until they take it over or it is given back', async () => {
    await take(moderator);
    await expect(keep(second)).rejects.toBeInstanceOf(Conflict);
    expect(await stateOf()).toEqual([{ decision: null, handler_id: moderator.memberId }]);
    await giveBack(second); // not theirs to give
    expect(await stateOf()).toEqual([{ decision: null, handler_id: moderator.memberId }]);
    await take(second, true);
    await giveBack(second);
    await keep(moderator);
    expect(await stateOf()).toEqual([{ decision: 'keep', handler_id: moderator.memberId }]);
    await expect(take(second)).rejects.toBeInstanceOf(Conflict);
  });

  it('holds for what is reported meanwhile, too', async () => {
    await take(moderator);
    await report(asker);
    expect(await stateOf()).toEqual([
      { decision: null, handler_id: moderator.memberId },
      { decision: null, handler_id: moderator.memberId },
    ]);
  });

  it('is nothing to others, like everything that is done with reports', async () => {
    const before = await community.snapshotOf('moderation.report', 'forum.post', 'moderation.audit_entry');
    for (const member of [stranger, asker, otherModerator])
      for (const act of [take, giveBack, reopen, keep, hide])
        await expect(act(member)).rejects.toBeInstanceOf(NotFound);
    expect(await community.snapshotOf('moderation.report', 'forum.post', 'moderation.audit_entry')).toEqual(
      before,
    );
  });
});

describe('a decision', () => {
  it('leaves what came in while a moderator was reading', async () => {
    const read = await newestReport();
    await report(asker);
    const input = { reportId: read, decision: 'keep', reason: null } as const;
    await community.get(ResolveReportService).execute(await community.as(moderator), input);
    expect((await stateOf()).map(({ decision }) => decision)).toEqual(['keep', null]);
  });

  it('says the ground of the list in the language of the post, and the own words after it', async () => {
    await hide(moderator, 'spam', 'schon das dritte Mal');
    expect((await fresh()).hiddenReason).toBe('Werbung oder Spam: schon das dritte Mal');
  });

  it('is taken back with everything it did, once, and by whoever moderates the board', async () => {
    await report(asker);
    await hide(moderator);
    expect((await fresh()).isStub).toBe(true);
    await Promise.all([reopen(second), reopen(second), reopen(second)]);
    expect((await fresh()).isStub).toBe(false);
    expect(await stateOf()).toEqual([
      { decision: null, handler_id: second.memberId },
      { decision: null, handler_id: second.memberId },
    ]);
    const log = await community.owner.query<{ action: string }[]>(
      `SELECT action FROM moderation.audit_entry WHERE action = 'report-reopened' AND subject_id = $1`,
      [await newestReport()],
    );
    expect(log).toHaveLength(1);
  });

  it('is taken back beside a report that came after it, of which there stays one per reporter', async () => {
    await keep(moderator);
    const decided = await newestReport();
    await report(stranger); // the same person once more
    await community.get(ReopenReportService).execute(await community.as(moderator), decided);
    expect((await stateOf()).filter(({ decision }) => decision === null)).toHaveLength(1);
  });
});

describe('who reported', () => {
  const told = async () =>
    (
      await community.ask<{ notices: { occasion: string; thread: { id: string } }[] }>(
        await community.as(stranger),
        '{ notices { occasion thread { id } } }',
      )
    ).notices.filter((notice) => notice.thread.id === thread.publicId);
  const later = async () => {
    community.clock.advance({ minutes: 5 });
    await community.runJobs();
  };

  it.each(['keep', 'hide'] as const)(
    'is told of the decision to %s, and of nobody behind it',
    async (decision) => {
      await (decision === 'keep' ? keep : hide)(moderator);
      await later();
      expect(await told()).toEqual([{ occasion: 'REPORT', thread: { id: thread.publicId } }]);
      const mails = await community.owner.query<{ subject: string; text: string }[]>(
        'SELECT subject, text FROM identity.outbox_mail WHERE recipient = $1 AND strpos(text, $2) > 0',
        [stranger.mail, thread.publicId], // decisions of the tests before were told in the same minute
      );
      expect(mails).toHaveLength(1);
      expect(mails[0]!.subject).toContain(thread.title);
      expect(mails[0]!.text).not.toContain(moderator.nickname);
      expect(mails[0]!.text.includes('Werbung oder Spam')).toBe(decision === 'hide');
    },
  );

  it('is told nothing of a decision that was taken back in time', async () => {
    await hide(moderator);
    await reopen(moderator);
    await later();
    expect(await told()).toEqual([]);
  });
});
