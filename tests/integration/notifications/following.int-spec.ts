import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  DeletePostService,
  EditPostService,
  MarkSolutionService,
  ShareProblemService,
} from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { DEFAULT_PACES, IdentityPort, UnsubscribeService, type Paces } from '@kundig/identity/server';
import { GiveKudosService } from '@kundig/kudos/server';
import { Notices, SendDigests, Subscriptions, TellThanked } from '@kundig/notifications/server';
import { RequestContext } from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { SaveSettingsService } from '@kundig/site/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own), { DIGEST_HOUR: '7' });
beforeAll(async () => {
  community.clock.passRealTime(); // delays count from this clock
});

const system = RequestContext.system();

/** Lets the two to three minutes pass and everything that is due then happen. */
async function afterSecondThoughts(): Promise<void> {
  community.clock.advance({ seconds: 181 });
  await community.runJobs();
}
/** Lets a day pass and the daily mails go out. */
async function aDayLater(): Promise<void> {
  community.clock.advance({ minutes: 25 * 60 });
  await community.get(SendDigests).run(RequestContext.system());
  await community.runJobs();
}
const mailsTo = ({ mail }: TestMember) => mailbox.to(mail);
const noticesOf = async (member: TestMember) => community.get(Notices).of(await community.as(member));
const unreadOf = async (member: TestMember) => community.get(Notices).unread(await community.as(member));
const stand = async (
  member: TestMember,
  subject: { kind: 'board' | 'tag'; id: string },
  state: 'following' | 'muted' | 'none',
) => community.get(Subscriptions).set(await community.as(member), subject, state);
const choose = (member: TestMember, paces: Partial<Paces>) =>
  community.get(IdentityPort).choosePaces(member.memberId, { ...DEFAULT_PACES, ...paces });

describe('a reply', () => {
  it('is noticed by asker and repliers as one group a thread, and read with the thread', async () => {
    const [asker, helper, other] = [
      await community.member(),
      await community.member(),
      await community.member(),
    ];
    const thread = await community.question(asker, await community.board(), { anonymous: true });
    const first = await community.reply(helper, thread);
    await community.reply(other, thread, { anonymous: true });
    await community.reply(other, thread);
    await afterSecondThoughts();
    expect(await noticesOf(asker)).toEqual([
      expect.objectContaining({
        occasion: 'reply',
        count: 3,
        unread: true,
        path: `/t/${thread.slug}/${thread.publicId}#p-${first.publicId}`,
      }),
    ]);
    expect((await noticesOf(helper))[0]).toMatchObject({ count: 2, unread: true });
    expect([await unreadOf(asker), await unreadOf(helper), await unreadOf(other)]).toEqual([1, 1, 0]);

    await community.get(Voices).markRead(await community.as(asker), thread.id, 3);
    expect((await noticesOf(asker))[0]).toMatchObject({ count: 1, unread: true });
    await community.get(Voices).markRead(await community.as(asker), thread.id, 4);
    expect((await noticesOf(asker))[0]).toMatchObject({ count: 3, unread: false });
    expect([await unreadOf(asker), await unreadOf(helper)]).toEqual([0, 1]);
  });

  it('is not told of a muted thread, not even to whom it mentions; following ends that', async () => {
    const [asker, helper] = [await community.member(), await community.member()];
    const thread = await community.question(asker, await community.board());
    await community.get(Voices).mute(await community.as(asker), thread.id);
    await community.reply(asker, thread); // writing again does not draw back in
    await community.reply(helper, thread, { body: `Hallo @${asker.nickname}, bitte ansehen.` });
    await afterSecondThoughts();
    expect([await noticesOf(asker), mailsTo(asker)]).toEqual([[], []]);
    await community.get(Voices).follow(await community.as(asker), thread.id, true);
    await community.reply(helper, thread);
    await afterSecondThoughts();
    expect(mailsTo(asker)).toHaveLength(1);
  });

  it('shows no notice of a thread the reader may no longer read', async () => {
    const asker = await community.member();
    const board = await community.board();
    const thread = await community.question(asker, board);
    await community.reply(await community.member(), thread);
    await afterSecondThoughts();
    expect(await noticesOf(asker)).toHaveLength(1);
    const groupId = await community
      .get(GroupRepository)
      .save(
        system,
        { id: randomUUID(), slug: `g-${board.slug}`, nameDe: 'G', nameEn: 'G' },
        community.clock.now(),
      );
    await community.owner.query("UPDATE forum.board SET visibility = 'group', group_id = $2 WHERE id = $1", [
      board.id,
      groupId,
    ]);
    expect(await noticesOf(asker)).toEqual([]);
  });
});

