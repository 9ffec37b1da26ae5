import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  InviteMembersService,
  ResendInvitationService,
  WithdrawInvitationService,
  type InviteMembers,
} from '@kundig/administration/server';
import {
  AcceptInvitationService,
  ConfirmMailService,
  MOST_SENDINGS,
  RegisterService,
} from '@kundig/identity/server';
import { RequestContext } from '@kundig/platform/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { eventually } from '../../support/eventually.js';
import { lockWaits } from '../../support/lock-waits.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own), {
  LIMIT_FACTOR: '1000',
  REGISTRATION: 'closed',
});
let administrator: TestMember;
beforeAll(async () => {
  administrator = await community.withRole('administrator');
});

const DAY = 24 * 60;

const admin = () => community.as(administrator);
const newMail = () => `${randomUUID().slice(0, 8)}@firma.example`;
const invite = async (mails: string, more: Partial<InviteMembers> = {}, ctx?: RequestContext) => {
  const terms = { locale: 'de' as const, role: null, groupIds: [], message: null, ...more };
  await community.get(InviteMembersService).execute(ctx ?? (await admin()), { mails, ...terms });
  await community.runJobs();
};
const open = async () => {
  const { openInvitations } = await community.ask<{
    openInvitations: { id: string; mail: string; role: string | null; groups: string[]; expired: boolean }[];
  }>(await admin(), '{ openInvitations { id mail role groups expired mayResend } }');
  return openInvitations;
};
const idOf = async (mail: string) => (await open()).find((invitation) => invitation.mail === mail)!.id;
const linkTo = (mail: string) => tokenIn(mailbox.to(mail).at(-1)!, 'invitation');
const page = async (token: string) =>
  (
    await community.ask<{ invitation: { mail: string; hasAccount: boolean } | null }>(
      community.visitor(),
      'query ($token: String!) { invitation(token: $token) { mail hasAccount } }',
      { token },
    )
  ).invitation;
const accept = (token: string, nickname = `Neu${randomUUID().slice(0, 8)}`) =>
  community
    .get(AcceptInvitationService)
    .execute(community.visitor(), { token, nickname, password: 'Leitung steht und hält' });
const rows = () =>
  community.snapshotOf(
    'identity.invitation',
    'identity.account',
    'identity.consent',
    'groups.membership',
    'groups.role_grant',
    'moderation.audit_entry',
  );

describe('inviting', () => {
  it('is for administrators of the whole community alone; anybody else changes nothing', async () => {
    const mail = newMail();
    await invite(mail);
    const id = await idOf(mail);
    const board = await community.board();
    const others = [
      community.visitor(),
      await community.as(await community.member()),
      await community.as(await community.withRole('moderator')),
      await community.as(await community.withRole('administrator', board)),
    ];
    const before = await rows();
    for (const ctx of others) {
      const error = { typename: ctx.actor.isMember ? 'NotFoundError' : 'SignInRequiredError' };
      await expect(invite(newMail(), {}, ctx)).rejects.toMatchObject(error);
      await expect(community.get(ResendInvitationService).execute(ctx, id)).rejects.toMatchObject(error);
      await expect(community.get(WithdrawInvitationService).execute(ctx, id)).rejects.toMatchObject(error);
      await expect(community.ask(ctx, '{ openInvitations { mail } }')).rejects.toThrow();
    }
    expect(await rows()).toEqual(before);
  });

  it('invites all pasted addresses or none, and names the line that is wrong', async () => {
    const [one, two] = [newMail(), newMail()];
    const before = await rows();
    await expect(invite(`${one}\n${two}\nnot a mail`)).rejects.toMatchObject({
      details: { field: 'mails', params: { line: 3, text: 'not' } },
    });
    await expect(invite(one, { groupIds: [randomUUID()] })).rejects.toMatchObject({
      typename: 'NotFoundError',
    });
    expect(await rows()).toEqual(before);
    await invite(`${one}; ${two}, ${one.toUpperCase()}`, { message: 'Schön, wenn <Sie> dabei sind.' });
    expect(mailbox.to(one)).toHaveLength(1);
    const [mail] = mailbox.to(two);
    expect(mail!.text).toContain('Schön, wenn <Sie> dabei sind.');
    expect(mail!.text).toContain('&lt;Sie&gt;');
    await invite(`${one}\n${two}`);
    expect(mailbox.to(one)).toHaveLength(1); // who is invited is not told again
  });

  it('to a role of custodians or administrators takes a fresh code, and so does sending it again', async () => {
    const proven = async (minutesAgo: number | null) => {
      const { actor } = await admin();
      const on = minutesAgo !== null;
      const provedAt = on ? new Date(community.clock.now().getTime() - minutesAgo * 60_000) : null;
      return RequestContext.for({ actor, locale: 'de', secondFactor: { on, owed: false, provedAt } });
    };
    for (const role of ['custodian', 'administrator'] as const) {
      const mail = newMail();
      const before = await rows();
      await expect(invite(mail, { role }, await proven(5))).rejects.toThrow('factorNotFresh');
      expect(await rows()).toEqual(before);
      await invite(mail, { role }, await proven(0));
      const id = await idOf(mail);
      const sent = await rows();
      const again = async (minutesAgo: number) =>
        community.get(ResendInvitationService).execute(await proven(minutesAgo), id);
      await expect(again(5)).rejects.toThrow('factorNotFresh');
      expect(await rows()).toEqual(sent);
      await again(0);
    }
    await expect(invite(newMail(), { role: 'custodian' }, await proven(null))).rejects.toMatchObject({
      details: { field: 'role' },
    });
    await invite(newMail(), { role: 'moderator' }, await proven(60));
  });

  it('writes down how many and with which role, and never an address', async () => {
    const mail = newMail();
    await invite(mail, { role: 'editor' });
    await community.get(WithdrawInvitationService).execute(await admin(), await idOf(mail));
    const { 'moderation.audit_entry': entries } = await community.snapshotOf('moderation.audit_entry');
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'members-invited', reason: '1 · Redaktion' }),
        expect.objectContaining({ action: 'invitation-withdrawn' }),
      ]),
    );
    expect(JSON.stringify(entries)).not.toContain('@');
  });

  it('keeps the link from the database and the outbox', async () => {
    const mail = newMail();
    await invite(mail);
    const kept = JSON.stringify(await community.snapshotOf('identity.invitation', 'identity.outbox_mail'));
    expect(kept).toContain(mail);
    expect(kept).not.toContain(linkTo(mail));
  });
});

