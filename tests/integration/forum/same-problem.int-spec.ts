import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  MarkSolutionService,
  RecountForumService,
  ShareProblemService,
  type Thread,
} from '@kundig/forum/server';
import { NotAllowed, NotFound, RequestContext, SignInRequired } from '@kundig/platform/server';
import { SearchCommunity } from '@kundig/search/server';
import { AnnounceIncidentService, EndIncidentService } from '@kundig/site/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { storm } from '../../support/in-parallel.js';
import { statementsOf } from '../../support/statements.js';

jest.setTimeout(60_000); // storms of parallel writes on a busy machine

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());

const system = RequestContext.system();
const share = async (member: TestMember, { publicId }: Thread, has = true) =>
  community.get(ShareProblemService).execute(await community.as(member), publicId, has);

/** The number in the forum, and what identity knows. */
async function stateOf({ id }: Thread) {
  const [thread] = await community.owner.query<{ count: number }[]>(
    'SELECT same_problem_count AS count FROM forum.thread WHERE id = $1',
    [id],
  );
  const members = await community.owner.query<{ memberId: string; following: boolean }[]>(
    `SELECT a.member_id AS "memberId", s.following FROM identity.thread_state s
     JOIN identity.account a ON a.id = s.account_id WHERE s.thread_id = $1 AND s.same_problem ORDER BY 1`,
    [id],
  );
  return { count: thread!.count, members };
}

async function asked(more: { anonymous?: boolean } = {}) {
  const asker = await community.member();
  return { asker, thread: await community.question(asker, await community.board(), more) };
}