describe('a new thread', () => {
  it('is told to followers of its board, of the board above and of its tags, never to its writer', async () => {
    const parent = await community.board();
    const board = await community.board({ parentId: parent.id });
    const [one, two, three, writer, nobody] = await Promise.all(
      [1, 2, 3, 4, 5].map(() => community.member()),
    );
    await stand(one!, { kind: 'board', id: board.id }, 'following');
    await stand(two!, { kind: 'board', id: parent.id }, 'following');
    await stand(three!, { kind: 'tag', id: 'glasfaser' }, 'following');
    await stand(writer!, { kind: 'board', id: board.id }, 'following');
    const everybody = [one!, two!, three!, writer!, nobody!];
    for (const member of everybody) await choose(member, { thread: 'at-once' });
    const thread = await community.question(writer!, board, { tags: ['glasfaser'], anonymous: true });
    await afterSecondThoughts();
    expect(everybody.map((member) => mailsTo(member).length)).toEqual([1, 1, 1, 0, 0]);
    expect(mailsTo(one!)[0]!.text).toContain(`/t/${thread.slug}/${thread.publicId}#question`);
    expect(mailsTo(one!)[0]!.text).not.toContain(writer!.nickname);
    expect(await noticesOf(one!)).toEqual([expect.objectContaining({ occasion: 'thread', unread: true })]);
  });

  it('is told to nobody who has muted its board or one of its tags', async () => {
    const board = await community.board();
    const tag = `tag-${randomUUID().slice(0, 8)}`;
    const [one, two] = [await community.member(), await community.member()];
    await stand(one, { kind: 'tag', id: tag }, 'following');
    await stand(one, { kind: 'board', id: board.id }, 'muted');
    await stand(two, { kind: 'board', id: board.id }, 'following');
    await stand(two, { kind: 'tag', id: tag }, 'muted');
    await community.question(await community.member(), board, { tags: [tag] });
    await afterSecondThoughts();
    expect([await noticesOf(one), await noticesOf(two)]).toEqual([[], []]);
    await stand(one, { kind: 'board', id: board.id }, 'none');
    await community.question(await community.member(), board, { tags: [tag] });
    await afterSecondThoughts();
    expect(await noticesOf(one)).toHaveLength(1);
  });

  it('is told of a closed board only to those who may read it', async () => {
    const [insider, outsider] = [await community.member(), await community.member()];
    const board = await community.groupBoard([insider], false);
    const writer = await community.withRole('administrator');
    for (const member of [insider, outsider])
      await stand(member, { kind: 'board', id: board.id }, 'following');
    await community.question(writer, board, { body: `Für @${outsider.nickname} und @${insider.nickname}.` });
    await afterSecondThoughts();
    expect([(await noticesOf(insider)).length, (await noticesOf(outsider)).length]).toEqual([1, 0]);
    expect(mailsTo(outsider)).toEqual([]);
    expect(mailsTo(insider)[0]!.text).toContain('hat Sie in');
  });
});