describe('the links of an invitation', () => {
  const answerOf = async (mutation: 'inviteMembers' | 'resendInvitation', type: string, input: object) =>
    Object.values(
      await community.ask<Record<string, { __typename: string; links?: { mail: string; url: string }[] }>>(
        await admin(),
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on LinkHandover { links { mail url } } } }`,
        { input },
      ),
    )[0]!;
  const inviteAll = (mails: readonly string[], more: object = {}) =>
    answerOf('inviteMembers', 'InviteMembersInput', { mails: mails.join(' '), locale: 'de', ...more });
  const accountsOf = (mail: string): Promise<{ member_id: string }[]> =>
    community.owner.query('SELECT member_id FROM identity.account WHERE mail = $1', [mail]);

  const tokenOf = (link: { url: string } | undefined) => link!.url.split('/invitation/').at(-1)!;

  it('are handed to whoever invites, once: they work, are others than those of the mails, and are nowhere else', async () => {
    const [one, two] = [newMail(), newMail()];
    const { links } = await inviteAll([one, two]);
    await community.runJobs();
    expect(links!.map(({ mail }) => mail)).toEqual([one, two]);
    for (const link of links!) {
      expect(link.url).toMatch(/^http:\/\/community\.test\/invitation\//);
      expect(tokenOf(link)).not.toBe(linkTo(link.mail));
      expect(await page(tokenOf(link))).toEqual({ mail: link.mail, hasAccount: false });
    }
    expect((await inviteAll([one, two])).links).toEqual([]); // who is invited already keeps the link unseen
    const kept = JSON.stringify([
      await rows(),
      await community.snapshotOf(
        'identity.outbox_mail',
        'jobs_app._private_jobs',
        'jobs_identity._private_jobs',
      ),
    ]);
    for (const link of links!) {
      expect(kept).not.toContain(linkTo(link.mail));
      expect(kept).not.toContain(tokenOf(link));
    }
  });

  it('do not tell whoever invites who has an account, and make nobody the owner of an address', async () => {
    const member = await community.member();
    const stranger = newMail();
    const board = await community.groupBoard([], false);
    const { links } = await inviteAll([member.mail, stranger], { role: 'EDITOR', groups: [board.groupId!] });
    await community.runJobs();
    const [known, unknown] = links!.map(tokenOf) as [string, string];
    const mailed = linkTo(member.mail);
    expect([await page(known), await page(unknown)]).toEqual(
      [member.mail, stranger].map((mail) => ({ mail, hasAccount: false })),
    );
    const taking = community.get(AcceptInvitationService).takeUp(community.visitor(), known);
    await expect(taking).rejects.toMatchObject({ messageKey: 'identity:error.invitationGone' });
    expect([await accept(known), await accept(unknown)]).toEqual([false, false]);
    await community.runJobs();
    expect((await community.as(member)).actor.groupIds).toEqual([]);
    expect(await accountsOf(stranger)).toEqual([]);
    expect(mailbox.to(member.mail).at(-1)!.text).not.toContain('/confirm/');

    const confirm = tokenIn(mailbox.to(stranger).at(-1)!, 'confirm');
    await community.get(ConfirmMailService).execute(community.visitor(), confirm);
    const [account] = await accountsOf(stranger);
    const newcomer = await community.as({ memberId: account!.member_id, nickname: '', mail: stranger });
    expect(newcomer.actor.groupIds).toEqual([board.groupId]);
    expect(newcomer.actor.can('faq:edit')).toBe(true);
    expect((await open()).map(({ mail }) => mail)).toEqual(expect.not.arrayContaining([stranger]));
    expect(await page(mailed)).toEqual({ mail: member.mail, hasAccount: true });
  });

  it('are replaced by sending it again; a refusal hands nothing over', async () => {
    const mail = newMail();
    const before = tokenOf((await inviteAll([mail])).links![0]);
    const invitation = await idOf(mail);
    const [renewed] = (await answerOf('resendInvitation', 'InvitationInput', { invitation })).links!;
    expect(await page(before)).toBeNull();
    expect(await page(tokenOf(renewed))).toEqual({ mail, hasAccount: false });
    const refused = await answerOf('resendInvitation', 'InvitationInput', { invitation: randomUUID() });
    expect(refused).toEqual({ __typename: 'NotFoundError' });
  });
});

describe('an invited person', () => {
  let mail: string;
  beforeEach(() => {
    mail = newMail();
  });

  it('may come where registration is closed', async () => {
    const fields = { nickname: 'Vonselbst', mail, password: 'Leitung steht und hält' };
    await expect(community.get(RegisterService).execute(community.visitor(), fields)).rejects.toMatchObject({
      typename: 'NotAllowedError',
    });
    await invite(mail);
    await accept(linkTo(mail));
    const members = await community.owner.query('SELECT FROM identity.account WHERE mail = $1', [mail]);
    expect(members).toHaveLength(1);
  });

  it('joins with address confirmed, texts accepted, role and groups at once, signed in', async () => {
    const board = await community.groupBoard([], false);
    await invite(mail, { role: 'moderator', groupIds: [board.groupId!] });
    const { groups } = (await open()).find((invitation) => invitation.mail === mail)!;
    expect(groups).toHaveLength(1);
    expect(await page(linkTo(mail))).toEqual({ mail, hasAccount: false });
    await accept(linkTo(mail), 'Zilpzalp_7');
    const [account] = await community.owner.query(
      `SELECT a.member_id, (SELECT count(*)::int FROM identity.consent c WHERE c.account_id = a.id) AS consents
       FROM identity.account a WHERE a.mail = $1`,
      [mail],
    );
    expect(account.consents).toBe(3);
    const newcomer = await community.as({ memberId: account.member_id, nickname: 'Zilpzalp_7', mail });
    expect(newcomer.actor.groupIds).toEqual([board.groupId]);
    expect(newcomer.actor.can('forum:moderate')).toBe(true);
    expect((await open()).map((invitation) => invitation.mail)).not.toContain(mail);
  });

  it('keeps the link when the name is taken, and one of many parallel tries succeeds', async () => {
    const { nickname } = await community.member();
    await invite(mail);
    const before = await rows();
    await expect(accept(linkTo(mail), nickname)).rejects.toMatchObject({ details: { field: 'nickname' } });
    expect(await rows()).toEqual(before);
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => accept(linkTo(mail))));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [{ count }] = await community.owner.query(
      'SELECT count(*)::int AS count FROM identity.account WHERE mail = $1',
      [mail],
    );
    expect(count).toBe(1);
  });

  it('learns the same of a link that is used, withdrawn, replaced, too old or made up', async () => {
    const mails = [newMail(), newMail(), newMail(), newMail()] as const;
    await invite(mails.join('\n'));
    const [used, withdrawn, replaced, old] = mails.map(linkTo) as [string, string, string, string];
    await accept(used);
    await community.get(WithdrawInvitationService).execute(await admin(), await idOf(mails[1]));
    community.clock.advance({ minutes: DAY });
    await community.get(ResendInvitationService).execute(await admin(), await idOf(mails[2]));
    await community.runJobs();
    community.clock.advance({ minutes: 13 * DAY + 1 });
    const refusals = [];
    for (const token of [used, withdrawn, replaced, old, randomUUID()]) {
      expect(await page(token)).toBeNull();
      refusals.push(await accept(token).catch(({ typename, messageKey }) => ({ typename, messageKey })));
    }
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(await page(linkTo(mails[2]))).not.toBeNull();
    expect((await open()).find((invitation) => invitation.mail === mails[3])).toMatchObject({
      expired: true,
    });
  });

  it('who has an account takes role and groups up with it, and is signed in by nobody', async () => {
    const member = await community.member();
    const board = await community.groupBoard([], false);
    await invite(member.mail, { groupIds: [board.groupId!] });
    const token = linkTo(member.mail);
    expect(await page(token)).toEqual({ mail: member.mail, hasAccount: true });
    await expect(accept(token)).rejects.toMatchObject({ typename: 'ConflictError' });
    await community.get(AcceptInvitationService).takeUp(community.visitor(), token);
    expect((await community.as(member)).actor.groupIds).toEqual([board.groupId]);
    expect(await page(token)).toBeNull();
  });

  it('is not written to without end', async () => {
    await invite(mail);
    const again = async () => {
      await community.get(ResendInvitationService).execute(await admin(), await idOf(mail));
      await community.runJobs();
    };
    for (let sent = 1; sent < MOST_SENDINGS; sent += 1) await again();
    await expect(again()).rejects.toMatchObject({ typename: 'NotAllowedError' });
    expect(mailbox.to(mail)).toHaveLength(MOST_SENDINGS);
  });
});

it('ends with its link while it waits: the mail of an invitation that is sent again, withdrawn or accepted', async () => {
  const mails = [newMail(), newMail(), newMail(), newMail()] as const;
  const [renewed, withdrawn, accepted, other] = mails;
  const terms = { locale: 'de' as const, role: null, groupIds: [], message: null };
  await community.get(InviteMembersService).execute(await admin(), { mails: mails.join(' '), ...terms });
  const waitingLinks = async (mail: string) =>
    (
      await community.owner.query<{ link: string }[]>(
        `SELECT secret_link AS link FROM identity.outbox_mail WHERE recipient = $1 AND state = 'waiting'`,
        [mail],
      )
    ).map(({ link }) => link.split('/').at(-1)!);
  const [before] = await waitingLinks(renewed);
  const id = await idOf(renewed);
  const resend = async () => community.get(ResendInvitationService).execute(await admin(), id);
  expect(await atOnce(id, [resend, resend])).toEqual(['fulfilled', 'fulfilled']);
  const [after, ...more] = await waitingLinks(renewed);
  expect(more).toEqual([]);
  expect([await page(before!), await page(after!)]).toEqual([null, { mail: renewed, hasAccount: false }]);

  const ended = await idOf(withdrawn);
  await atOnce(ended, [
    async () => community.get(ResendInvitationService).execute(await admin(), ended),
    async () => community.get(WithdrawInvitationService).execute(await admin(), ended),
  ]);
  expect(await waitingLinks(withdrawn)).toEqual([]);
  const [link] = await waitingLinks(accepted); // as if it had arrived, and the answer of the server had not
  await expect(accept(link!, 'x')).rejects.toMatchObject({ details: { field: 'nickname' } });
  expect(await waitingLinks(accepted)).toEqual([link]);
  await accept(link!);

  await community.runJobs();
  expect(mails.map((mail) => mailbox.to(mail).length)).toEqual([1, 0, 0, 1]);
  expect(linkTo(renewed)).toBe(after);
  await community.get(ResendInvitationService).execute(await admin(), await idOf(other));
  await community.runJobs();
  expect(mailbox.to(other)).toHaveLength(2); // what has left is no hindrance
});

/** Lets them meet at an invitation: somebody holds it until all of them wait. @returns how each ended */
async function atOnce(id: string, acts: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const holder = community.owner.createQueryRunner();
  try {
    await holder.startTransaction();
    await holder.query('SELECT FROM identity.invitation WHERE id = $1 FOR UPDATE', [id]);
    const ends = Promise.allSettled(acts.map((act) => act()));
    const allWait = async () => (await lockWaits(community)) === acts.length || undefined;
    await eventually('all of them to wait', allWait, 10_000);
    await holder.commitTransaction();
    return (await ends).map(({ status }) => status);
  } finally {
    await holder.release();
  }
}
