import { describe, expect, it } from '@jest/globals';
import { MarkSolutionService, ShareProblemService, type Thread } from '@kundig/forum/server';
import { UnsubscribeService } from '@kundig/identity/server';
import { SuspendService } from '@kundig/moderation/server';
import { Actor, RequestContext } from '@kundig/platform/server';
import type { TestCommunity } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own));

let networks = 0;
/** A visitor of a network of their own. */
const visitor = () => {
  networks += 1;
  return RequestContext.for({ actor: Actor.visitor, locale: 'de', clientAddress: `network-${networks}` });
};
const run = async (name: string, type: string, input: object) => {
  const answer = await community.ask<Record<string, { __typename: string; path?: string }>>(
    visitor(),
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on MutationSuccess { path } } }`,
    { input },
  );
  return answer[name]!;
};
const request = (thread: Thread, mail: string, website?: string) =>
  run('askToShareProblem', 'AskToShareProblemInput', { threadId: thread.publicId, mail, website });
const confirm = (token: string) => run('shareProblemAsGuest', 'ShareProblemAsGuestInput', { token });
const sent = (mail: string) => mailbox.to(mail);

let guests = 0;
const newMail = () => `gast${(guests += 1)}@firma.example`;
/** Up to the link in the mail. */
async function link(thread: Thread, mail: string): Promise<string> {
  await request(thread, mail);
  await community.runJobs();
  return tokenIn(sent(mail).at(-1)!, 'same-problem/confirm');
}
async function asked(more: { anonymous?: boolean } = {}) {
  const asker = await community.member();
  return { asker, thread: await community.question(asker, await community.board(), more) };
}
const countOf = async ({ id }: Thread): Promise<number> => {
  const [row] = await community.owner.query<{ count: number }[]>(
    'SELECT same_problem_count AS count FROM forum.thread WHERE id = $1',
    [id],
  );
  return row!.count;
};
const addressesOf = ({ id }: Thread) =>
  community.owner.query<{ mail: string | null }[]>(
    'SELECT mail::text FROM identity.guest_problem WHERE thread_id = $1 AND confirmed ORDER BY mail',
    [id],
  );
/** Accepts an answer and lets everybody be told. */
async function solve(thread: Thread, by: Awaited<ReturnType<typeof asked>>['asker']): Promise<void> {
  const { publicId } = await community.reply(await community.member(), thread);
  await community.get(MarkSolutionService).execute(await community.as(by), publicId, true);
  community.clock.advance({ minutes: 5 });
  await community.runJobs();
}

describe('a guest with the same problem', () => {
  it('is counted by the click alone and once, told of the solution once, and forgotten', async () => {
    const { asker, thread } = await asked();
    const mail = newMail();
    const token = await link(thread, mail);
    const page = await community.ask<{ sharedProblem: { id: string } }>(
      visitor(),
      'query ($token: String!) { sharedProblem(token: $token) { id } }',
      { token },
    );
    expect([page.sharedProblem.id, await countOf(thread)]).toEqual([thread.publicId, 0]);
    expect(sent(mail)[0]!.text).not.toContain(thread.title);
    await Promise.all([confirm(token), confirm(token), confirm(token)]);
    expect(await countOf(thread)).toBe(1);
    await request(thread, mail); // counted already: nothing more is sent
    await community.runJobs();
    expect([await countOf(thread), sent(mail)]).toMatchObject([1, { length: 1 }]);
    await solve(thread, asker);
    expect(sent(mail)).toHaveLength(2);
    expect(sent(mail)[1]!.text).toContain(thread.title);
    expect(sent(mail)[1]!.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(await addressesOf(thread)).toEqual([{ mail: null }]);
    expect(await countOf(thread)).toBe(1);
  });

  it('has no more mails after one click, and stays counted', async () => {
    const { asker, thread } = await asked();
    const mail = newMail();
    await confirm(await link(thread, mail));
    const [, way] = /mail\/unsubscribe\/([^>]+)>/.exec(sent(mail)[0]!.headers['list-unsubscribe']!)!;
    await community.get(UnsubscribeService).execute(visitor(), way!);
    await solve(thread, asker);
    expect([sent(mail).length, await countOf(thread)]).toEqual([1, 1]);
  });

  it('is the member of that address where there is one, and never the asker', async () => {
    const { asker, thread } = await asked({ anonymous: true });
    const member = await community.member();
    const answers = [await request(thread, member.mail), await request(thread, newMail())];
    expect(answers[0]).toEqual(answers[1]);
    const token = await link(thread, member.mail);
    await confirm(token);
    await confirm(token);
    await community.get(ShareProblemService).execute(await community.as(member), thread.publicId, true);
    expect([await countOf(thread), await addressesOf(thread)]).toEqual([1, []]);
    expect((await confirm(await link(thread, asker.mail))).__typename).toBe('NotAllowedError');
    expect(await countOf(thread)).toBe(1);
  });

  it('is no member who is suspended', async () => {
    const { thread } = await asked();
    const member = await community.member();
    const token = await link(thread, member.mail);
    await community
      .get(SuspendService)
      .execute(
        await community.as(await community.withRole('moderator')),
        { nickname: member.nickname },
        { reason: 'Werbung', endsAt: null },
      );
    expect((await confirm(token)).__typename).toBe('NotAllowedError');
    expect(await countOf(thread)).toBe(0);
  });

  it('is counted once who becomes a member afterwards', async () => {
    const { thread } = await asked();
    const nickname = `Spaeter${(guests += 1)}`;
    await confirm(await link(thread, `${nickname.toLowerCase()}@kunde.example`));
    const member = await community.member(nickname);
    await community.get(ShareProblemService).execute(await community.as(member), thread.publicId, true);
    expect(await countOf(thread)).toBe(1);
  });

  it('finds only open questions that everybody reads, and a program nothing at all', async () => {
    const { asker, thread } = await asked();
    const insiders = await community.board({ visibility: 'members' });
    const inside = await community.question(asker, insiders);
    const talk = await community.question(asker, await community.board(), { kind: 'discussion' });
    const mail = newMail();
    for (const hidden of [inside, talk])
      expect((await request(hidden, mail)).__typename).toBe('NotFoundError');
    expect(await request(thread, mail, 'https://werbung.example')).toMatchObject({
      path: '/same-problem/sent',
    });
    const token = await link(thread, newMail());
    await solve(thread, asker);
    expect((await request(thread, mail)).__typename).toBe('NotAllowedError');
    expect((await confirm(token)).__typename).toBe('NotAllowedError');
    await community.runJobs();
    expect([sent(mail), await countOf(thread)]).toEqual([[], 0]);
  });
});