describe('a mention', () => {
  it('is linked to the profile, told once and instead of the reply, whatever the case; not in code', async () => {
    const [asker, helper, named, coded] = [
      await community.member(),
      await community.member(),
      await community.member(),
      await community.member(),
    ];
    const thread = await community.question(asker, await community.board());
    const body = `@${named.nickname.toUpperCase()} und @${asker.nickname}: siehe \`@${coded.nickname}\`, x@${coded.nickname}.de, @${coded.nickname}-nicht.`;
    const reply = await community.reply(helper, thread, { body });
    expect(reply.bodyHtml).toContain(`<a href="/u/${named.nickname}">@${named.nickname.toUpperCase()}</a>`);
    expect([...reply.mentionedIds].sort()).toEqual([named.memberId, asker.memberId].sort());
    await afterSecondThoughts();
    expect([mailsTo(named).length, mailsTo(asker).length, mailsTo(coded).length]).toEqual([1, 1, 0]);
    expect(mailsTo(asker)[0]!.text).toContain('hat Sie in');
    expect(await noticesOf(named)).toEqual([expect.objectContaining({ occasion: 'mention', count: 1 })]);
  });

  it('does not tell who speaks as a persona in the thread', async () => {
    const [hidden, helper] = [await community.member(), await community.member()];
    const thread = await community.question(hidden, await community.board(), { anonymous: true });
    const plain = await community.reply(helper, thread, { body: 'Ein Satz ohne Namen.' });
    const naming = await community.reply(helper, thread, { body: `Frag doch @${hidden.nickname}.` });
    expect(naming.bodyHtml).not.toContain(thread.authorId!);
    expect(plain.mentionedIds).toEqual([]);
    await afterSecondThoughts();
    await community.reply(hidden, thread, { body: `Ich bin nicht @${hidden.nickname}.` });
    await afterSecondThoughts();
    // Two jobs carry the two mails, and either may be the first to end.
    expect(mailsTo(hidden).filter(({ text }) => text.includes('hat Sie in'))).toHaveLength(1);
    expect(mailsTo(hidden)).toHaveLength(2);
  });

  it('of sixty people an hour is enough, whether it is written or edited in; writing on needs none', async () => {
    const [writer, asker] = [await community.member(), await community.member()];
    const thread = await community.question(asker, await community.board());
    const naming = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `@jemand${from + index}`).join(' ');
    const first = await community.reply(writer, thread, { body: naming(0, 20) });
    await community.reply(writer, thread, { body: naming(20, 20) });
    const edit = async (body: string) =>
      community.get(EditPostService).execute(await community.as(writer), { postId: first.publicId, body });
    await edit(`${naming(0, 20)} und noch ein Satz`); // names nobody new
    await edit(naming(40, 20));
    const before = await community.snapshotOf('forum.post', 'identity.thread_state');
    const refusal = { messageKey: 'identity:error.tooManyMentions' };
    await expect(community.reply(writer, thread, { body: naming(60, 1) })).rejects.toMatchObject(refusal);
    await expect(edit(naming(61, 1))).rejects.toMatchObject(refusal);
    await expect(
      community.question(writer, await community.board(), { body: naming(62, 1) }),
    ).rejects.toMatchObject(refusal);
    expect(await community.snapshotOf('forum.post', 'identity.thread_state')).toEqual(before);
    await expect(community.reply(writer, thread)).resolves.toMatchObject({ threadId: thread.id });
  });
});

