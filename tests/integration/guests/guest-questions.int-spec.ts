import { describe, expect, it } from '@jest/globals';
import { PublishGuestQuestionService } from '@kundig/guests/server';
import { SignInService } from '@kundig/identity/server';
import { DecideHeldService, SuspendService } from '@kundig/moderation/server';
import { Actor, RequestContext, type SessionDoor } from '@kundig/platform/server';
import { DemandSecondFactorService } from '@kundig/site/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own));

/** Questions one network may send in ten minutes. */
const ATTEMPTS = 30;

interface Answer {
  __typename: string;
  path?: string;
  message?: string;
  field?: string;
}

/** A visitor's request, whose session remembers who was signed in; each from a network of its own. */
let networks = 0;
function visitor(): { ctx: RequestContext; signedIn: string[] } {
  const signedIn: string[] = [];
  const session: SessionDoor = {
    signIn: (accountId) => Promise.resolve(void signedIn.push(accountId)),
    signOut: () => Promise.resolve(),
  };
  networks += 1;
  const ctx = RequestContext.for({
    actor: Actor.visitor,
    locale: 'de',
    session,
    clientAddress: `network-${networks}`,
  });
  return { ctx, signedIn };
}

const run = async (name: string, type: string, input: object, ctx = visitor().ctx): Promise<Answer> => {
  const answer = await community.ask<Record<string, Answer>>(
    ctx,
    `mutation ($input: ${type}!) { ${name}(input: $input) {
       __typename ... on MutationSuccess { path } ... on UserError { message field } } }`,
    { input },
  );
  return answer[name]!;
};
const written = (boardId: string, more: object = {}) => ({
  boardId,
  kind: 'QUESTION',
  title: 'Warum fällt die Leitung jeden Morgen aus?',
  body: 'Seit Montag, immer um acht.',
  ...more,
});
const ask = (boardId: string, more: object = {}, ctx = visitor().ctx) =>
  run('askAsGuest', 'AskAsGuestInput', written(boardId, more), ctx);
const say = (token: string, mail: string, nickname: string, ctx = visitor().ctx) =>
  run('sendGuestQuestion', 'SendGuestQuestionInput', { token, mail, nickname, accept: true }, ctx);
const publish = (token: string, ctx = visitor().ctx) =>
  run('publishGuestQuestion', 'PublishGuestQuestionInput', { token }, ctx);

let guests = 0;
/** Asks and says who: up to the mail. */
async function asked(more: { anonymous?: boolean; body?: string; mail?: string; nickname?: string } = {}) {
  guests += 1;
  const { mail = `gast${guests}@firma.example`, nickname = `Neuling${guests}`, ...content } = more;
  const board = await community.board();
  const { path } = await ask(board.publicId, content);
  const token = path!.replace('/ask/finish/', '');
  const sent = await say(token, mail, nickname);
  await community.runJobs();
  return { board, token, mail, nickname, sent, link: tokenIn(mailbox.to(mail).at(-1)!, 'ask/publish') };
}
const threadsIn = (boardId: string) =>
  community.owner.query<{ id: string; title: string; author: string; kind: string }[]>(
    `SELECT t.id, t.title, a.name::text AS author, a.kind FROM forum.thread t
     JOIN pseudonyms.pseudonym a ON a.id = t.author_id WHERE t.board_id = $1`,
    [boardId],
  );
const accountsOf = (mail: string) =>
  community.owner.query<{ id: string }[]>('SELECT id FROM identity.account WHERE mail = $1', [mail]);
const shown = async (road: 'BROWSER' | 'MAIL', token: string) =>
  (
    await community.ask<{ guestQuestion: { title: string; suggestedNickname: string } | null }>(
      visitor().ctx,
      `query ($token: String!) { guestQuestion(token: $token, road: ${road}) { title suggestedNickname } }`,
      { token },
    )
  ).guestQuestion;

