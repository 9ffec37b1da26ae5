import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { IdentityPort, RevealLog, UnsubscribeService } from '@kundig/identity/server';
import { AskForRevealService } from '@kundig/moderation/server';
import { SendDigests } from '@kundig/notifications/server';
import { RequestContext, Worker, type Role } from '@kundig/platform/server';
import { Reveals } from '@kundig/pseudonyms/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';
import { keysForReveals } from '../../support/reveal-keys.js';

const CASE = 'AZ 31 Js 2207/26';
const SECRET = 'Das steht nur im Antrag.';
/** In minutes. */
const DAY = 1_440;

const folder = keysForReveals();
afterAll(() => rmSync(folder, { recursive: true }));

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own), { KEYS_DIR: folder, DIGEST_HOUR: '7' });

let board: Board;
let moderator: TestMember, custodian: TestMember, other: TestMember;
/** Holds both offices. */
let both: TestMember;
beforeAll(() => {
  community.clock.passRealTime(); // delays count from this clock
});
beforeEach(async () => {
  await community.owner.query('DELETE FROM groups.role_grant');
  board = await community.board();
  moderator = await community.withRole('moderator');
  [custodian, other] = [await community.withRole('custodian'), await community.withRole('custodian')];
  both = await community.withRole('moderator');
  await community.grant(both, 'custodian');
});

interface Asked {
  readonly author: TestMember;
  readonly id: string;
  readonly title: string;
  readonly persona: string;
}

/** Of a persona of somebody new in a new thread. @param office they are given once they have written */
async function ask(by: TestMember, office?: Role): Promise<Asked> {
  const author = await community.member();
  const thread = await community.question(author, board, { anonymous: true });
  if (office) await community.appoint(author, office);
  const [post] = await community.owner.query<{ public_id: string; author_id: string; name: string }[]>(
    `SELECT p.public_id, p.author_id, a.name FROM forum.post p JOIN pseudonyms.pseudonym a ON a.id = p.author_id
     WHERE p.thread_id = $1`,
    [thread.id],
  );
  await community.get(AskForRevealService).execute(await community.as(by), {
    ...{ postId: post!.public_id, ground: 'authority', caseNumber: CASE, explanation: SECRET },
  });
  const [request] = await community.get(Reveals).about(post!.author_id);
  await community.runJobs();
  return { author, id: request!.id, title: thread.title, persona: post!.name };
}

async function decide(who: TestMember, id: string, approve: boolean): Promise<void> {
  const { actor } = await community.as(who);
  const secondFactor = { on: true, owed: false, provedAt: community.clock.now() };
  const ctx = RequestContext.for({ actor, locale: 'de', secondFactor });
  await community.get(Reveals).decide(ctx, id, approve, 'Das Schreiben liegt vor.');
  await community.runJobs();
}

const mailsTo = ({ mail }: TestMember) => mailbox.to(mail).filter(({ text }) => text.includes('/desk/'));
const bell = async (member: TestMember) =>
  (
    await community.ask<{ notices: { occasion: string; count: number; path: string }[] }>(
      await community.as(member),
      '{ notices { occasion count path } }',
    )
  ).notices.filter(({ path }) => path.startsWith('/desk/'));
const ITEM = { occasion: 'REVEAL', path: '/desk/reveals' };

