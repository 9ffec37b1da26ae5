import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostRepository, ReplyService, type Board, type Post, type Thread } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import {
  HidePostService,
  LockThreadService,
  ModerationPersonalData,
  PostHidden,
  ReportPostService,
  ResolveReportService,
  RestorePostService,
} from '@kundig/moderation/server';
import { Conflict, EventBus, NotAllowed, RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
/** The same people for all tests. */
let stranger: TestMember, otherModerator: TestMember, administrator: TestMember, editor: TestMember;
/** A board of each test's own with its moderator, and an answered question on it. */
let board: Board, thread: Thread, reply: Post, asker: TestMember, helper: TestMember, moderator: TestMember;

beforeAll(async () => {
  community = await TestCommunity.start();
  community.get(EventBus).register(PostHidden, { task: 'test.told', delaySeconds: 0, spreadSeconds: 0 });
  stranger = await community.member();
  otherModerator = await community.withRole('moderator', await community.board());
  administrator = await community.withRole('administrator');
  editor = await community.withRole('editor');
});
afterAll(() => community.close());

const TABLES = [
  'forum.post',
  'forum.thread',
  'forum.board',
  'moderation.report',
  'moderation.audit_entry',
  'jobs_app._private_jobs',
];
const REASON = 'Enthielt eine Telefonnummer.';

beforeEach(async () => {
  board = await community.board();
  asker = await community.member();
  helper = await community.member();
  moderator = await community.withRole('moderator', board);
  thread = await community.question(asker, board);
  reply = await community.reply(helper, thread);
});

const as = (member: TestMember | undefined) =>
  member ? community.as(member) : Promise.resolve(community.visitor());
const report = async (member: TestMember, post: Post = reply, note: string | null = null) =>
  community
    .get(ReportPostService)
    .execute(await community.as(member), { postId: post.publicId, reason: 'internal', note });
const reportsOf = (post: Post) =>
  community.owner.query<{ id: string; decision: string | null; reporter_id: string | null }[]>(
    'SELECT id, decision, reporter_id FROM moderation.report WHERE post_id = $1 ORDER BY created_at, id',
    [post.id],
  );
const firstReport = async () => (await reportsOf(reply))[0]!;
const auditOf = (...subjects: string[]) =>
  community.owner.query<{ action: string; actor_id: string; reason: string | null }[]>(
    'SELECT action, actor_id, reason FROM moderation.audit_entry WHERE subject_id = ANY($1) ORDER BY seq',
    [subjects],
  );
const fresh = async (post: Post) =>
  (await community.get(PostRepository).findReadableByIds(RequestContext.system(), [post.id]))[0]!;

const MUTATIONS = {
  hidePost:
    'mutation ($id: ID!) { answer: hidePost(input: { postId: $id, reason: "Enthielt eine Telefonnummer." }) { __typename } }',
  restorePost:
    'mutation ($id: ID!) { answer: restorePost(input: { postId: $id, reason: "War ein Irrtum." }) { __typename } }',
  lockThread: 'mutation ($id: ID!) { answer: lockThread(input: { threadId: $id }) { __typename } }',
  unlockThread: 'mutation ($id: ID!) { answer: unlockThread(input: { threadId: $id }) { __typename } }',
  resolveReport:
    'mutation ($id: ID!) { answer: resolveReport(input: { reportId: $id, decision: HIDE, reason: "Enthielt eine Telefonnummer." }) { __typename } }',
} as const;
type Action = keyof typeof MUTATIONS;

/** Brings about what the action is to change, and names its subject. */
async function prepared(action: Action): Promise<string> {
  if (action === 'restorePost')
    await community
      .get(HidePostService)
      .execute(await as(moderator), { postId: reply.publicId, reason: REASON });
  if (action === 'unlockThread')
    await community
      .get(LockThreadService)
      .execute(await as(moderator), { threadId: thread.publicId, reason: null }, true);
  if (action === 'resolveReport') {
    await report(stranger);
    return (await firstReport()).id;
  }
  return action.endsWith('Thread') ? thread.publicId : reply.publicId;
}

describe.each(Object.keys(MUTATIONS) as Action[])('%s', (action) => {
  const run = async (member: TestMember | undefined, id: string) => {
    const { answer } = await community.ask<{ answer: { __typename: string } }>(
      await as(member),
      MUTATIONS[action],
      { id },
    );
    return answer.__typename;
  };
  const succeeded = `${action[0]!.toUpperCase()}${action.slice(1)}Success`;

  it('is for moderators of the board; all others learn nothing and change nothing', async () => {
    const id = await prepared(action);
    const before = await community.snapshotOf(...TABLES);
    expect(await run(undefined, id)).toBe('SignInRequiredError');
    for (const refused of [asker, helper, stranger, otherModerator, editor])
      expect(await run(refused, id)).toBe('NotFoundError');
    expect(await run(moderator, action === 'resolveReport' ? crypto.randomUUID() : 'unknown')).toBe(
      'NotFoundError',
    );
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
  });

  it.each(['the moderator of the board', 'an administrator'])(
    'is done and logged once for %s',
    async (who) => {
      const actor = who === 'an administrator' ? administrator : moderator;
      const id = await prepared(action);
      const logged = (await auditOf(id)).length;
      expect(await run(actor, id)).toBe(succeeded);
      const after = await community.snapshotOf(...TABLES);
      expect(await run(actor, id)).toBe(succeeded);
      expect(await community.snapshotOf(...TABLES)).toEqual(after);
      const entries = await auditOf(id);
      expect(entries).toHaveLength(logged + 1);
      expect(entries.at(-1)!.actor_id).toBe(actor.memberId);
    },
  );
});

describe('a hidden post', () => {
  it('keeps its place and its text, shows the reason, and its author is told by ids alone', async () => {
    await community
      .get(HidePostService)
      .execute(await as(moderator), { postId: reply.publicId, reason: REASON });
    expect(await fresh(reply)).toMatchObject({ isStub: true, hiddenReason: REASON, bodyMd: reply.bodyMd });
    const stub = await community.ask(
      community.visitor(),
      'query ($id: ID!) { post(id: $id) { html stub { note byAuthor } } }',
      { id: reply.publicId },
    );
    expect(stub).toEqual({ post: { html: null, stub: { note: REASON, byAuthor: false } } });
    const told = await community.owner.query<{ payload: unknown }[]>(
      `SELECT j.payload FROM jobs_app._private_jobs j JOIN jobs_app._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'test.told' AND j.payload ->> 'postId' = $1`,
      [reply.id],
    );
    expect(told).toEqual([{ payload: { threadId: thread.id, postId: reply.id } }]);
    await community
      .get(RestorePostService)
      .execute(await as(moderator), { postId: reply.publicId, reason: 'Irrtum' });
    expect(await fresh(reply)).toMatchObject({ isStub: false, hiddenReason: null });
  });

  it('is hidden once when two moderators come at the same time', async () => {
    const hide = async (member: TestMember) =>
      community.get(HidePostService).execute(await as(member), { postId: reply.publicId, reason: REASON });
    await Promise.all([hide(moderator), hide(administrator), hide(moderator), hide(administrator)]);
    expect(await auditOf(reply.publicId)).toHaveLength(1);
  });
});

describe('a closed thread', () => {
  it('takes no replies until it is opened again', async () => {
    const answer = async () =>
      community.get(ReplyService).execute(await as(helper), {
        threadId: thread.publicId,
        body: 'Noch etwas.',
        anonymous: null,
        clientKey: crypto.randomUUID(),
      });
    const lock = async (locked: boolean) =>
      community
        .get(LockThreadService)
        .execute(await as(moderator), { threadId: thread.publicId, reason: null }, locked);
    expect((await lock(true)).lockedAt).not.toBeNull();
    await expect(answer()).rejects.toBeInstanceOf(NotAllowed);
    expect((await lock(false)).lockedAt).toBeNull();
    await expect(answer()).resolves.toBeDefined();
  });
});

describe('a report', () => {
  const REPORT = `mutation ($id: ID!, $note: String) {
    reportPost(input: { postId: $id, reason: WRONG_PLACE, note: $note }) { __typename ... on MutationSuccess { path } } }`;
  const QUEUE = `query ($list: ReportCaseList!) { reportCases(list: $list) { id decision
    reports { id reason note } measures { action actor { name } }
    post { id html viewer { body } author { id name kind path } thread { id }
      surroundings { id author { id name kind path } } } } }`;
  interface Queue {
    reportCases: {
      id: string;
      decision: string | null;
      post: { id: string; html: string | null; author: unknown };
    }[];
  }
  const queueOf = async (member: TestMember, list = 'OPEN') =>
    (await community.ask<Queue>(await as(member), QUEUE, { list })).reportCases;

  it('is one open one per member and post, even when sent many times at once', async () => {
    await Promise.all(Array.from({ length: 15 }, () => report(helper)));
    await report(asker);
    expect(await reportsOf(reply)).toHaveLength(2);
  });

  it('answers the reporter alike, whatever others did', async () => {
    const ask = async (member: TestMember) =>
      community.ask(await as(member), REPORT, { id: reply.publicId, note: 'Gehört nach Netz.' });
    const first = await ask(stranger);
    expect(first).toEqual({
      reportPost: { __typename: 'ReportPostSuccess', path: `/p/${reply.publicId}/report/sent` },
    });
    expect(await ask(asker)).toEqual(first);
    expect(await ask(asker)).toEqual(first);
  });

  it('is refused to visitors and strangers of a closed group, for stubs, and with too long a note', async () => {
    const secret = await community.reply(
      asker,
      await community.question(asker, await community.groupBoard([asker], true)),
    );
    const hidden = await community.reply(helper, thread);
    await community
      .get(HidePostService)
      .execute(await as(moderator), { postId: hidden.publicId, reason: REASON });
    const before = await community.snapshotOf('moderation.report');
    const sent = async (member: TestMember | undefined, id: string, note?: string) =>
      (await community.ask<{ reportPost: { __typename: string } }>(await as(member), REPORT, { id, note }))
        .reportPost.__typename;
    expect(await sent(undefined, reply.publicId)).toBe('SignInRequiredError');
    expect(await sent(stranger, secret.publicId)).toBe('NotFoundError');
    expect(await sent(stranger, hidden.publicId)).toBe('NotFoundError');
    expect(await sent(stranger, reply.publicId, 'x'.repeat(1001))).toBe('InvalidInputError');
    expect(await community.snapshotOf('moderation.report')).toEqual(before);
  });

  it('stands in the queue of those who moderate its board, and of nobody else', async () => {
    await report(stranger);
    const { id } = await firstReport();
    expect((await queueOf(moderator)).map((row) => row.id)).toEqual([id]);
    expect((await queueOf(administrator)).map((row) => row.id)).toContain(id);
    expect(await queueOf(otherModerator)).toEqual([]);
    for (const refused of [asker, stranger, editor, undefined])
      await expect(community.ask(await as(refused), QUEUE, { list: 'OPEN' })).rejects.toThrow();
    const viewer = async (member: TestMember | undefined) =>
      community.ask(await as(member), '{ viewer { mayModerate openReports } }');
    expect(await viewer(moderator)).toEqual({ viewer: { mayModerate: true, openReports: 1 } });
    expect(await viewer(otherModerator)).toEqual({ viewer: { mayModerate: true, openReports: 0 } });
    for (const other of [asker, editor, undefined])
      expect(await viewer(other)).toEqual({ viewer: { mayModerate: false, openReports: 0 } });
  });

  it('shows moderators of author and reporter nothing that the page does not show', async () => {
    const shy = await community.member('Zaunkoenig77');
    const post = await community.reply(shy, thread, { anonymous: true });
    const watcher = await community.member('Wachtelkoenig8');
    await report(watcher, post, 'Bitte prüfen.');
    const queue = await queueOf(moderator);
    const text = JSON.stringify(queue);
    for (const hidden of [shy.memberId, shy.nickname, shy.mail, watcher.memberId, watcher.nickname])
      expect(text).not.toContain(hidden);
    const page = await community.ask<{ post: { author: unknown } }>(
      community.visitor(),
      'query ($id: ID!) { post(id: $id) { author { id name kind path } } }',
      { id: post.publicId },
    );
    expect(queue[0]!.post.author).toEqual(page.post.author);
    expect(queue[0]!.post.author).toMatchObject({ kind: 'PERSONA', path: null });
  });

  it('is settled with those before it when the post stays, and with all on it when it is hidden', async () => {
    for (const reporter of [stranger, asker, editor]) {
      community.clock.advance({ seconds: 1 });
      await report(reporter);
    }
    const [first, second] = await reportsOf(reply);
    const resolve = async (reportId: string, decision: 'keep' | 'hide') =>
      community
        .get(ResolveReportService)
        .execute(await as(moderator), { reportId, decision, reason: REASON });
    await resolve(first!.id, 'keep');
    expect((await reportsOf(reply)).filter(({ decision }) => decision === null)).toHaveLength(2);
    expect((await fresh(reply)).isStub).toBe(false);
    await resolve(second!.id, 'hide');
    expect((await reportsOf(reply)).map(({ decision }) => decision).sort()).toEqual(['hide', 'hide', 'keep']);
    expect(await fresh(reply)).toMatchObject({ isStub: true, hiddenReason: REASON });
    const actions = (await auditOf(reply.publicId, first!.id, second!.id)).map(({ action }) => action);
    expect(actions).toEqual(['report-kept', 'post-hidden', 'report-upheld']);
    expect(await queueOf(moderator)).toEqual([]);
    expect(await queueOf(moderator, 'DONE')).toMatchObject([{ decision: 'HIDE' }]);
    await expect(resolve(first!.id, 'hide')).rejects.toBeInstanceOf(Conflict);
  });

  it('is decided once when two moderators decide differently at the same time', async () => {
    const replies = [reply];
    for (let n = 0; n < 5; n += 1) replies.push(await community.reply(helper, thread));
    for (const each of replies) await report(asker, each);
    const requests = { keep: await as(moderator), hide: await as(administrator) };
    await Promise.all(
      replies.map(async (each) => {
        const { id } = (await reportsOf(each))[0]!;
        const decide = (decision: 'keep' | 'hide') =>
          community
            .get(ResolveReportService)
            .execute(requests[decision], { reportId: id, decision, reason: REASON });
        const results = await Promise.allSettled([decide('keep'), decide('hide')]);
        expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const { decision } = (await reportsOf(each))[0]!;
        expect((await fresh(each)).isStub).toBe(decision === 'hide');
        expect(await auditOf(id)).toHaveLength(1);
      }),
    );
  });

  it('needs a reason only where the post is hidden', async () => {
    await report(stranger);
    const { id } = await firstReport();
    const decide = async (decision: string) =>
      community.ask(
        await as(moderator),
        `mutation ($id: ID!) { resolveReport(input: { reportId: $id, decision: ${decision} }) {
          __typename ... on MutationSuccess { path } ... on UserError { field } } }`,
        { id },
      );
    expect(await decide('HIDE')).toEqual({
      resolveReport: { __typename: 'InvalidInputError', field: 'reason' },
    });
    expect(await decide('HIDE, ground: OTHER')).toEqual({
      resolveReport: { __typename: 'InvalidInputError', field: 'reason' },
    });
    expect(await decide('KEEP')).toEqual({
      resolveReport: { __typename: 'ResolveReportSuccess', path: `/desk/reports?decided=${id}` },
    });
  });
});

describe('personal data', () => {
  it('names what a person reported; after erasure the report stays without reporter and note', async () => {
    await report(asker, reply, 'Das ist meine Nummer.');
    const handler = community.get(ModerationPersonalData);
    const subject = { accountId: null, pseudonymIds: [asker.memberId] };
    const exported = [];
    for await (const row of handler.export(RequestContext.system(), subject)) exported.push(row);
    expect(exported).toEqual([
      {
        kind: 'report',
        path: `/p/${reply.publicId}`,
        position: 2,
        reason: 'internal',
        note: 'Das ist meine Nummer.',
        createdAt: community.clock.now(),
      },
    ]);
    expect(await handler.erase(RequestContext.system(), subject)).toBe(1);
    const rows = await community.owner.query(
      'SELECT reporter_id, note FROM moderation.report WHERE post_id = $1',
      [reply.id],
    );
    expect(rows).toEqual([{ reporter_id: null, note: null }]);
  });
});

describe('a right that was taken away', () => {
  it('is gone with the next request', async () => {
    await community
      .get(GroupRepository)
      .revoke(RequestContext.system(), moderator.memberId, 'moderator', board.id);
    const { answer } = await community.ask<{ answer: unknown }>(await as(moderator), MUTATIONS.hidePost, {
      id: reply.publicId,
    });
    expect(answer).toEqual({ __typename: 'NotFoundError' });
    expect((await fresh(reply)).isStub).toBe(false);
  });
});
