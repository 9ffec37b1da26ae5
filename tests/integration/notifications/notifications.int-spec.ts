import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  DeletePostService,
  MarkSolutionService,
  onlyReadableBoards,
  Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { Actors, GroupRepository } from '@kundig/groups/server';
import { UnsubscribeService } from '@kundig/identity/server';
import { HidePostService, RestorePostService } from '@kundig/moderation/server';
import { AppDatabase, RequestContext, Worker } from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { type Mailbox, type ReceivedMail, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own));
beforeAll(async () => {
  community.clock.passRealTime(); // delays count from this clock
});

const system = RequestContext.system();

/** Lets the two to three minutes pass and everything that is due then happen. */
async function afterSecondThoughts(): Promise<void> {
  community.clock.advance({ seconds: 181 });
  await community.runJobs();
}
const mailsTo = ({ mail }: TestMember) => mailbox.to(mail);
const hide = async (moderator: TestMember, { publicId }: Post, reason = 'Enthält interne Rufnummern.') =>
  community.get(HidePostService).execute(await community.as(moderator), { postId: publicId, reason });
const accept = async (asker: TestMember, { publicId }: Post, accepted = true) =>
  community.get(MarkSolutionService).execute(await community.as(asker), publicId, accepted);

/** A question and somebody who can answer it. */
async function asked(more: { anonymous?: boolean; board?: Board } = {}) {
  const [asker, helper] = [await community.member(), await community.member()];
  const thread = await community.question(asker, more.board ?? (await community.board()), more);
  return { asker, helper, thread };
}