describe('a request for a reveal', () => {
  it('is told to all custodians but who asked, by one item and a mail that names nothing of it', async () => {
    const { title, persona } = await ask(both);
    for (const one of [custodian, other]) {
      expect(await bell(one)).toEqual([{ ...ITEM, count: 1 }]);
      const [mail, ...more] = mailsTo(one);
      expect(more).toEqual([]);
      expect(mail!.text).toContain('Antrag auf Offenlegung wartet');
      for (const word of [title, persona, CASE, SECRET, '/p/', both.nickname, board.slug])
        expect(mail!.text).not.toContain(word);
      expect(mail!.headers).toMatchObject({ 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' });
    }
    const administrator = await community.withRole('administrator');
    for (const one of [both, moderator, administrator])
      expect([mailsTo(one), await bell(one)]).toEqual([[], []]);
    expect(await bell(custodian)).toHaveLength(1);
  });

  it('is told to the custodian who wrote it as to anybody else', async () => {
    const { author } = await ask(moderator, 'custodian');
    const told = async (one: TestMember) => [mailsTo(one).map(({ text }) => wordsOf(text)), await bell(one)];
    expect(await told(author)).toEqual(await told(other));
    expect(mailsTo(author)).toHaveLength(1);
  });

  it('is told to nobody who is suspended or holds the office no longer', async () => {
    await community.owner.query(
      `INSERT INTO moderation.suspension (author_id, reason) VALUES ($1, 'Werbung.')`,
      [other.memberId],
    );
    await ask(moderator);
    expect([mailsTo(other), await bell(other)]).toEqual([[], []]);
    expect(await bell(custodian)).toHaveLength(1);
    await community.owner.query('DELETE FROM groups.role_grant WHERE member_id = $1', [custodian.memberId]);
    expect(await bell(custodian)).toEqual([]);
  });

  it.each([true, false])('is no longer told once it is decided, approved or not: %s', async (approve) => {
    const { id } = await ask(moderator);
    expect(await bell(other)).toEqual([{ ...ITEM, count: 1 }]);
    await decide(custodian, id, approve);
    for (const one of [custodian, other, both]) expect(await bell(one)).toEqual([]);
    await community.get(Worker).perform('identity', 'notifications.tell-of-reveal', { requestId: id });
    for (const one of [custodian, other, both]) expect(await bell(one)).toEqual([]);
  });

  it('is told once however often the job runs, and in a wave by the daily mail', async () => {
    const { id } = await ask(moderator);
    await community.get(Worker).perform('identity', 'notifications.tell-of-reveal', { requestId: id });
    const second = await ask(moderator);
    expect(await bell(custodian)).toEqual([{ ...ITEM, count: 2 }]);
    expect(mailsTo(custodian)).toHaveLength(1);
    await decide(other, id, false);
    community.clock.advance({ minutes: DAY });
    await community.get(SendDigests).run(RequestContext.system());
    await community.runJobs();
    expect(mailsTo(custodian)).toHaveLength(2);
    expect(mailsTo(custodian)[1]!.text).toMatch(/^- Anträge auf Offenlegung warten\r?$/m);
    expect(mailsTo(custodian)[1]!.text).not.toContain(second.title);
  });

  it('about which nobody decides lapses after thirty days: nobody may decide, and it may be asked anew', async () => {
    const { id } = await ask(moderator);
    community.clock.advance({ minutes: 30 * DAY - 1 });
    await lapse();
    expect(await bell(custodian)).toEqual([{ ...ITEM, count: 1 }]);
    expect(await community.get(Reveals).waiting(await community.as(custodian))).toBe(1);

    community.clock.advance({ minutes: 1 });
    expect(await community.get(Reveals).waiting(await community.as(custodian))).toBe(0);
    await expect(decide(custodian, id, true)).rejects.toThrow('revealLapsed');
    await lapse();
    expect(await bell(custodian)).toEqual([]);
    expect(await lastOf(id)).toEqual({ state: 'lapsed', action: 'lapsed' });
    await expect(decide(custodian, id, true)).rejects.toThrow('revealLapsed');
    await lapse();
    expect(await community.get(RevealLog).firstBreak(RequestContext.system())).toBeNull();
  });

  it('that has just run its time makes way for the next one about the same persona', async () => {
    const { id } = await ask(moderator);
    const { personaId, postId } = await requestOf(id);
    const again = async () =>
      community.get(Reveals).request(await community.as(moderator), personaId, postId, {
        ...{ ground: 'authority', caseNumber: CASE, explanation: SECRET },
      });
    await expect(again()).rejects.toThrow('revealWaits');
    community.clock.advance({ minutes: 30 * DAY });
    await again();
    await community.runJobs();
    expect((await requestOf(id)).state).toBe('lapsed');
    expect(await bell(custodian)).toEqual([{ ...ITEM, count: 1 }]);
  });
});

describe('the choice of these mails', () => {
  const OTHERS =
    'answer: DAILY, reply: DAILY, mention: DAILY, thread: DAILY, solution: DAILY, solved: DAILY, kudos: DAILY, report: DAILY';
  const choose = async (member: TestMember, more = '') => {
    const answer = await community.ask<{ chooseMails: { choices: object } }>(
      await community.as(member),
      `mutation { chooseMails(input: { ${OTHERS} ${more} }) {
         ... on ChooseMailsSuccess { choices { reported reveal } } } }`,
    );
    return answer.chooseMails.choices;
  };

  it('is offered to custodians alone, and holds', async () => {
    expect(await choose(await community.member())).toEqual({ reported: null, reveal: null });
    expect(await choose(moderator)).toEqual({ reported: 'AT_ONCE', reveal: null });
    expect(await choose(both)).toEqual({ reported: 'AT_ONCE', reveal: 'AT_ONCE' });
    expect(await choose(custodian, ', reveal: NEVER')).toEqual({ reported: null, reveal: 'NEVER' });
    await ask(moderator);
    expect(mailsTo(custodian)).toEqual([]);
    expect(await bell(custodian)).toHaveLength(1);
  });

  it('ends by one click', async () => {
    await ask(moderator);
    const token = tokenIn(mailsTo(other)[0]!, 'unsubscribe');
    await community.get(UnsubscribeService).execute(RequestContext.system(), token);
    expect(await community.get(IdentityPort).paces(other.memberId)).toMatchObject({
      ...{ reveal: 'never', reported: 'at-once' },
    });
  });
});

async function lapse(): Promise<void> {
  await community.get(Worker).perform('identity', 'identity.lapse-reveals', {});
  await community.runJobs();
}

const requestOf = async (id: string) =>
  (await community.get(Reveals).page(50, null)).find((request) => request.id === id)!;

/** How a request stands in its table, and what the log says of it last. */
async function lastOf(id: string): Promise<{ state: string; action: string }> {
  const [row] = await community.owner.query<{ state: string; action: string }[]>(
    `SELECT r.state, a.action FROM identity.reveal_request r JOIN identity.reveal_audit a ON a.request_id = r.id
     WHERE r.id = $1 ORDER BY a.seq DESC LIMIT 1`,
    [id],
  );
  return row!;
}

/** But for the address by which each recipient ends these mails, and for marks of the envelope. */
const wordsOf = (text: string): string =>
  text.slice(text.indexOf('\n\n')).replace(/unsubscribe\/[\w.-]+/g, 'unsubscribe');