describe('a guest', () => {
  it('publishes by the click in the mail two days later, becomes a member and follows the thread', async () => {
    const { board, mail, nickname, sent, link } = await asked();
    expect(sent).toMatchObject({ __typename: 'SendGuestQuestionSuccess', path: '/ask/sent' });
    community.clock.advance({ minutes: 2 * 24 * 60 });
    expect(await shown('MAIL', link)).toMatchObject({ title: written('').title });
    expect([await threadsIn(board.id), await accountsOf(mail)]).toEqual([[], []]); // looking publishes nothing

    const device = visitor();
    const answer = await publish(link, device.ctx);
    const [thread, ...others] = await threadsIn(board.id);
    expect(others).toEqual([]);
    expect(thread).toMatchObject({ title: written('').title, author: nickname, kind: 'member' });
    expect(answer).toMatchObject({ path: expect.stringMatching(/^\/t\/warum-faellt/) });
    const [account] = await accountsOf(mail);
    expect(device.signedIn).toEqual([account!.id]);
    const consents = await community.owner.query('SELECT * FROM identity.consent WHERE account_id = $1', [
      account!.id,
    ]);
    expect(consents).toHaveLength(3);
    const kept = await community.owner.query(
      'SELECT title, body FROM identity.guest_question WHERE mail = $1',
      [mail],
    );
    expect(kept).toEqual([{ title: '', body: '' }]);
  });

  it('answers what the board asks beside the question, in the words it had then', async () => {
    const board = await community.board();
    const fields = (...labels: string[]) =>
      community.owner.query('UPDATE forum.board SET question_fields = $2 WHERE id = $1', [
        board.id,
        JSON.stringify(labels.map((label) => ({ id: label, labelDe: label, labelEn: label, choices: [] }))),
      ]);
    await fields('Gerät');
    const foreign = await ask(board.publicId, { detailFields: ['Tarif'], details: ['M'] });
    expect(foreign).toMatchObject({ __typename: 'InvalidInputError', field: 'boardId' });
    const { path } = await ask(board.publicId, { detailFields: ['Gerät'], details: ['Router 7'] });
    await say(path!.replace('/ask/finish/', ''), 'angaben@firma.example', 'Angaben');
    await community.runJobs();
    await fields('Tarif'); // the board asks something else by then
    const link = tokenIn(mailbox.to('angaben@firma.example').at(-1)!, 'ask/publish');
    expect(await publish(link)).toMatchObject({ __typename: 'PublishGuestQuestionSuccess' });
    const rows = await community.owner.query('SELECT details FROM forum.thread WHERE board_id = $1', [
      board.id,
    ]);
    expect(rows).toEqual([{ details: [{ labelDe: 'Gerät', labelEn: 'Gerät', value: 'Router 7' }] }]);
    const kept = await community.owner.query(
      `SELECT 1 FROM identity.guest_question WHERE details::text LIKE '%Router 7%'`,
    );
    expect(kept).toEqual([]);
  });

  it('may ask anonymously', async () => {
    const { board, link, nickname } = await asked({ anonymous: true });
    await publish(link);
    const [thread] = await threadsIn(board.id);
    expect(thread).toMatchObject({ kind: 'persona' });
    expect(thread!.author).not.toContain(nickname);
  });

  it('who clicks five times at once has one account, one thread, and every click leads there', async () => {
    const { board, mail, link } = await asked();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => publish(link)));
    expect(new Set(answers.map(({ path }) => path)).size).toBe(1);
    expect([(await threadsIn(board.id)).length, (await accountsOf(mail)).length]).toEqual([1, 1]);
    const late = visitor();
    expect(await publish(link, late.ctx)).toMatchObject({ path: answers[0]!.path });
    expect(late.signedIn).toEqual([]); // a used link signs nobody in
    expect(await shown('MAIL', link)).toBeNull();
  });

  it('is told after three days that nothing waits any more, and nothing is published', async () => {
    const { board, mail, token, link } = await asked();
    community.clock.advance({ minutes: 3 * 24 * 60 + 1 });
    expect(await publish(link)).toMatchObject({ __typename: 'InvalidInputError', field: 'token' });
    expect(await say(token, mail, 'Andere99')).toMatchObject({ __typename: 'InvalidInputError' });
    expect([await threadsIn(board.id), await accountsOf(mail)]).toEqual([[], []]);
  });

  it('may correct the address; only the link of the last mail works', async () => {
    const { token, nickname, link } = await asked({ mail: 'vertippt@firma.example' });
    await say(token, 'richtig@firma.example', nickname);
    await community.runJobs();
    expect(await publish(link)).toMatchObject({ __typename: 'InvalidInputError' });
    expect(await accountsOf('vertippt@firma.example')).toEqual([]);
    const right = tokenIn(mailbox.to('richtig@firma.example')[0]!, 'ask/publish');
    expect(await publish(right)).toMatchObject({ __typename: 'PublishGuestQuestionSuccess' });
  });

  it('gets a suggestion for a nickname that is free', async () => {
    const board = await community.board();
    const { path } = await ask(board.publicId);
    const token = path!.replace('/ask/finish/', '');
    const { suggestedNickname } = (await shown('BROWSER', token))!;
    expect(await say(token, 'vorschlag@firma.example', suggestedNickname)).toMatchObject({
      path: '/ask/sent',
    });
  });
});