describe('the same problem', () => {
  it('counts a member once, follows the thread, and can be taken back while the thread stays followed', async () => {
    const { thread } = await asked();
    const member = await community.member();
    expect((await share(member, thread)).sameProblemCount).toBe(1);
    await share(member, thread);
    expect(await stateOf(thread)).toEqual({
      count: 1,
      members: [{ memberId: member.memberId, following: true }],
    });
    await share(member, thread, false);
    await share(member, thread, false);
    expect(await stateOf(thread)).toEqual({ count: 0, members: [] });
    const [state] = await community.owner.query<{ following: boolean }[]>(
      'SELECT following FROM identity.thread_state s JOIN identity.account a ON a.id = s.account_id WHERE a.member_id = $1',
      [member.memberId],
    );
    expect(state).toEqual({ following: true });
  });

  it('is counted rightly after a storm of presses', async () => {
    const { thread } = await asked();
    const members = await Promise.all(Array.from({ length: 10 }, () => community.member()));
    await storm(100, (n) => share(members[n % 10]!, thread, n % 10 < 5 || n % 4 < 2));
    const { count, members: sharing } = await stateOf(thread);
    expect(count).toBe(sharing.length);
    expect(count).toBeGreaterThanOrEqual(5);
    expect((await community.get(RecountForumService).execute(system)).sameProblems).toBe(0);
  });

  it('stays one of a member who also speaks there anonymously, and ties nobody to the thread outside identity', async () => {
    const { thread } = await asked();
    const shy = await community.member();
    await share(shy, thread);
    const reply = await community.reply(shy, thread, { anonymous: true });
    await share(shy, thread);
    expect((await stateOf(thread)).count).toBe(1);
    const before = await community.snapshotOf('forum.thread', 'forum.post', 'pseudonyms.pseudonym');
    expect(JSON.stringify(before['forum.thread'])).not.toContain(shy.memberId);
    expect(JSON.stringify(before['forum.post'])).not.toContain(shy.memberId);
    expect(reply.authorId).not.toBe(shy.memberId);
    const jobs = await community.owner.query<{ payload: unknown }[]>(
      `SELECT j.payload FROM jobs_app._private_jobs j JOIN jobs_app._private_tasks t ON t.id = j.task_id
       WHERE t.identifier LIKE 'forum.same-problem-counted%'`,
    );
    expect(jobs.length).toBeGreaterThan(0);
    expect(JSON.stringify(jobs)).not.toContain(shy.memberId);
  });

  it('is put right by the recount when a crash parted number and rows', async () => {
    const { thread } = await asked();
    await share(await community.member(), thread);
    await community.owner.query('UPDATE forum.thread SET same_problem_count = 9 WHERE id = $1', [thread.id]);
    expect((await community.get(RecountForumService).execute(system)).sameProblems).toBe(1);
    expect((await stateOf(thread)).count).toBe(1);
  });

  it('costs no more than fifteen statements', async () => {
    const { thread } = await asked();
    const ctx = await community.as(await community.member());
    const statements = await statementsOf(community, () =>
      community.get(ShareProblemService).execute(ctx, thread.publicId, true),
    );
    expect(statements.length).toBeLessThanOrEqual(13); // two more make the context of a request
  });

  it('of five within a day is told to administrators, the question most of them share, until an incident is announced', async () => {
    community.clock.advance({ minutes: 25 * 60 }); // what others share is of yesterday
    const [some, most] = [await asked(), await asked()];
    const [administrator, moderator] = await Promise.all(
      (['administrator', 'moderator'] as const).map((role) => community.withRole(role)),
    );
    const sharing = await Promise.all(Array.from({ length: 6 }, () => community.member()));
    const hint = async (viewer: TestMember) =>
      (
        await community.ask<{ viewer: { incidentHint: { count: number; thread: { id: string } } | null } }>(
          await community.as(viewer),
          '{ viewer { incidentHint { count thread { id } } } }',
        )
      ).viewer.incidentHint;
    for (const member of sharing.slice(0, 4)) await share(member, most.thread);
    expect(await hint(administrator!)).toBeNull();
    community.clock.advance({ minutes: 23 * 60 });
    for (const member of sharing.slice(0, 5)) await share(member, some.thread);
    for (const member of sharing) await share(member, most.thread);
    expect(await hint(administrator!)).toEqual({ count: 6, thread: { id: most.thread.publicId } });
    for (const other of [moderator!, sharing[0]!]) expect(await hint(other)).toBeNull();

    community.clock.advance({ minutes: 2 * 60 }); // the first four of `most` came more than a day ago
    await share(sharing[0]!, most.thread);
    expect(await hint(administrator!)).toEqual({ count: 5, thread: { id: some.thread.publicId } });
    const ctx = await community.as(administrator!);
    await community
      .get(AnnounceIncidentService)
      .execute(ctx, { textDe: 'Ausfall', textEn: 'Outage', startsAt: undefined, endsAt: undefined });
    expect(await hint(administrator!)).toBeNull();
    await community.get(EndIncidentService).execute(ctx);
    const reply = await community.reply(sharing[0]!, some.thread);
    await community.get(MarkSolutionService).execute(await community.as(some.asker), reply.publicId, true);
    expect(await hint(administrator!)).toBeNull();
  });

  it('moves the question up in the search', async () => {
    const board = await community.board();
    const asker = await community.member();
    const text = { title: 'Faxgerät druckt leere Seiten', body: 'Seit gestern kommen nur leere Seiten an.' };
    const threads = [
      await community.question(asker, board, text),
      await community.question(asker, board, text),
    ];
    await community.runJobs();
    const order = async () =>
      (
        await community
          .get(SearchCommunity)
          .execute(community.visitor(), { query: 'Faxgerät leere Seiten', filter: {}, page: 1 })
      ).hits.map(({ thread }) => thread.id);
    const [, second] = await order();
    const shared = threads.find(({ id }) => id === second)!;
    for (let n = 0; n < 3; n += 1) await share(await community.member(), shared);
    await community.runJobs();
    expect((await order())[0]).toBe(shared.id);
  });
});

describe('the same problem is refused', () => {
  it.each([{ anonymous: false }, { anonymous: true }])('for one’s own question (%o)', async (voice) => {
    const { asker, thread } = await asked(voice);
    await expect(share(asker, thread)).rejects.toBeInstanceOf(NotAllowed);
    expect(await stateOf(thread)).toEqual({ count: 0, members: [] });
  });

  it('for what is solved, discussions, visitors and strangers of a closed group', async () => {
    const { asker, thread } = await asked();
    const helper = await community.member();
    const reply = await community.reply(helper, thread);
    await community.get(MarkSolutionService).execute(await community.as(asker), reply.publicId, true);
    const discussion = await community.question(asker, await community.board(), { kind: 'discussion' });
    const inside = await community.question(asker, await community.groupBoard([asker], true));
    const member = await community.member();
    await expect(share(member, thread)).rejects.toBeInstanceOf(NotAllowed);
    await expect(share(member, discussion)).rejects.toBeInstanceOf(NotFound);
    await expect(share(member, inside)).rejects.toBeInstanceOf(NotFound);
    await expect(
      community.get(ShareProblemService).execute(community.visitor(), (await asked()).thread.publicId, true),
    ).rejects.toBeInstanceOf(SignInRequired);
    for (const refused of [thread, discussion, inside])
      expect(await stateOf(refused)).toEqual({ count: 0, members: [] });
  });
});