describe('the choice of mails', () => {
  it('at once, once a day or never holds for each occasion by itself; the bell tells all', async () => {
    const [asker, helper] = [await community.member(), await community.member()];
    await choose(asker, { answer: 'never', reply: 'daily', thread: 'never', kudos: 'never' });
    const board = await community.board();
    const [own, followed] = [await community.question(asker, board), await community.question(helper, board)];
    await community.get(Voices).follow(await community.as(asker), followed.id, true);
    await community.reply(helper, own);
    const [first, gone] = [await community.reply(helper, followed), await community.reply(helper, followed)];
    await community.reply(helper, followed);
    await afterSecondThoughts();
    expect(mailsTo(asker)).toEqual([]);
    expect(await unreadOf(asker)).toBe(2);
    await community.get(DeletePostService).execute(await community.as(helper), gone.publicId);
    await aDayLater();
    const [digest, ...more] = mailsTo(asker);
    expect(more).toEqual([]);
    expect(digest!.text).toContain(`Neue Antwort: ${followed.title} (2)`);
    expect(digest!.text).toContain(`#p-${first.publicId}`);
    expect(digest!.text).not.toContain(own.publicId);
    expect(digest!.headers).toMatchObject({
      'list-unsubscribe': expect.stringMatching(/^<http:\/\/community\.test\/mail\/unsubscribe\/[\w.-]+>$/),
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    await aDayLater();
    expect(mailsTo(asker)).toHaveLength(1);
  });

  it('is changed by one click in the daily mail: none of its kinds comes by mail any more', async () => {
    const [asker, helper] = [await community.member(), await community.member()];
    await choose(asker, { answer: 'daily' });
    const thread = await community.question(asker, await community.board());
    await community.reply(helper, thread);
    await afterSecondThoughts();
    await aDayLater();
    await community
      .get(UnsubscribeService)
      .execute(community.visitor(), tokenIn(mailsTo(asker)[0]!, 'unsubscribe'));
    expect(await community.get(IdentityPort).paces(asker.memberId)).toMatchObject({
      answer: 'never',
      thread: 'never',
      mention: 'at-once',
    });
    await community.reply(helper, thread);
    await afterSecondThoughts();
    await aDayLater();
    expect(mailsTo(asker)).toHaveLength(1);
  });

  it('bears the name the operator gave the community', async () => {
    const administrator = await community.as(await community.withRole('administrator'));
    await community
      .get(SaveSettingsService)
      .execute(administrator, { name: 'Werkbank', brandColour: '#6d2160', accentColour: '#f0b429' });
    const [asker, helper] = [await community.member(), await community.member()];
    await choose(asker, { answer: 'daily' });
    await community.reply(helper, await community.question(asker, await community.board()));
    await afterSecondThoughts();
    await aDayLater();
    expect(mailsTo(asker).map(({ headers }) => headers.subject)).toEqual(['Neues in Werkbank']);
  });

  it('keeps daily mails from who may no longer read what they would tell', async () => {
    const [asker, helper] = [await community.member(), await community.member()];
    await choose(asker, { answer: 'daily' });
    const thread = await community.question(asker, await community.board());
    await community.reply(helper, thread);
    await afterSecondThoughts();
    await community.owner.query('UPDATE forum.thread SET hidden_at = now() WHERE id = $1', [thread.id]);
    await aDayLater();
    expect(mailsTo(asker)).toEqual([]);
  });
});

describe('thanks and solutions', () => {
  it('are told to a persona as to a member, thanks by the hour and each number once', async () => {
    const [asker, helper, reader] = [
      await community.member(),
      await community.member(),
      await community.member(),
    ];
    await choose(helper, { kudos: 'at-once' });
    const thread = await community.question(asker, await community.board());
    const reply = await community.reply(helper, thread, { anonymous: true });
    for (const member of [asker, reader])
      await community.get(GiveKudosService).execute(await community.as(member), reply.publicId);
    await community.get(MarkSolutionService).execute(await community.as(asker), reply.publicId, true);
    await afterSecondThoughts();
    for (let run = 0; run < 2; run += 1) await community.get(TellThanked).run(RequestContext.system());
    await community.runJobs();
    expect(mailsTo(helper).map(({ text }) => /hat geholfen|als Lösung bestimmt/.exec(text)?.[0])).toEqual([
      'als Lösung bestimmt',
      'hat geholfen',
    ]);
    expect(mailsTo(helper)[1]!.text.replaceAll(helper.mail, '')).not.toContain(helper.nickname);
    expect((await noticesOf(helper)).map(({ occasion }) => occasion).sort()).toEqual(['kudos', 'solution']);
  });

  it.each([{ anonymous: false }, { anonymous: true }])(
    'are told once to who follows the question, even if they know the answer, as they want (%o)',
    async (voice) => {
      const [asker, helper, replier, sharer, silent, deaf, moderator] = await Promise.all([
        ...Array.from({ length: 6 }, () => community.member()),
        community.withRole('moderator'),
      ]);
      const thread = await community.question(asker!, await community.board(), voice);
      await community.reply(replier!, thread, voice);
      const reply = await community.reply(helper!, thread, voice);
      await community.get(ShareProblemService).execute(await community.as(sharer!), thread.publicId, true);
      const voices = community.get(Voices);
      for (const member of [silent!, moderator!])
        await voices.follow(await community.as(member), thread.id, true);
      await choose(silent!, { solved: 'never' });
      await voices.mute(await community.as(deaf!), thread.id);
      await afterSecondThoughts();
      await voices.markRead(await community.as(replier!), thread.id, 3);

      for (const [by, accepted] of [
        [moderator!, true],
        [asker!, false],
        [moderator!, true],
      ] as const)
        await community.get(MarkSolutionService).execute(await community.as(by), reply.publicId, accepted);
      await afterSecondThoughts();
      const told = async (member: TestMember) => ({
        bell: (await noticesOf(member)).flatMap(({ occasion, count, unread }) =>
          occasion === 'solved' && unread ? [count] : [],
        ),
        mails: mailsTo(member).filter(({ text }) => text.includes(`„${thread.title}“ hat eine Lösung.`))
          .length,
      });
      const [once, never] = [
        { bell: [1], mails: 1 },
        { bell: [], mails: 0 },
      ];
      const everybody = [asker, replier, sharer, silent, helper, moderator, deaf];
      expect(await Promise.all(everybody.map((member) => told(member!)))).toEqual([
        ...[once, once, once, { bell: [1], mails: 0 }],
        ...[never, never, never],
      ]);
      await voices.markRead(await community.as(replier!), thread.id, 3);
      expect(await told(replier!)).toEqual({ bell: [], mails: 1 });
    },
  );

  it('are told as one where askers answer their own question at once, to whom they mention as a mention', async () => {
    const [asker, helper, named] = [
      await community.member(),
      await community.member(),
      await community.member(),
    ];
    const thread = await community.question(asker, await community.board());
    await community.reply(helper, thread);
    await afterSecondThoughts();
    const own = await community.reply(asker, thread, { body: `Danke @${named.nickname}: das Netzteil!` });
    await community.get(MarkSolutionService).execute(await community.as(asker), own.publicId, true);
    await afterSecondThoughts();
    expect(mailsTo(helper).map(({ text }) => text.includes('hat eine Lösung.'))).toEqual([true]);
    expect((await noticesOf(helper)).map(({ occasion, count }) => [occasion, count])).toEqual([
      ['solved', 1],
    ]);
    expect((await noticesOf(named)).map(({ occasion }) => occasion)).toEqual(['mention']);
    // What was told as a reply before is told as the solution, too: it is news.
    const later = await community.reply(asker, thread);
    await afterSecondThoughts();
    await community.get(MarkSolutionService).execute(await community.as(asker), later.publicId, true);
    await afterSecondThoughts();
    expect(mailsTo(helper)).toHaveLength(3);
  });
});

describe('one’s own posts', () => {
  const MINE = `{ myPosts { items { post { author { kind } } thread { id } } } myOpenQuestions { id viewer { unreadCount } } }`;
  interface Mine {
    myPosts: { items: { post: { author: { kind: string } }; thread: { id: string } }[] };
    myOpenQuestions: { id: string; viewer: { unreadCount: number } }[];
  }

  it('are listed for their writer, the anonymous ones among them, and for nobody else', async () => {
    const [me, other] = [await community.member(), await community.member()];
    const board = await community.board();
    const [open, hidden] = [
      await community.question(me, board),
      await community.question(me, board, { anonymous: true }),
    ];
    await community.reply(other, hidden);
    await community.reply(other, hidden);
    const mine = await community.ask<Mine>(await community.as(me), MINE);
    expect(mine.myPosts.items.map(({ post }) => post.author.kind).sort()).toEqual(['MEMBER', 'PERSONA']);
    expect(new Map(mine.myOpenQuestions.map(({ id, viewer }) => [id, viewer.unreadCount]))).toEqual(
      new Map([
        [open.publicId, 0],
        [hidden.publicId, 2],
      ]),
    );
    const theirs = await community.ask<Mine>(await community.as(other), MINE);
    expect(theirs.myPosts.items.map(({ post }) => post.author.kind)).toEqual(['MEMBER', 'MEMBER']);
    expect(theirs.myOpenQuestions).toEqual([]);
    await expect(community.ask(community.visitor(), MINE)).rejects.toThrow();
  });
});