describe('a question that looks like advertising', () => {
  const ADVERTISING = 'Siehe https://bit.ly/anlagen, günstig!';
  const heldOf = (mail: string) =>
    community.owner.query<{ id: string }[]>(
      'SELECT h.id FROM identity.held_post h JOIN identity.account a ON a.id = h.account_id WHERE a.mail = $1',
      [mail],
    );

  it('waits however often the link is clicked, and not again once it was refused', async () => {
    const moderator = await community.as(await community.withRole('moderator'));
    const refuse = (id: string) => community.get(DecideHeldService).refuse(moderator, id, 'Das ist Werbung.');
    const calm = await asked({ body: ADVERTISING });
    for (let click = 0; click < 2; click += 1)
      expect((await publish(calm.link)).__typename).toBe('PublishGuestQuestionSuccess');
    const [waiting, ...more] = await heldOf(calm.mail);
    expect(more).toEqual([]);
    await refuse(waiting!.id);
    const hasty = await asked({ body: ADVERTISING });
    await publish(hasty.link);
    const [contested] = await heldOf(hasty.mail);
    await Promise.all([publish(hasty.link), refuse(contested!.id), publish(hasty.link)]);
    for (const { link, mail, board } of [calm, hasty]) {
      expect(await publish(link)).toMatchObject({ __typename: 'InvalidInputError' });
      expect([await heldOf(mail), await threadsIn(board.id)]).toEqual([[], []]);
    }
    expect(await shown('MAIL', calm.link)).toBeNull();
  });
});

describe('a guest whose mail has an account', () => {
  const demandSecondFactor = async (demanded: boolean): Promise<void> => {
    const { actor } = await community.as(await community.withRole('administrator'));
    const secondFactor = { on: true, owed: false, provedAt: community.clock.now() };
    const ctx = RequestContext.for({ actor, locale: 'de', secondFactor });
    await community.get(DemandSecondFactorService).execute(ctx, demanded);
  };

  it('sees the same page, and publishes under the account by the click in the mail', async () => {
    const member = await community.member();
    const { board, sent, link } = await asked({ mail: member.mail, nickname: 'Zweitname7' });
    const { sent: fresh } = await asked();
    expect(sent).toEqual(fresh);
    expect(mailbox.to(member.mail).at(-1)!.text).toContain('Sie haben hier schon ein Konto');
    await publish(link);
    expect(await threadsIn(board.id)).toEqual([expect.objectContaining({ author: member.nickname })]);
    expect(await accountsOf(member.mail)).toHaveLength(1);
  });

  it('publishes nothing while suspended, and has nothing wait for a moderator either', async () => {
    const member = await community.member();
    const moderator = await community.as(await community.withRole('moderator'));
    const links = [
      await asked({ mail: member.mail }),
      await asked({ mail: member.mail, body: 'Siehe https://bit.ly/anlagen, günstig!' }),
    ];
    await community
      .get(SuspendService)
      .execute(moderator, { nickname: member.nickname }, { reason: 'Werbung trotz Hinweis', endsAt: null });
    const before = await community.snapshotOf('forum.thread', 'identity.held_post');
    for (const { link } of links)
      expect(await publish(link)).toMatchObject({
        __typename: 'NotAllowedError',
        message: expect.stringContaining('Werbung trotz Hinweis'),
      });
    expect(await community.snapshotOf('forum.thread', 'identity.held_post')).toEqual(before);
  });

  it.each([
    [
      'has one',
      ({ mail }: TestMember) =>
        community.owner.query(
          `INSERT INTO identity.second_factor (account_id, sealed_secret, key_version, begun_at, confirmed_at)
           SELECT id, '\\x00', 1, now(), now() FROM identity.account WHERE mail = $1`,
          [mail],
        ),
    ],
    ['owes one', () => demandSecondFactor(true)],
  ])('does not speak for the team where that needs a second factor and the account %s', async (_, needs) => {
    const moderator = await community.withRole('moderator');
    const { board, link } = await asked({ mail: moderator.mail });
    await needs(moderator);
    expect(await publish(link)).toMatchObject({
      __typename: 'NotAllowedError',
      message: expect.stringContaining('spricht für das Team'),
    });
    expect(await threadsIn(board.id)).toEqual([]);
    await demandSecondFactor(false);
  });

  it('is not let in when the account is blocked', async () => {
    const member = await community.member();
    const { board, link } = await asked({ mail: member.mail });
    await community.owner.query(`UPDATE identity.account SET state = 'blocked' WHERE mail = $1`, [
      member.mail,
    ]);
    const device = visitor();
    expect(await publish(link, device.ctx)).toMatchObject({ __typename: 'InvalidInputError' });
    expect([device.signedIn, await threadsIn(board.id)]).toEqual([[], []]);
  });
});

