import { describe, expect, it } from '@jest/globals';
import type { Board, Thread } from '@kundig/forum/server';
import {
  IdentityPort,
  ResubscribeService,
  UnsubscribeService,
  type FollowState,
} from '@kundig/identity/server';
import { MergeThreadService } from '@kundig/moderation/server';
import { SendDigests } from '@kundig/notifications/server';
import { InvalidInput, RequestContext } from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own), { DIGEST_HOUR: '7' });

interface WayOut {
  mails: string;
  ended: boolean;
  resumable: boolean;
  thread: { title: string } | null;
}

const mailsTo = ({ mail }: TestMember) => mailbox.to(mail);
const wayOut = async (ctx: RequestContext, token: string): Promise<WayOut | null> =>
  (
    (await community.ask(
      ctx,
      `{ wayOut(token: "${token}") { mails ended resumable thread { title } } }`,
    )) as { wayOut: WayOut | null }
  ).wayOut;
const end = (token: string) => community.get(UnsubscribeService).execute(community.visitor(), token);
const resume = (token: string) => community.get(ResubscribeService).execute(community.visitor(), token);
const stateOf = async (member: TestMember, { id }: Thread): Promise<FollowState> => {
  const { following, muted } = await community.get(Voices).viewerIn(await community.as(member), id);
  if (muted) return 'muted';
  return following ? 'following' : 'none';
};
const paceOf = async ({ memberId }: TestMember, occasion: 'kudos' | 'answer' | 'thread' | 'mention') =>
  (await community.get(IdentityPort).paces(memberId))[occasion];

async function afterSecondThoughts(): Promise<void> {
  community.clock.advance({ seconds: 181 });
  await community.runJobs();
}

async function ofSomebody(board: Board): Promise<Thread> {
  return community.question(await community.member(), board);
}

/** The token of the mail that tells an asker of an answer. */
async function answered(asker: TestMember, thread: Thread, helper?: TestMember): Promise<string> {
  await community.reply(helper ?? (await community.member()), thread);
  await afterSecondThoughts();
  return tokenIn(mailsTo(asker).at(-1)!, 'unsubscribe');
}

