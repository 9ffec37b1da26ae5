import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HoldSuspiciousService, type Board, type Post, type Thread } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { UnsubscribeService } from '@kundig/identity/server';
import {
  DecideHeldService,
  DecideNoticeService,
  FileNoticeService,
  ReopenNoticeService,
  ReopenReportService,
  ReportPostService,
  ResolveReportService,
} from '@kundig/moderation/server';
import { SendDigests } from '@kundig/notifications/server';
import { RequestContext } from '@kundig/platform/server';
import { HeldPosts } from '@kundig/pseudonyms/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';
import { statementsOf } from '../../support/statements.js';

const MOST_STATEMENTS = 15;
const SECRET = 'Das steht nur im Beitrag.';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own), { DIGEST_HOUR: '7' });

/** One who moderates everywhere, one on this board alone, and one on another. */
let everywhere: TestMember, here: TestMember, elsewhere: TestMember;
let asker: TestMember, helper: TestMember, board: Board, thread: Thread;
beforeAll(async () => {
  community.clock.passRealTime(); // delays count from this clock
  elsewhere = await community.withRole('moderator', await community.board());
});
beforeEach(async () => {
  board = await community.board();
  [asker, helper] = [await community.member(), await community.member()];
  [everywhere, here] = [await community.withRole('moderator'), await community.withRole('moderator', board)];
  thread = await community.question(asker, board);
});

async function afterSecondThoughts(): Promise<void> {
  community.clock.advance({ seconds: 181 });
  await community.runJobs();
}
async function aDayLater(): Promise<void> {
  community.clock.advance({ minutes: 24 * 60 });
  await community.get(SendDigests).run(RequestContext.system());
  await community.runJobs();
}
/** Those about work; whoever moderates writes and follows as well. */
const mailsTo = ({ mail }: TestMember) => mailbox.to(mail).filter(({ text }) => text.includes('/desk/'));
const report = async (member: TestMember, { publicId }: Post) => {
  community.clock.advance({ seconds: 1 }); // who keeps a post settles what came before
  await community.get(ReportPostService).execute(await community.as(member), {
    ...{ postId: publicId, reason: 'spam', note: null },
  });
};
const keep = async ({ id }: Post) => {
  const [open] = await community.owner.query<{ id: string }[]>(
    'SELECT id FROM moderation.report WHERE post_id = $1 AND resolved_at IS NULL ORDER BY created_at DESC LIMIT 1',
    [id],
  );
  await community
    .get(ResolveReportService)
    .execute(await community.as(everywhere), { reportId: open!.id, decision: 'keep', reason: null });
};
const hold = async (member: TestMember) =>
  community.get(HoldSuspiciousService).reply(await community.as(member), {
    ...{ threadId: thread.publicId, body: `${SECRET} https://bit.ly/x`, anonymous: false },
    clientKey: randomUUID(),
  });
interface Told {
  readonly occasion: string;
  readonly unread?: boolean;
  readonly count: number;
  readonly path: string;
}
const bell = async (member: TestMember) =>
  (
    await community.ask<{ notices: Told[] }>(
      await community.as(member),
      '{ notices { occasion count path } }',
    )
  ).notices.filter(({ path }) => path.startsWith('/desk/'));
const REPORTED = { occasion: 'REPORTED', path: '/desk/reports' };