describe('what guests may not', () => {
  it('is to ask where not everybody reads, or where only the team begins threads', async () => {
    const closed = await community.groupBoard([await community.member()], true);
    const members = await community.board({ visibility: 'members' });
    const staff = await community.board({ posting: 'staff' });
    const before = await community.snapshotOf('identity.guest_question');
    expect((await ask(closed.publicId)).__typename).toBe('NotFoundError');
    expect((await ask(members.publicId)).__typename).toBe('NotFoundError');
    expect((await ask(staff.publicId)).__typename).toBe('NotAllowedError');
    expect(await community.snapshotOf('identity.guest_question')).toEqual(before);
  });

  it('is to be a program: who fills the hidden field is thanked and forgotten', async () => {
    const board = await community.board();
    const before = await community.snapshotOf('identity.guest_question');
    expect(await ask(board.publicId, { website: 'https://spam.example' })).toMatchObject({
      path: '/ask/sent',
    });
    expect(await community.snapshotOf('identity.guest_question')).toEqual(before);
  });

  it('is to try without end: every attempt counts, whatever becomes of it', async () => {
    const board = await community.board();
    const { ctx } = visitor();
    const attempts = [
      ['unknown', {}, 'NotFoundError'],
      [board.publicId, { website: 'https://spam.example' }, 'AskAsGuestSuccess'],
      [board.publicId, { details: ['M'], detailFields: ['Tarif'] }, 'InvalidInputError'],
    ] as const;
    for (let round = 0; round < ATTEMPTS / attempts.length; round += 1)
      for (const [boardId, more, outcome] of attempts)
        expect((await ask(boardId, more, ctx)).__typename).toBe(outcome);
    expect((await ask('unknown', {}, ctx)).__typename).toBe('TooManyRequestsError');
    expect((await ask(board.publicId)).__typename).toBe('AskAsGuestSuccess'); // from elsewhere
  });

  it('is to fill a mailbox: five mails a day to one address, from wherever', async () => {
    const board = await community.board();
    const outcomes: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      const { path } = await ask(board.publicId);
      const token = path!.replace('/ask/finish/', '');
      outcomes.push((await say(token, 'Opfer@firma.example', `Flut${index}x`)).__typename);
    }
    expect(outcomes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'SendGuestQuestionSuccess'));
    expect(outcomes[5]).toBe('TooManyRequestsError');
    await community.runJobs();
    expect(mailbox.to('Opfer@firma.example')).toHaveLength(5);
  });

  it('is to have our mails say their words', async () => {
    const { mail } = await asked();
    expect(mailbox.to(mail)[0]!.text).not.toContain('Leitung');
  });

  it('is to sign in with no password, nor with an empty one', async () => {
    const { mail, link } = await asked();
    await community.get(PublishGuestQuestionService).execute(visitor().ctx, link);
    for (const password of ['', ' ', 'kundig'])
      await expect(community.get(SignInService).execute(visitor().ctx, { mail, password })).rejects.toThrow();
  });
});
