import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostRepository, type Board, type Post, type Thread } from '@kundig/forum/server';
import {
  DecideNoticeService,
  FileNoticeService,
  HidePostService,
  RedactPassageService,
  ReopenNoticeService,
  RestorePostService,
  type FileNotice,
} from '@kundig/moderation/server';
import { Conflict, InvalidInput, NotFound, RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let board: Board, asker: TestMember, helper: TestMember;
/** One who moderates everywhere, and one who moderates this board alone. */
let moderator: TestMember, here: TestMember, second: TestMember;
let thread: Thread, reply: Post, mail: string;

beforeAll(async () => {
  community = await TestCommunity.start();
  board = await community.board();
  [asker, helper] = [await community.member(), await community.member()];
  moderator = await community.withRole('moderator');
  second = await community.withRole('administrator');
  here = await community.withRole('moderator', board);
});
afterAll(() => community.close());

beforeEach(async () => {
  thread = await community.question(asker, board);
  reply = await community.reply(helper, thread);
  mail = `${randomUUID()}@kanzlei.example`;
});

const STATEMENT = 'Die Aussage über die Firma ist falsch und schadet ihr.';
const written = (more: Partial<FileNotice> = {}): FileNotice => ({
  addresses: [`/p/${reply.publicId}`],
  matter: 'insult',
  explanation: 'Hier wird über meine Firma etwas Falsches behauptet.',
  name: 'Dr. Erika Muster',
  mail,
  website: null,
  ...more,
});
const file = (more?: Partial<FileNotice>) =>
  community.get(FileNoticeService).execute(community.visitor(), written(more));
const numberOf = (token: string | null) => token!.split('.')[0]!;
/** A second after what was before, so that the mails about both have an order. */
const decide = async (member: TestMember, noticeId: string, decision: 'keep' | 'remove') => {
  community.clock.advance({ seconds: 1 });
  return community.get(DecideNoticeService).execute(await community.as(member), {
    ...{ noticeId, decision, statement: STATEMENT },
    ground: decision === 'keep' ? 'none' : 'law',
  });
};
const stateOf = async (token: string) =>
  (
    await community.ask<{ contentNotice: { decision: string | null; senderName: string | null } | null }>(
      community.visitor(),
      'query ($token: String!) { contentNotice(token: $token) { decision statement senderName } }',
      { token },
    )
  ).contentNotice;
const mails = () =>
  community.owner.query<{ subject: string; text: string }[]>(
    'SELECT subject, text FROM identity.outbox_mail WHERE recipient = $1 ORDER BY created_at',
    [mail],
  );
const isStub = async (post: Post) =>
  (await community.get(PostRepository).findReadableByIds(RequestContext.system(), [post.id]))[0]!.isStub;

describe('a notice of unlawful content', () => {
  it('comes from anybody, is confirmed by mail, decided with reasons, and answered', async () => {
    const token = (await file())!;
    await community.runJobs();
    expect(await stateOf(token)).toEqual({ decision: null, statement: null, senderName: null });
    const [receipt] = await mails();
    expect(receipt!.subject).toContain(numberOf(token));
    expect(receipt!.text).not.toContain(token); // the link is put in while sending

    await decide(moderator, numberOf(token), 'remove');
    await decide(moderator, numberOf(token), 'remove');
    await community.runJobs();
    expect(await isStub(reply)).toBe(true);
    expect(await stateOf(token)).toEqual({ decision: 'REMOVE', statement: STATEMENT, senderName: null });
    const answers = await mails();
    expect(answers).toHaveLength(2);
    expect(answers[1]!.text).toContain(STATEMENT);
    const log = await community.owner.query<{ action: string }[]>(
      'SELECT action FROM moderation.audit_entry WHERE subject_id = ANY($1) ORDER BY seq',
      [[reply.publicId, numberOf(token)]],
    );
    expect(log.map(({ action }) => action)).toEqual(['post-hidden', 'notice-upheld']);
  });

  it('leaves what stays as it is, and is decided once by two who differ', async () => {
    const noticeId = numberOf(await file());
    const results = await Promise.allSettled([
      decide(moderator, noticeId, 'keep'),
      decide(second, noticeId, 'remove'),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toBeInstanceOf(Conflict);
    const [row] = await community.owner.query<{ decision: string }[]>(
      'SELECT decision FROM moderation.content_notice WHERE number = $1',
      [noticeId],
    );
    expect(await isStub(reply)).toBe(row!.decision === 'remove');
  });

  it('finds posts by every address they have, and tells nobody which of them are there', async () => {
    const closed = await community.reply(
      asker,
      await community.question(asker, await community.groupBoard([asker], true)),
    );
    const base = community.environment.baseUrl;
    const token = await file({
      addresses: [
        `${base}/t/egal/${thread.publicId}`,
        `${base}/en/t/egal/${thread.publicId}?page=1#p-${reply.publicId}`,
        `/p/${closed.publicId}`,
        `/u/${helper.nickname}`,
      ],
    });
    const subjects = await community.owner.query<{ position: number }[]>(
      `SELECT p.position FROM moderation.content_notice_subject s JOIN forum.post p ON p.id = s.post_id
       JOIN moderation.content_notice n ON n.id = s.notice_id WHERE n.number = $1 ORDER BY p.position`,
      [numberOf(token)],
    );
    expect(subjects.map(({ position }) => position)).toEqual([1, 2]);
    for (const address of ['https://anders.example/p/x', 'javascript:alert(1)', 'irgendwo'])
      await expect(file({ addresses: [address] })).rejects.toBeInstanceOf(InvalidInput);
  });

  it('delivers nobody what its sender typed', async () => {
    const words = 'Ihr-Konto-wird-gesperrt:www.falle.example';
    const token = await file({
      addresses: [`/p/${reply.publicId}?${words}`],
      name: words,
      explanation: words,
    });
    await decide(moderator, numberOf(token), 'keep');
    await community.runJobs();
    const sent = JSON.stringify(await mails());
    expect(sent).toContain(STATEMENT);
    expect(sent).not.toContain('falle.example');
  });

  it('tells its sender, by page and mail, what is shown again after another decision', async () => {
    const other = await community.reply(helper, thread);
    const token = (await file({ addresses: [reply, other].map(({ publicId }) => `/p/${publicId}`) }))!;
    const shownAgain = async () =>
      (
        await community.ask<{ contentNotice: { shownAgain: string | null } }>(
          community.visitor(),
          'query ($token: String!) { contentNotice(token: $token) { shownAgain } }',
          { token },
        )
      ).contentNotice.shownAgain;
    const restore = async ({ publicId: postId }: Post) => {
      community.clock.advance({ seconds: 1 });
      const ctx = await community.as(here);
      await community.get(RestorePostService).execute(ctx, { postId, reason: 'Stimmt doch.' });
      await community.runJobs();
      return [await shownAgain(), (await mails()).at(-1)!.subject] as const;
    };
    expect(await shownAgain()).toBeNull();
    await decide(moderator, numberOf(token), 'remove');
    expect(await shownAgain()).toBeNull();
    expect(await restore(reply)).toEqual(['PART', expect.stringContaining('ein Teil')]);
    expect(await restore(other)).toEqual(['ALL', expect.stringContaining('der Inhalt ist wieder')]);
    await restore(other);
    expect(await mails()).toHaveLength(4); // receipt, decision, a part, all
  });

  it('is not kept for a program, and not sent often to one address', async () => {
    const before = await community.snapshotOf('moderation.content_notice', 'identity.notifier');
    expect(await file({ website: 'https://spam.example' })).toBeNull();
    expect(await community.snapshotOf('moderation.content_notice', 'identity.notifier')).toEqual(before);
  });

  it('needs name, mail and good faith, but no name where it is about the abuse of children', async () => {
    const send = async (fields: string) =>
      (
        await community.ask<{ answer: { __typename: string; field?: string } }>(
          community.visitor(),
          `mutation { answer: reportUnlawfulContent(input: { addresses: "/p/${reply.publicId}",
             explanation: "Das verletzt ein Recht, und zwar so.", ${fields} }) { __typename ... on UserError { field } } }`,
        )
      ).answer;
    const named = `name: "E. Muster", mail: "${mail}"`;
    expect(await send('matter: FRAUD, acceptGoodFaith: true')).toMatchObject({ field: 'name' });
    expect(await send(`matter: FRAUD, acceptGoodFaith: false, ${named}`)).toMatchObject({
      field: 'acceptGoodFaith',
    });
    for (const fields of [`matter: FRAUD, ${named}`, 'matter: CHILD_ABUSE'])
      expect(await send(`acceptGoodFaith: true, ${fields}`)).toEqual({
        __typename: 'ReportUnlawfulContentSuccess',
      });
  });
});

describe('a decision about a notice', () => {
  const reopen = async (member: TestMember, noticeId: string) =>
    community.get(ReopenNoticeService).execute(await community.as(member), noticeId);
  const told = async (member: TestMember) => {
    community.clock.advance({ minutes: 5 });
    await community.runJobs();
    const { notices } = await community.ask<{
      notices: { occasion: string; thread: { id: string } | null }[];
    }>(await community.as(member), '{ notices { occasion thread { id } } }');
    return notices
      .filter((notice) => notice.thread?.id === thread.publicId)
      .map(({ occasion }) => occasion)
      .sort();
  };

  it('is taken back with everything it did and nothing else, and both sides are told', async () => {
    const other = await community.reply(helper, thread);
    const earlier = { postId: other.publicId, reason: 'Aus einem anderen Grund' };
    await community.get(HidePostService).execute(await community.as(here), earlier);
    const third = await community.reply(helper, thread);
    const addresses = [reply, other, third].map(({ publicId }) => `/p/${publicId}`);
    const token = (await file({ addresses }))!;
    const noticeId = numberOf(token);
    await decide(moderator, noticeId, 'remove');
    const later = { postId: third.publicId, reason: 'Doch wieder da, und wieder weg' };
    await community.get(RestorePostService).execute(await community.as(here), later);
    await community.get(HidePostService).execute(await community.as(here), later);
    expect(await told(helper)).toContain('HIDDEN');
    for (const member of [asker, helper, here])
      await expect(reopen(member, noticeId)).rejects.toBeInstanceOf(NotFound);
    await Promise.all([reopen(second, noticeId), reopen(second, noticeId), reopen(moderator, noticeId)]);
    expect(await Promise.all([reply, other, third].map(isStub))).toEqual([false, true, true]);
    expect(await stateOf(token)).toMatchObject({ decision: null, statement: null });
    expect(await told(helper)).toContain('SHOWN');
    await decide(second, noticeId, 'keep');
    await community.runJobs();
    const sent = (await mails()).map(({ subject }) => subject);
    expect(sent).toHaveLength(4); // receipt, decision, taken back, decision
    expect(sent.filter((subject) => subject.includes('noch einmal'))).toHaveLength(1); // of the same minute as the last
    const log = await community.owner.query<{ action: string }[]>(
      'SELECT action FROM moderation.audit_entry WHERE subject_id = $1 ORDER BY seq',
      [noticeId],
    );
    expect(log.map(({ action }) => action)).toEqual(['notice-upheld', 'notice-reopened', 'notice-rejected']);
  });

  it('loses a redacted passage, as the notice does', async () => {
    const passage = 'alten Standort';
    const noticeId = numberOf(await file({ explanation: `Dort steht „${passage}“, und das ist falsch.` }));
    await community.get(DecideNoticeService).execute(await community.as(moderator), {
      ...{ noticeId, decision: 'keep', ground: 'none', statement: `Den ${passage} gibt es wirklich.` },
    });
    await community
      .get(RedactPassageService)
      .execute(await community.as(moderator), { postId: reply.publicId, passage, reason: null });
    const [row] = await community.owner.query<{ explanation: string; statement: string; reason: string }[]>(
      `SELECT explanation, statement, reason FROM moderation.content_notice
       JOIN moderation.audit_entry ON subject_id = number WHERE number = $1`,
      [noticeId],
    );
    expect(row).toEqual({
      explanation: 'Dort steht „[geschwärzt]“, und das ist falsch.',
      statement: 'Den [geschwärzt] gibt es wirklich.',
      reason: 'Den [geschwärzt] gibt es wirklich.',
    });
  });
});

describe('deciding notices', () => {
  const waitingFor = async (member: TestMember) =>
    (
      await community.ask<{ viewer: { openContentNotices: number } }>(
        await community.as(member),
        '{ viewer { openContentNotices } }',
      )
    ).viewer.openContentNotices;
  const DESK = '{ contentNotices { id senderName overdue } noticeFigures { year received } }';

  it('is for who moderates everywhere; for others there is nothing, and nothing changes', async () => {
    const noticeId = numberOf(await file());
    const before = await community.snapshotOf('moderation.content_notice', 'forum.post');
    for (const member of [asker, helper, here])
      await expect(decide(member, noticeId, 'remove')).rejects.toBeInstanceOf(NotFound);
    expect(await community.snapshotOf('moderation.content_notice', 'forum.post')).toEqual(before);
    expect(await community.ask(await community.as(here), DESK)).toEqual({
      contentNotices: [],
      noticeFigures: [],
    });
    await expect(community.ask(await community.as(asker), DESK)).rejects.toThrow();
    const { contentNotices } = await community.ask<{ contentNotices: object[] }>(
      await community.as(moderator),
      DESK,
    );
    expect(contentNotices).toContainEqual({
      ...{ id: noticeId, senderName: 'Dr. Erika Muster', overdue: false },
    });
    for (const member of [asker, helper, here]) expect(await waitingFor(member)).toBe(0);
  });

  it('has a clock, and is counted by the year', async () => {
    const noticeId = numberOf(await file());
    community.clock.advance({ minutes: 8 * 24 * 60 });
    const ask = async () =>
      community.ask<{
        contentNotices: { id: string; overdue: boolean }[];
        noticeFigures: { received: number; decided: number; medianHours: number }[];
      }>(
        await community.as(moderator),
        '{ contentNotices { id overdue } noticeFigures { received decided removed medianHours } }',
      );
    const { contentNotices, noticeFigures } = await ask();
    expect(contentNotices.find(({ id }) => id === noticeId)).toMatchObject({ overdue: true });
    const waiting = await waitingFor(moderator);
    await decide(moderator, noticeId, 'keep');
    expect(await waitingFor(moderator)).toBe(waiting - 1);
    const then = (await ask()).noticeFigures;
    const sum = (years: readonly { decided: number }[]) =>
      years.reduce((total, { decided }) => total + decided, 0);
    expect(sum(then)).toBe(sum(noticeFigures) + 1);
  });

  it('shows how a notice stands to nobody without its link', async () => {
    const token = (await file())!;
    const [number, version, signature] = token.split('.') as [string, string, string];
    const forged = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const wrong of [number, `${number}.${version}.${forged}`, `anders.${version}.${signature}`])
      expect(await stateOf(wrong)).toBeNull();
  });
});