/** A mail with what differs from person to person taken out. */
function shape({ headers, text }: ReceivedMail, names: readonly string[]) {
  const personal = [
    'to',
    'message-id',
    'in-reply-to',
    'references',
    'list-unsubscribe',
    'content-type',
    'date',
  ];
  const body = text
    .slice(text.indexOf('Guten Tag'))
    .replace(/----_NmP[\w.-]+/g, '')
    .replace(/\/t\/[\w-]+\/\w+#p-\w+/g, '/t/')
    .replace(/(unsubscribe[/?]\S*?)[\w.-]{40,}/g, '$1');
  const anonymous = names.reduce((all, name) => all.replaceAll(name, 'NAME'), body);
  return {
    names: Object.keys(headers),
    values: Object.entries(headers).filter(([name]) => !personal.includes(name)),
    body: anonymous,
  };
}

describe('a reply', () => {
  it('is told to the asker by one mail after two to three minutes, with excerpt, deep link and a way out', async () => {
    const { asker, helper, thread } = await asked();
    const reply = await community.reply(helper, thread, {
      body: 'Die **Rufgruppe** zeigt auf den alten Ort.',
    });
    await community.runJobs();
    community.clock.advance({ seconds: 119 });
    await community.runJobs();
    expect(mailsTo(asker)).toEqual([]);
    community.clock.advance({ seconds: 62 });
    await community.runJobs();
    const [mail, ...more] = mailsTo(asker);
    expect(more).toEqual([]);
    expect(mail!.to).toEqual([asker.mail]);
    for (const part of [
      `${helper.nickname} hat in „${thread.title}“ geantwortet:`,
      'Die Rufgruppe zeigt auf den alten Ort.',
      `http://community.test/t/${thread.slug}/${thread.publicId}#p-${reply.publicId}`,
    ])
      expect(mail!.text).toContain(part);
    expect(mail!.headers).toMatchObject({
      'list-unsubscribe': expect.stringMatching(/^<http:\/\/community\.test\/mail\/unsubscribe\/[\w.-]+>$/),
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      references: expect.stringMatching(/^<.+@community\.test>$/),
    });
    expect(mail!.text).toMatch(/Content-Type: text\/plain/i);
    expect(mailsTo(helper)).toEqual([]);
  });

  it('is told at a moment that does not tell when it was written, under a nickname and anonymously alike', async () => {
    const { helper, thread } = await asked();
    const hidden = await community.member();
    const waits = async (author: TestMember, anonymous: boolean) => {
      for (let count = 0; count < 20; count += 1) await community.reply(author, thread, { anonymous });
      const jobs = await community.owner.query<{ run_at: Date }[]>(
        `WITH gone AS (
           DELETE FROM jobs_app._private_jobs j USING jobs_app._private_tasks t
           WHERE t.id = j.task_id AND t.identifier LIKE '%TellFollowers%' RETURNING j.run_at)
         SELECT run_at FROM gone`,
      );
      return jobs.map(({ run_at }) => (run_at.getTime() - community.clock.now().getTime()) / 1000);
    };
    for (const seconds of [await waits(helper, false), await waits(hidden, true)]) {
      expect(seconds).toHaveLength(20);
      expect(Math.min(...seconds)).toBeGreaterThanOrEqual(120);
      expect(Math.max(...seconds)).toBeLessThanOrEqual(181);
      expect(new Set(seconds).size).toBeGreaterThan(5); // 20 draws of 61: fewer would be chance of one in 10^15
    }
  });

  it('reaches askers alike, whether they asked under their nickname or anonymously', async () => {
    const [open, hidden] = [await asked(), await asked({ anonymous: true })];
    for (const { helper, thread } of [open, hidden]) await community.reply(helper, thread);
    await afterSecondThoughts();
    const names = [open, hidden].map(({ helper }) => helper.nickname);
    const [first, second] = [open, hidden].map(({ asker }) => mailsTo(asker));
    expect([first!.length, second!.length]).toEqual([1, 1]);
    expect(shape(first![0]!, names)).toEqual(shape(second![0]!, names));
    expect(second![0]!.to).toEqual([hidden.asker.mail]);
    const withoutAddress = second![0]!.text.replaceAll(hidden.asker.mail, '');
    for (const secret of [hidden.asker.nickname, hidden.asker.memberId, hidden.thread.authorId!])
      expect(withoutAddress).not.toContain(secret);
  });

  it('is told to all who wrote there and all who follow, each in an envelope of their own, never to its writer', async () => {
    const { asker, helper, thread } = await asked();
    const [earlier, reader] = [await community.member(), await community.member()];
    await community.reply(earlier, thread, { anonymous: true });
    await community.get(Voices).follow(await community.as(reader), thread.id, true);
    await afterSecondThoughts();
    const before = mailbox.received.length;
    await community.reply(helper, thread, { anonymous: true, body: 'Anonym geholfen.' });
    await afterSecondThoughts();
    const envelopes = mailbox.received.slice(before).map(({ to }) => to);
    expect(envelopes.sort()).toEqual([[asker.mail], [earlier.mail], [reader.mail]].sort());
    expect(mailsTo(helper)).toEqual([]);
    expect(mailsTo(asker).at(-1)!.text).not.toContain(helper.nickname);
  });

  it('is told once, however often the job runs', async () => {
    const { asker, helper, thread } = await asked();
    const reply = await community.reply(helper, thread);
    const [task] = community
      .get(Worker)
      .taskNames('app')
      .filter((name) => name.startsWith('forum.reply-posted.v1>TellFollowers'));
    for (let run = 0; run < 3; run += 1)
      await community.get(Worker).perform('app', task!, { threadId: thread.id, postId: reply.id });
    await afterSecondThoughts();
    expect(mailsTo(asker)).toHaveLength(1);
  });

  it('that was deleted or hidden in the meantime is told to nobody', async () => {
    const moderator = await community.withRole('moderator');
    const one = await asked();
    const deleted = await community.reply(one.helper, one.thread);
    await community.get(DeletePostService).execute(await community.as(one.helper), deleted.publicId);
    const two = await asked();
    await hide(moderator, await community.reply(two.helper, two.thread));
    await afterSecondThoughts();
    expect([...mailsTo(one.asker), ...mailsTo(two.asker)]).toEqual([]);
  });

  it('says what stands there when the mail is written', async () => {
    const { asker, helper, thread } = await asked();
    const reply = await community.reply(helper, thread, { body: 'Mit Tippfeler.' });
    await community.owner.query('UPDATE forum.post SET body_html = $2 WHERE id = $1', [
      reply.id,
      '<p>Ohne Tippfehler.</p>',
    ]);
    await afterSecondThoughts();
    expect(mailsTo(asker)[0]!.text).toContain('Ohne Tippfehler.');
  });

  it('is not told to who turned the mails of the thread off by one click', async () => {
    const { asker, helper, thread } = await asked({ anonymous: true });
    await community.reply(helper, thread);
    await afterSecondThoughts();
    await community
      .get(UnsubscribeService)
      .execute(community.visitor(), tokenIn(mailsTo(asker)[0]!, 'unsubscribe'));
    await community.reply(helper, thread);
    await afterSecondThoughts();
    expect(mailsTo(asker)).toHaveLength(1);
  });

  it('leaves no address and nothing of an account in the jobs of the app', async () => {
    const { asker, helper, thread } = await asked({ anonymous: true });
    await community.reply(helper, thread);
    const jobs = JSON.stringify(await community.owner.query('SELECT payload FROM jobs_app._private_jobs'));
    const accounts = await community.owner.query<Record<string, string>[]>(
      "SELECT id, mail::text, encode(secret, 'hex') AS secret FROM identity.account",
    );
    expect(jobs).toContain(thread.id);
    for (const { id, mail, secret } of accounts)
      for (const canary of [id!, mail!, secret!]) expect(jobs).not.toContain(canary);
    expect(jobs).not.toMatch(/@/);
    expect(jobs).not.toContain(asker.memberId);
    await afterSecondThoughts();
  });
});

describe('a board that was closed after the reply was written', () => {
  it('sends nothing to outsiders, and to its members and moderators as before', async () => {
    const board = await community.board();
    const { asker, helper, thread } = await asked({ board, anonymous: true });
    const [insider, moderator] = [await community.member(), await community.withRole('moderator', board)];
    for (const member of [insider, moderator])
      await community.get(Voices).follow(await community.as(member), thread.id, true);
    await community.reply(helper, thread);
    const groupId = await community
      .get(GroupRepository)
      .save(
        system,
        { id: randomUUID(), slug: `g-${board.slug}`, nameDe: 'G', nameEn: 'G' },
        community.clock.now(),
      );
    await community.get(GroupRepository).addMember(system, groupId, insider.memberId, community.clock.now());
    await community.owner.query("UPDATE forum.board SET visibility = 'group', group_id = $2 WHERE id = $1", [
      board.id,
      groupId,
    ]);
    await afterSecondThoughts();
    expect([asker, insider, moderator].map((member) => mailsTo(member).length)).toEqual([0, 1, 1]);
  });

  it('has the same readers here as in the scope of the forum', async () => {
    const members = await Promise.all([1, 2, 3].map(() => community.member()));
    const board = await community.groupBoard(members.slice(0, 1), false);
    const everybody = [
      ...members,
      await community.withRole('moderator', board),
      await community.withRole('moderator', await community.board()),
      await community.withRole('administrator'),
      await community.withRole('editor'),
    ];
    const readable = async ({ memberId }: TestMember) => {
      const query = community.get(AppDatabase).repository(system, Board).createQueryBuilder('b');
      const actor = await community.get(Actors).of(memberId);
      return onlyReadableBoards(query.where('b.id = :id', { id: board.id }), actor).getExists();
    };
    const asker = members[0]!;
    const thread: Thread = await community.question(asker, board);
    for (const member of everybody.slice(1))
      await community.get(Voices).follow(await community.as(member), thread.id, true);
    await community.reply(await community.withRole('moderator', board), thread);
    await afterSecondThoughts();
    expect(everybody.map((member) => mailsTo(member).length === 1)).toEqual(
      await Promise.all(everybody.map(readable)),
    );
  });
});

describe('a solution', () => {
  it('is told to whoever helped, also as a persona, once', async () => {
    const { asker, helper, thread } = await asked();
    const reply = await community.reply(helper, thread, { anonymous: true });
    for (const accepted of [true, false, true]) await accept(asker, reply, accepted);
    await afterSecondThoughts();
    expect(mailsTo(helper).map(({ text }) => text.includes('wurde als Lösung bestimmt'))).toEqual([true]);
    expect(mailsTo(helper)[0]!.text.replaceAll(helper.mail, '')).not.toContain(helper.nickname);
  });

  it('is not told when it was taken back meanwhile, nor to askers who solved it themselves', async () => {
    const { asker, helper, thread } = await asked();
    const reply = await community.reply(helper, thread);
    await accept(asker, reply);
    await accept(asker, reply, false);
    await accept(asker, await community.reply(asker, thread));
    await afterSecondThoughts();
    const told = [...mailsTo(helper), ...mailsTo(asker)].filter(({ text }) =>
      text.includes('Lösung bestimmt'),
    );
    expect(told).toEqual([]);
  });
});

describe('a hidden post', () => {
  it('is told to its author with the reason, even without mails of the thread, and only if it stays hidden', async () => {
    const moderator = await community.withRole('moderator');
    const { helper, thread } = await asked();
    const [hidden, restored] = [await community.reply(helper, thread), await community.reply(helper, thread)];
    await community.get(Voices).follow(await community.as(helper), thread.id, false);
    await hide(moderator, hidden, 'Enthält interne Rufnummern.');
    await hide(moderator, restored, 'Ein Irrtum.');
    await community
      .get(RestorePostService)
      .execute(await community.as(moderator), { postId: restored.publicId, reason: 'Versehen' });
    await afterSecondThoughts();
    const mails = mailsTo(helper);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain('Enthält interne Rufnummern.');
    expect(mails[0]!.text).not.toContain(moderator.nickname);
  });
});