describe('the way out of a mail about a thread', () => {
  it.each([false, true])(
    'names it, ends all about it, and takes that back (anonymous: %s)',
    async (anonymous) => {
      const asker = await community.member();
      const thread = await community.question(asker, await community.board(), { anonymous });
      const token = await answered(asker, thread);
      const shown = { mails: 'ABOUT_THREAD', thread: { title: thread.title } };
      expect(await wayOut(community.visitor(), token)).toEqual({ ...shown, ended: false, resumable: false });
      expect(await stateOf(asker, thread)).toBe('following');
      for (const _twice of [1, 2]) {
        await end(token);
        expect(await wayOut(community.visitor(), token)).toEqual({ ...shown, ended: true, resumable: true });
        expect(await stateOf(asker, thread)).toBe('muted');
      }
      const before = mailsTo(asker).length;
      await community.reply(await community.member(), thread);
      await afterSecondThoughts();
      expect(mailsTo(asker)).toHaveLength(before);
      for (const _twice of [1, 2]) await resume(token);
      expect(await wayOut(community.visitor(), token)).toEqual({ ...shown, ended: false, resumable: false });
      expect(await stateOf(asker, thread)).toBe('following');
    },
  );

  it('does not take back what was muted on the page, before or since', async () => {
    const asker = await community.member();
    const thread = await community.question(asker, await community.board());
    const token = await answered(asker, thread);
    await end(token);
    await community.get(Voices).mute(await community.as(asker), thread.id);
    expect(await wayOut(community.visitor(), token)).toMatchObject({ ended: true, resumable: false });
    for (const click of [resume, end, resume]) await click(token);
    expect(await stateOf(asker, thread)).toBe('muted');
  });

  it('stays ended, and can be taken back, where moderators have merged the thread into another since', async () => {
    const asker = await community.member();
    const board = await community.board();
    const [thread, into] = [await community.question(asker, board), await ofSomebody(board)];
    const token = await answered(asker, thread);
    await end(token);
    await community
      .get(MergeThreadService)
      .execute(await community.as(await community.withRole('moderator')), {
        ...{ threadId: thread.publicId, intoId: into.publicId, reason: null },
      });
    expect(await stateOf(asker, into)).toBe('muted');
    expect(await wayOut(community.visitor(), token)).toMatchObject({ ended: true, resumable: true });
    const before = mailsTo(asker).length;
    await community.reply(await community.member(), into);
    await afterSecondThoughts();
    expect(mailsTo(asker)).toHaveLength(before);
    await resume(token);
    expect(await stateOf(asker, into)).toBe('following');
  });

  it('names a thread of a closed board to those alone who may read it, and a hidden one to nobody', async () => {
    const [asker, helper] = [await community.member(), await community.member()];
    const board = await community.groupBoard([asker, helper], false);
    const thread = await community.question(asker, board);
    const token = await answered(asker, thread, helper);
    const nobodys = { mails: 'ABOUT_THREAD', thread: null };
    expect(await wayOut(await community.as(asker), token)).toMatchObject({ thread: { title: thread.title } });
    expect(await wayOut(community.visitor(), token)).toMatchObject(nobodys);
    expect(await wayOut(await community.as(await community.member()), token)).toMatchObject(nobodys);
    await community.owner.query('UPDATE forum.thread SET hidden_at = now() WHERE id = $1', [thread.id]);
    expect(await wayOut(await community.as(asker), token)).toMatchObject(nobodys);
  });

  it('is over for who has no account any more, and nothing for a token that is not ours', async () => {
    const asker = await community.member();
    const thread = await community.question(asker, await community.board());
    const token = await answered(asker, thread);
    await community.owner.query('DELETE FROM identity.account WHERE member_id = $1', [asker.memberId]);
    expect(await wayOut(community.visitor(), token)).toMatchObject({ ended: true, resumable: false });
    expect(await wayOut(community.visitor(), `${token.slice(0, -4)}AAAA`)).toBeNull();
    await expect(resume(`${token.slice(0, -4)}AAAA`)).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe('the way out of the daily mail', () => {
  it('ends what comes by the day and takes exactly that back, unless something was chosen since', async () => {
    const asker = await community.member();
    await community.get(IdentityPort).choosePaces(asker.memberId, { answer: 'daily', kudos: 'never' });
    await answeredByDay(asker);
    const token = tokenIn(mailsTo(asker).at(-1)!, 'unsubscribe');
    const shown = { mails: 'DIGEST', thread: null };
    expect(await wayOut(community.visitor(), token)).toEqual({ ...shown, ended: false, resumable: false });
    await end(token);
    expect(await wayOut(community.visitor(), token)).toEqual({ ...shown, ended: true, resumable: true });
    expect([await paceOf(asker, 'answer'), await paceOf(asker, 'thread')]).toEqual(['never', 'never']);
    await community.get(IdentityPort).choosePaces(asker.memberId, { thread: 'never' });
    await resume(token);
    expect(await wayOut(community.visitor(), token)).toEqual({ ...shown, ended: false, resumable: false });
    const paces = ['answer', 'thread', 'kudos', 'mention'] as const;
    expect(await Promise.all(paces.map((one) => paceOf(asker, one)))).toEqual([
      ...['daily', 'never', 'never', 'at-once'],
    ]);
  });
});

async function answeredByDay(asker: TestMember): Promise<void> {
  await community.reply(await community.member(), await community.question(asker, await community.board()));
  await afterSecondThoughts();
  community.clock.advance({ minutes: 25 * 60 });
  await community.get(SendDigests).run(RequestContext.system());
  await community.runJobs();
}