describe('a report', () => {
  it('is told to those who moderate the board by one item and a mail without its words, never to its author', async () => {
    const own = await community.reply(here, thread, { body: SECRET });
    const cost = await statementsOf(community, () => report(asker, own));
    expect(cost.length).toBeLessThanOrEqual(MOST_STATEMENTS);
    await report(asker, own);
    await report(helper, own);
    await community.runJobs();
    expect(await bell(everywhere)).toEqual([]);
    await afterSecondThoughts();
    const [mail, ...more] = mailsTo(everywhere);
    expect(more).toEqual([]);
    expect(mail!.text).toContain(`in „${thread.title}“ wurde etwas gemeldet`);
    expect(mail!.text).not.toContain(SECRET);
    expect(mail!.headers).toMatchObject({ 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' });
    for (const other of [here, elsewhere, asker, helper])
      expect([mailsTo(other), await bell(other)]).toEqual([[], []]);

    const second = await community.reply(helper, thread, { body: SECRET });
    await report(asker, second);
    await afterSecondThoughts();
    expect(await bell(everywhere)).toEqual([{ ...REPORTED, count: 2 }]);
    expect(await bell(here)).toEqual([{ ...REPORTED, count: 1 }]);
    // The first mail was a moment ago: what else comes stands in that of the day, while it waits.
    expect([mailsTo(everywhere), mailsTo(here)].map(({ length }) => length)).toEqual([1, 1]);
    await keep(own);
    await aDayLater();
    expect(mailsTo(everywhere).at(-1)!.text).toMatch(/^- Neue Meldungen\r?$/m);
    await keep(second);
    await community.runJobs();
    for (const one of [everywhere, here]) expect(await bell(one)).toEqual([]);
    await report(helper, second);
    await afterSecondThoughts();
    expect(mailsTo(here)).toHaveLength(2);
  });

  it('is told anew when its decision is taken back, to all but whoever is at work on it', async () => {
    const post = await community.reply(helper, thread);
    await report(asker, post);
    await afterSecondThoughts();
    await keep(post);
    await community.runJobs();
    for (const one of [everywhere, here]) expect(await bell(one)).toEqual([]);
    community.clock.advance({ minutes: 61 });
    const [decided] = await community.owner.query<{ id: string }[]>(
      'SELECT id FROM moderation.report WHERE post_id = $1',
      [post.id],
    );
    const reopening = community.get(ReopenReportService);
    for (let click = 0; click < 2; click += 1)
      await reopening.execute(await community.as(everywhere), decided!.id);
    await afterSecondThoughts();
    expect(await bell(here)).toEqual([{ ...REPORTED, count: 1 }]);
    expect(await bell(everywhere)).toEqual([]);
    expect([mailsTo(here), mailsTo(everywhere)].map(({ length }) => length)).toEqual([2, 1]);
  });

  it('about a persona tells nobody by a missing mail who is behind it', async () => {
    const hidden = await community.member();
    const own = await community.reply(hidden, thread, { anonymous: true });
    await community.appoint(hidden, 'moderator');
    await report(asker, own);
    await afterSecondThoughts();
    for (const one of [hidden, here]) expect(mailsTo(one)).toHaveLength(1);
  });

  it('is not told any more once it is decided, at the same moment or before, and ends by one click', async () => {
    const replies = [await community.reply(helper, thread), await community.reply(helper, thread)] as const;
    await report(asker, replies[0]);
    await keep(replies[0]);
    await afterSecondThoughts();
    expect(mailsTo(here)).toEqual([]);
    await report(asker, replies[1]);
    community.clock.advance({ seconds: 181 });
    await Promise.all([community.runJobs(), keep(replies[1])]);
    await community.runJobs();
    for (const one of [everywhere, here]) expect(await bell(one)).toEqual([]);

    community.clock.advance({ minutes: 61 });
    await report(helper, replies[0]);
    await afterSecondThoughts();
    const token = tokenIn(mailsTo(everywhere).at(-1)!, 'unsubscribe');
    await community.get(UnsubscribeService).execute(RequestContext.system(), token);
    community.clock.advance({ minutes: 61 });
    const before = mailsTo(everywhere).length;
    await report(helper, replies[1]);
    await afterSecondThoughts();
    expect(mailsTo(everywhere)).toHaveLength(before);
    expect(await bell(everywhere)).toEqual([{ ...REPORTED, count: 2 }]);
  });
});

describe('a held text', () => {
  it('is told while it waits, not when it was taken back within two minutes', async () => {
    const writer = await community.member();
    expect(await hold(writer)).toBe(true);
    const held = community.get(HeldPosts);
    const ctx = await community.as(writer);
    await held.withdraw(ctx, (await held.own(ctx))[0]!.id);
    await afterSecondThoughts();
    expect([mailsTo(here), await bell(here)]).toEqual([[], []]);
    await hold(writer);
    await afterSecondThoughts();
    expect(mailsTo(here)).toHaveLength(1);
    expect(mailsTo(here)[0]!.text).toContain(`in „${thread.title}“ wartet ein Text`);
    expect(mailsTo(here)[0]!.text).not.toContain(SECRET);
    expect(await bell(here)).toEqual([{ occasion: 'WAITING', path: '/desk/held', count: 1 }]);
    for (const other of [elsewhere, writer]) expect([mailsTo(other), await bell(other)]).toEqual([[], []]);
    const [waiting] = await held.own(ctx);
    await community.get(DecideHeldService).refuse(await community.as(here), waiting!.id, 'Das ist Werbung.');
    expect(await bell(everywhere)).toEqual([]);
  });
});

describe('a notice of unlawful content', () => {
  it('is told to those who decide about it, with the day by which they have to', async () => {
    const reply = await community.reply(helper, thread, { body: SECRET });
    await community.get(FileNoticeService).execute(community.visitor(), {
      ...{ addresses: [`/p/${reply.publicId}`], matter: 'insult', explanation: 'Das ist eine Beleidigung.' },
      ...{ name: null, mail: null, website: null },
    });
    await afterSecondThoughts();
    expect(mailsTo(here)).toEqual([]);
    expect(mailsTo(everywhere)[0]!.text).toMatch(/fällig/);
    expect(mailsTo(everywhere)[0]!.text).not.toContain('Beleidigung');
    expect(await bell(everywhere)).toEqual([{ occasion: 'UNLAWFUL', path: '/desk/notices', count: 1 }]);
    const [notice] = await community.owner.query<{ number: string }[]>(
      'SELECT number FROM moderation.content_notice ORDER BY created_at DESC LIMIT 1',
    );
    await community.get(DecideNoticeService).execute(await community.as(everywhere), {
      ...{ noticeId: notice!.number, decision: 'keep', ground: 'none' },
      statement: 'Das ist keine Beleidigung.',
    });
    await community.runJobs();
    expect(await bell(everywhere)).toEqual([]);

    await community.get(ReopenNoticeService).execute(await community.as(everywhere), notice!.number);
    await afterSecondThoughts();
    expect(await bell(everywhere)).toEqual([{ occasion: 'UNLAWFUL', path: '/desk/notices', count: 1 }]);
  });
});

describe('what is told', () => {
  const read = async (member: TestMember, input: string) =>
    community.ask<{ markNoticesRead: { __typename: string } }>(
      await community.as(member),
      `mutation { markNoticesRead(input: { ${input} }) { __typename } }`,
    );
  const unread = async (member: TestMember) => {
    const { notices, viewer } = await community.ask<{ notices: Told[]; viewer: { unreadNotices: number } }>(
      await community.as(member),
      '{ notices { occasion unread } viewer { unreadNotices } }',
    );
    const news = notices.filter((told) => told.unread).map(({ occasion }) => occasion);
    expect(viewer.unreadNotices).toBe(news.length);
    return news.sort();
  };

  it('is read with its desk, that of the other desks and of other people is not', async () => {
    await report(asker, await community.reply(helper, thread));
    await hold(await community.member());
    await afterSecondThoughts();
    expect(await unread(here)).toEqual(['REPORTED', 'WAITING']);
    await read(here, 'desk: REPORTED');
    expect(await unread(here)).toEqual(['WAITING']);
    expect(await unread(everywhere)).toEqual(['REPORTED', 'WAITING']);
    await read(here, 'desk: WAITING');
    expect(await unread(here)).toEqual([]);
    expect((await bell(here)).map(({ occasion }) => occasion).sort()).toEqual(['REPORTED', 'WAITING']); // it waits on
    await community
      .get(GroupRepository)
      .revoke(RequestContext.system(), everywhere.memberId, 'moderator', null);
    expect(await unread(everywhere)).toEqual([]); // nor does the bell count what the list leaves out
  });
});

describe('the choice of these mails', () => {
  const OTHERS =
    'answer: DAILY, reply: DAILY, mention: DAILY, thread: DAILY, solution: DAILY, solved: DAILY, kudos: DAILY, report: DAILY';
  const choose = async (member: TestMember, more: string) =>
    community.ask<{ chooseMails: { choices: object } }>(
      await community.as(member),
      `mutation { chooseMails(input: { ${OTHERS} ${more} }) {
         ... on ChooseMailsSuccess { choices { reported waiting unlawful } } } }`,
    );

  it('is offered to those who moderate, and holds for each kind by itself', async () => {
    const answers = [
      await choose(helper, ''),
      await choose(here, ', waiting: NEVER'),
      await choose(everywhere, ', reported: DAILY'),
    ];
    expect(answers.map(({ chooseMails }) => chooseMails.choices)).toEqual([
      { reported: null, waiting: null, unlawful: null },
      { reported: 'AT_ONCE', waiting: 'NEVER', unlawful: null },
      { reported: 'DAILY', waiting: 'AT_ONCE', unlawful: 'AT_ONCE' },
    ]);
    await report(asker, await community.reply(helper, thread));
    await hold(await community.member());
    await afterSecondThoughts();
    expect([mailsTo(here), mailsTo(everywhere)].map(({ length }) => length)).toEqual([1, 1]);
    expect(await bell(here)).toHaveLength(2);
    await aDayLater();
    expect(mailsTo(everywhere)).toHaveLength(2);
  });
});
