import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ChangeRoleService, WithdrawRoleService } from '@kundig/administration/server';
import {
  ReplyService,
  SettleQuestionService,
  SettleTokens,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { IdentityPort } from '@kundig/identity/server';
import {
  LiftSuspensionService,
  MergeThreadService,
  SuspendService,
  type AuthorNamed,
} from '@kundig/moderation/server';
import { RequestContext, TooManyRequests, WriteLimits, type Role } from '@kundig/platform/server';
import type { Browser } from '../../support/browser.js';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { ServedCommunity } from '../../support/served-community.js';
import type { WebProcess } from '../../support/web-process.js';

jest.setTimeout(180_000);

const served = ServedCommunity.open();
let community: TestCommunity;
let web: WebProcess;
let board: Board;
let thread: Thread;
let asker: TestMember;
let moderator: TestMember;
let administrator: TestMember;
beforeAll(async () => {
  ({ community, web } = served);
  board = await community.board();
  administrator = await community.withRole('administrator');
  moderator = await community.withRole('moderator');
  asker = await community.member();
  thread = await community.question(asker, board);
});

const REASON = 'Werbung trotz zweier Hinweise <b>$t(x)</b> {{y}}';
const boardModerator = () => community.withRole('moderator', board);
const inDays = (days: number) => new Date(community.clock.now().getTime() + days * 86_400_000);
const suspend = async (by: TestMember, named: AuthorNamed, endsAt: Date | null = inDays(7)) =>
  community.get(SuspendService).execute(await community.as(by), named, { reason: REASON, endsAt });
const lift = async (by: TestMember, named: AuthorNamed) =>
  community.get(LiftSuspensionService).execute(await community.as(by), named, null);
const STATE = [
  'moderation.suspension',
  'moderation.audit_entry',
  'identity.suspension',
  'identity.outbox_mail',
];
const state = () => community.snapshotOf(...STATE);
const content = () => community.snapshotOf('forum.post', 'forum.thread', 'kudos.kudo');
const audit = (subject: string) =>
  community.owner.query<{ action: string; reason: string | null }[]>(
    'SELECT action, reason FROM moderation.audit_entry WHERE subject_id = $1 ORDER BY seq',
    [subject],
  );
const bySubject = (a: { subject: string }, b: { subject: string }) => (a.subject < b.subject ? -1 : 1);

interface Refusal {
  readonly __typename: string;
  readonly message?: string;
}
const REPLY = `mutation ($input: ReplyInput!) {
  answer: reply(input: $input) { __typename ... on UserError { message } }
}`;
const tryToReply = async (member: TestMember, anonymous: boolean, to = thread): Promise<Refusal> => {
  const body = 'Die Rufgruppe zeigt noch auf den alten Standort.';
  const input = { threadId: to.publicId, body, anonymous, clientKey: randomUUID() };
  return (await served.ask<{ answer: Refusal }>(member, REPLY, { input }))!.answer;
};
const mayWrite = async (member: TestMember, anonymous = false) => {
  const { __typename } = await tryToReply(member, anonymous, await community.question(asker, board));
  return __typename === 'ReplySuccess';
};

describe('a suspended member', () => {
  it('reads on, and is refused every write under either voice with reason and end, until it is over', async () => {
    const member = await community.member();
    await suspend(moderator, { nickname: member.nickname }, new Date('2026-11-04T17:00:00Z'));
    const before = await content();
    for (const anonymous of [false, true])
      expect(await tryToReply(member, anonymous)).toEqual({
        __typename: 'NotAllowedError',
        message: `Ihr Konto ist bis 4. November 2026 um 18:00 gesperrt. Grund: ${REASON}`,
      });
    const browser = await web.as(member);
    const { status, text } = await browser.form('/en/form/reply', {
      ...{ _page: `/t/${thread.slug}/${thread.publicId}`, threadId: thread.publicId },
      ...{ body: 'The hunt group still points to the old site.', clientKey: randomUUID() },
    });
    expect(status).toBe(403);
    expect(text).toContain('until 4 November 2026 at 18:00');
    expect(await content()).toEqual(before);
    const page = await browser.get(`/t/${thread.slug}/${thread.publicId}`);
    expect([page.status, page.text.includes('Warum und wie lange?')]).toEqual([200, true]);

    community.clock.advance({ minutes: 3 * 24 * 60 });
    expect(await mayWrite(member)).toBe(true);
  });

  it('may still do what concerns nobody else, and nothing but that', async () => {
    const member = await community.member();
    const own = await community.reply(member, thread);
    await suspend(moderator, { nickname: member.nickname }, null);
    const browser = await web.as(member);
    const call = async (mutation: string) => {
      const { data } = await browser.graphql<{ answer: Refusal }>(
        `mutation { answer: ${mutation} { __typename ... on UserError { message } } }`,
      );
      return data!.answer;
    };
    const refused = {
      __typename: 'NotAllowedError',
      message: `Ihr Konto ist gesperrt, bis wir die Sperre aufheben. Grund: ${REASON}`,
    };
    expect(await call(`savePerson(input: { about: "Neu hier" })`)).toEqual(refused);
    expect(await call(`shareProblem(input: { threadId: "${thread.publicId}" })`)).toEqual(refused);
    expect((await call(`followThread(input: { threadId: "${thread.publicId}" })`)).__typename).toBe(
      'FollowThreadSuccess',
    );
    expect((await call(`deletePost(input: { postId: "${own.publicId}" })`)).__typename).toBe(
      'DeletePostSuccess',
    );
  });

  it('signs in to the page that says why, how long and whom to ask', async () => {
    const member = await community.member();
    await suspend(moderator, { nickname: member.nickname }, new Date('2026-12-24T17:00:00Z'));
    const browser = web.visitor();
    const answer = await browser.signIn(member.mail, 'Regenschirm am Dienstag', '/ask');
    expect(answer.headers.location).toBe('/suspended');
    const { text } = await browser.get('/suspended');
    for (const words of ['24.12.2026, 18:00', 'Werbung trotz zweier Hinweise', 'href="/imprint"'])
      expect(text).toContain(words);
  });

  it('is told by mail of the beginning and of an early end, once each; the log names who decided', async () => {
    const member = await community.member();
    const named = { nickname: member.nickname };
    await suspend(moderator, named, new Date('2026-12-24T17:00:00Z'));
    await suspend(moderator, named, new Date('2026-12-24T17:00:00Z'));
    await lift(moderator, named);
    await lift(moderator, named);
    const [lifted, begun, ...more] = (await served.mailsTo(member)).sort(bySubject);
    for (const words of ['bis 24. Dezember 2026 um 18:00', REASON, '/imprint'])
      expect(begun!.text).toContain(words);
    expect([lifted!.subject, ...more]).toEqual(['Die Sperre Ihres Kontos bei Kundig ist aufgehoben']);
    expect(await audit(member.nickname)).toEqual([
      { action: 'member-suspended', reason: REASON },
      { action: 'member-unsuspended', reason: null },
    ]);
    expect(await mayWrite(member)).toBe(true);
  });

  it('is not suspended and let go without end: each of it writes a mail', async () => {
    const [eager, member] = [await community.withRole('moderator'), await community.member()];
    const named = { nickname: member.nickname };
    const limits = community.get(WriteLimits);
    await limits.consume(await community.as(eager), 'edit', 58);
    await suspend(eager, named);
    await lift(eager, named);
    const before = await state();
    for (const change of [suspend, lift])
      await expect(change(eager, named)).rejects.toBeInstanceOf(TooManyRequests);
    expect(await state()).toEqual(before);
  });

  it('writes nothing either where the suspension comes in the midst of a write', async () => {
    const member = await community.member();
    const begun = await community.as(member); // a request that has passed the guard
    const write = () =>
      community.get(ReplyService).execute(begun, {
        ...{ threadId: thread.publicId, body: 'Das war vorher schon unterwegs.' },
        ...{ anonymous: null, clientKey: randomUUID() },
      });
    await suspend(moderator, { nickname: member.nickname });
    const before = await content();
    await expect(write()).rejects.toMatchObject({ typename: 'NotAllowedError' });
    expect(await content()).toEqual(before);

    await lift(moderator, { nickname: member.nickname });
    const [written] = await Promise.allSettled([write(), suspend(moderator, { nickname: member.nickname })]);
    const posts = await community.owner.query('SELECT FROM forum.post WHERE author_id = $1', [
      member.memberId,
    ]);
    expect(posts).toHaveLength(written.status === 'fulfilled' ? 1 : 0);
    await expect(write()).rejects.toMatchObject({ typename: 'NotAllowedError' });
  });

  it('cannot write by the link that settles a question either', async () => {
    const member = await community.member();
    const question = await community.question(member, board, { anonymous: true });
    const token = community.get(SettleTokens).issue(question.publicId);
    await suspend(moderator, { nickname: member.nickname });
    const before = await content();
    const settle = () =>
      community
        .get(SettleQuestionService)
        .execute(community.visitor(), token, { outcome: 'self-solved', body: 'Ein Neustart half.' });
    await expect(settle()).rejects.toMatchObject({ typename: 'NotAllowedError' });
    expect(await content()).toEqual(before);
  });

  it('holds no office', async () => {
    const colleague = await community.withRole('moderator');
    await suspend(administrator, { nickname: colleague.nickname });
    const browser = await web.as(colleague);
    const { errors } = await browser.graphql('{ reportCases { id } }');
    expect(errors?.[0]?.extensions?.code).toBe('NotFoundError');
  });
});

describe('who may suspend whom', () => {
  it.each<[string, Role | 'nobody' | 'board moderator']>([
    ['nobody', 'nobody'],
    ['an editor', 'editor'],
    ['who moderates some boards', 'board moderator'],
  ])('is not %s', async (_, role) => {
    const actor =
      role === 'nobody'
        ? await community.member()
        : role === 'board moderator'
          ? await boardModerator()
          : await community.withRole(role);
    const post = await community.reply(await community.member(), thread, { anonymous: true });
    const before = await state();
    for (const named of [
      { nickname: moderator.nickname },
      { postId: post.publicId },
      { nickname: 'Gibtsnicht' },
    ]) {
      await expect(suspend(actor, named)).rejects.toThrow('platform:error.notFound');
      await expect(lift(actor, named)).rejects.toThrow('platform:error.notFound');
    }
    expect(await state()).toEqual(before);
  });

  it('is the moderators for members, administrators for people with a role, and nobody for oneself', async () => {
    const editor = await community.withRole('editor');
    const before = await state();
    await expect(suspend(moderator, editor)).rejects.toThrow('moderation:error.suspendsStaff');
    await expect(suspend(moderator, { nickname: moderator.nickname })).rejects.toThrow(
      'moderation:error.suspendsSelf',
    );
    await expect(suspend(moderator, { nickname: 'Gibtsnicht' })).rejects.toMatchObject({
      details: { field: 'nickname' },
    });
    expect(await state()).toEqual(before);
    await suspend(administrator, { nickname: editor.nickname });
    expect(await mayWrite(editor)).toBe(false);
  });

  it('is offered on the page of a member to those, of everybody else, and shown to nobody else', async () => {
    const member = await community.member();
    await community.question(member, await community.board());
    const PROFILE = `query ($name: String!) {
      member(nickname: $name) {
        nickname kind realName about mark joinedMonth postCount solutionCount kudosCount
        expertBoards { id } posts(first: 10) { items { excerpt post { id html } } }
      }
    }`;
    const others = [web.visitor(), await web.as(asker)];
    const profiles = () =>
      Promise.all(others.map((by) => by.graphql<object>(PROFILE, { name: member.nickname })));
    const before = await profiles();
    expect(JSON.stringify(before)).toContain('excerpt');
    expect(await suspend(moderator, { nickname: member.nickname })).toBe(`/u/${member.nickname}/suspend`);
    expect(await profiles()).toEqual(before);
    const seen = async (by: Browser, { nickname }: TestMember) => {
      const { data } = await by.graphql<{ member: object }>(
        'query ($name: String!) { member(nickname: $name) { viewerMaySuspend suspension { reason } } }',
        { name: nickname },
      );
      return data!.member;
    };
    for (const browser of [web.visitor(), await web.as(asker), await web.as(await boardModerator())])
      expect(await seen(browser, member)).toEqual({ viewerMaySuspend: false, suspension: null });
    const desk = await web.as(moderator);
    expect(await seen(desk, member)).toEqual({ viewerMaySuspend: true, suspension: { reason: REASON } });
    expect(await seen(desk, moderator)).toEqual({ viewerMaySuspend: false, suspension: null });
  });

  it('never leaves the community without an administrator, whoever tries at once', async () => {
    const other = await community.withRole('administrator');
    const tries = await Promise.allSettled([
      suspend(administrator, { nickname: other.nickname }),
      suspend(other, { nickname: administrator.nickname }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [left, gone] = tries[0]!.status === 'fulfilled' ? [administrator, other] : [other, administrator];
    const withdraw = community
      .get(ChangeRoleService)
      .execute(
        await community.as(left),
        { nickname: left.nickname, role: 'administrator', board: null },
        false,
      );
    await expect(withdraw).rejects.toThrow('groups:error.lastAdministrator');
    const byCommand = { memberId: left.memberId, role: 'administrator', boardId: null } as const;
    await expect(
      community.get(WithdrawRoleService).execute(RequestContext.system(), byCommand),
    ).rejects.toThrow('groups:error.lastAdministrator');
    expect((await community.as(left)).actor.can('platform:administer')).toBe(true);
    await lift(left, { nickname: gone.nickname });
  });
});

/** Public id of the thread a post stands in, or of the post that opens a thread. */
const publicIdOf = async (sql: string, id: string) =>
  (await community.owner.query<{ public_id: string }[]>(sql, [id]))[0]!.public_id;
const threadOf = ({ threadId }: Post) =>
  publicIdOf('SELECT public_id FROM forum.thread WHERE id = $1', threadId);
const openingOf = ({ id }: Thread) =>
  publicIdOf('SELECT public_id FROM forum.post WHERE thread_id = $1 AND position = 1', id);

describe('whoever wrote an anonymous post', () => {
  const hidden = async (member: TestMember) =>
    community.reply(member, await community.question(asker, board), { anonymous: true });

  it('cannot write any more, under no name and nowhere, until the suspension of that post is lifted', async () => {
    const member = await community.member();
    const post = await hidden(member);
    await suspend(moderator, { postId: post.publicId });
    expect([await mayWrite(member), await mayWrite(member, true)]).toEqual([false, false]);
    await suspend(moderator, { nickname: member.nickname });
    await lift(moderator, { nickname: member.nickname });
    expect(await mayWrite(member)).toBe(false);
    await lift(moderator, { postId: post.publicId });
    expect(await mayWrite(member)).toBe(true);
    expect(
      (await served.mailsTo(member)).filter(({ text }) => text.includes('anonym geschrieben')),
    ).toHaveLength(1);
    expect(await audit(post.publicId)).toMatchObject([
      { action: 'author-suspended' },
      { action: 'author-unsuspended' },
    ]);
  });

  it('is told of no member: lists, files, log, outbox and the app’s tables are as if it were anybody else', async () => {
    const member = await community.member();
    const other = await community.member();
    const asAdministrator = await web.as(administrator);
    const views = async () => {
      const { data } = await asAdministrator.graphql(
        `query ($one: String!, $other: String!) {
           one: memberFile(nickname: $one) { suspension { reason } roles { role } groups }
           other: memberFile(nickname: $other) { suspension { reason } roles { role } groups }
           memberDesk(prefix: "Gast") { items { member { nickname } suspension { reason } } }
           member(nickname: $one) { id nickname joinedMonth }
         }`,
        { one: member.nickname, other: other.nickname },
      );
      return data;
    };
    const post = await hidden(member);
    const before = await views();
    await suspend(moderator, { postId: post.publicId });
    expect(await views()).toEqual(before);
    const { data } = await asAdministrator.graphql<Record<string, object[]>>(
      '{ auditLog(first: 1) { subject reason action } outbox { to subject text } }',
    );
    expect(data!.auditLog).toEqual([
      expect.objectContaining({
        subject: expect.stringMatching(/^Beitrag von Anonym · .+ in „Warum klingelt/),
        reason: REASON,
      }),
    ]);
    expect(data!.outbox).toEqual([]); // the mail about the post is not listed
    const told = JSON.stringify(data);
    for (const trace of [member.mail, member.nickname, member.memberId]) expect(told).not.toContain(trace);
    const kept = JSON.stringify(
      await community.snapshotOf('moderation.suspension', 'moderation.audit_entry'),
    );
    expect(kept).not.toContain(member.memberId);
  });

  it('answers the same whoever it is: the actor, people with a role, and who has left', async () => {
    const [actor, head, gone] = [
      await community.member(),
      await community.member(),
      await community.member(),
    ];
    const posts = await Promise.all(
      [await community.member(), actor, head, gone].map((author) => hidden(author)),
    );
    await community.appoint(actor, 'moderator');
    await community.appoint(head, 'administrator');
    await community.owner.query('DELETE FROM identity.account WHERE member_id = $1', [gone.memberId]);
    for (const { publicId: postId } of posts) {
      expect(await suspend(actor, { postId })).toBe(`/p/${postId}/suspend`);
      const browser = await web.as(actor);
      const { data } = await browser.graphql<{ post: object }>(
        'query ($id: ID!) { post(id: $id) { authorSuspension { reason } } }',
        { id: postId },
      );
      expect(data!.post).toEqual({ authorSuspension: { reason: REASON } });
    }
    // The persona is silent in its thread, whoever it is; people with a role go on under their own name.
    const [, ofActor] = posts;
    const there = { publicId: await threadOf(ofActor!) } as Thread;
    expect((await tryToReply(actor, true, there)).__typename).toBe('NotAllowedError');
    expect(await mayWrite(actor)).toBe(true);
    for (const { publicId: postId } of posts) await lift(moderator, { postId });
  });

  it('who holds a role edits nothing there and accepts nothing either, as nobody else could', async () => {
    const [expert, colleague] = [await community.member(), await community.member()];
    const question = await community.question(expert, board, { anonymous: true });
    const answer = await community.reply(await community.member(), question);
    const post = await hidden(colleague);
    for (const one of [expert, colleague]) await community.appoint(one, 'staff');
    for (const postId of [await openingOf(question), post.publicId]) await suspend(moderator, { postId });
    const call = async (member: TestMember, mutation: string) => {
      const browser = await web.as(member);
      const { data } = await browser.graphql<{ answer: Refusal }>(
        `mutation { answer: ${mutation} { __typename } }`,
      );
      return data!.answer.__typename;
    };
    const edit = `editPost(input: { postId: "${post.publicId}", body: "Das war gar nicht so gemeint." })`;
    const accept = `acceptSolution(input: { postId: "${answer.publicId}" })`;
    const before = await content();
    expect([await call(colleague, edit), await call(expert, accept)]).toEqual([
      'NotAllowedError',
      'NotAllowedError',
    ]);
    expect(await content()).toEqual(before);
  });

  it('is silent wherever the post goes, whoever it is, and writes again once that is lifted', async () => {
    const [member, colleague] = [await community.member(), await community.member()];
    const early = await hidden(member);
    const late = await hidden(colleague);
    await community.appoint(colleague, 'staff');
    const target = await community.question(asker, board);
    await suspend(moderator, { postId: early.publicId });
    for (const post of [early, late]) {
      const threadId = await threadOf(post);
      await community
        .get(MergeThreadService)
        .execute(await community.as(moderator), { threadId, intoId: target.publicId, reason: null });
    }
    await suspend(moderator, { postId: late.publicId });
    for (const author of [member, colleague])
      expect((await tryToReply(author, true, target)).__typename).toBe('NotAllowedError');
    expect([await mayWrite(member), await mayWrite(colleague)]).toEqual([false, true]);
    for (const { publicId: postId } of [early, late]) await lift(moderator, { postId });
    for (const author of [member, colleague])
      expect((await tryToReply(author, true, target)).__typename).toBe('ReplySuccess');
    expect(await mayWrite(member)).toBe(true);
  });

  it('is shown to nobody but those who may suspend', async () => {
    const post = await hidden(await community.member());
    await suspend(moderator, { postId: post.publicId });
    for (const browser of [web.visitor(), await web.as(await community.member())]) {
      const { data } = await browser.graphql<{ post: object }>(
        'query ($id: ID!) { post(id: $id) { viewerMaySuspend authorSuspension { reason } } }',
        { id: post.publicId },
      );
      expect(data!.post).toEqual({ viewerMaySuspend: false, authorSuspension: null });
    }
  });
});

it('is among what a person is given of their own data, and goes with the account', async () => {
  const member = await community.member();
  await suspend(moderator, { nickname: member.nickname }, null);
  const held = await community.get(IdentityPort).suspensionsOf({ memberId: member.memberId });
  expect(held).toEqual([{ reason: REASON, endsAt: null, threadIds: null }]);
  await community.owner.query('DELETE FROM identity.account WHERE member_id = $1', [member.memberId]);
  const left = await community.get(IdentityPort).suspensionsOf({ memberId: member.memberId });
  expect(left).toEqual([]);
});
