import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  ChangePasswordService,
  ConfirmMailChangeService,
  DeleteAccountService,
  EraseAccount,
  ExportOwnDataService,
  IdentityPort,
  RequestMailChangeService,
  RequestPasswordResetService,
  ResetPasswordService,
  SignInService,
} from '@kundig/identity/server';
import { ForumPersonalData } from '@kundig/forum/server';
import {
  InvalidInput,
  NotFound,
  RequestContext,
  TooManyRequests,
  type SessionDoor,
  Worker,
} from '@kundig/platform/server';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';
import { TEST_PASSWORD } from '../../support/members.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own));

let member: TestMember;
let address: string;
beforeEach(async () => {
  address = randomUUID(); // limits count by it
  member = await community.member();
});

/** A session that remembers what was done to it. */
function sessionOf(log: string[]): SessionDoor {
  return { signIn: async (id) => void log.push(`in ${id}`), signOut: async () => void log.push('out') };
}

async function as(who: TestMember, log: string[] = []): Promise<RequestContext> {
  const { actor } = await community.as(who);
  return RequestContext.for({ actor, locale: 'de', clientAddress: address, session: sessionOf(log) });
}

const visitor = (): RequestContext =>
  RequestContext.for({
    actor: community.visitor().actor,
    locale: 'de',
    clientAddress: address,
    session: sessionOf([]),
  });

const signIn = (mail: string, password: string) =>
  community.get(SignInService).execute(visitor(), { mail, password });

async function accountOf({ mail }: TestMember): Promise<string> {
  const [{ id }] = await community.owner.query('SELECT id FROM identity.account WHERE mail = $1', [mail]);
  return id;
}

/** @returns id of a session on another device */
async function sessionElsewhere(who: TestMember): Promise<string> {
  const sid = randomUUID();
  await community.owner.query(`INSERT INTO identity.session VALUES ($1, $2, now() + interval '1 day')`, [
    sid,
    { passport: { user: await accountOf(who) } },
  ]);
  return sid;
}

const sessionExists = async (sid: string): Promise<boolean> =>
  (await community.owner.query<unknown[]>('SELECT FROM identity.session WHERE sid = $1', [sid])).length > 0;

async function resetToken(who: TestMember): Promise<string> {
  await community.get(RequestPasswordResetService).execute(visitor(), who.mail);
  await community.runJobs();
  return tokenIn(mailbox.to(who.mail).at(-1)!, 'reset-password');
}

const NEW_PASSWORD = 'Gummistiefel am Sonntag';
const reset = (token: string) =>
  community.get(ResetPasswordService).execute(visitor(), { token, password: 'Regenschirm am Montag' });

describe('another password', () => {
  const change = async (fields: { currentPassword?: string; password?: string }, log?: string[]) =>
    community.get(ChangePasswordService).execute(await as(member, log), {
      currentPassword: TEST_PASSWORD,
      password: NEW_PASSWORD,
      ...fields,
    });

  it('replaces the old one: sessions and links of before end, this one begins anew, and the owner is told', async () => {
    const [elsewhere, token, log] = [
      await sessionElsewhere(member),
      await resetToken(member),
      [] as string[],
    ];
    await change({}, log);
    expect(log).toEqual([`in ${await accountOf(member)}`]);
    expect(await sessionExists(elsewhere)).toBe(false);
    await expect(reset(token)).rejects.toMatchObject({ details: { field: 'token' } });
    await expect(signIn(member.mail, TEST_PASSWORD)).rejects.toBeInstanceOf(InvalidInput);
    await expect(signIn(member.mail, NEW_PASSWORD)).resolves.toBe('signed-in');
    await community.runJobs();
    expect(mailbox.to(member.mail).at(-1)!.text).toContain('soeben geändert');
  });

  it.each([
    ['currentPassword', { currentPassword: 'falsch geraten' }],
    ['password', { password: 'passwort1' }],
    ['password', { password: 'kurz' }],
  ])('is refused with %s as the field at fault, and nothing changes', async (field, fields) => {
    const tables = ['identity.account', 'identity.session', 'identity.outbox_mail'];
    await sessionElsewhere(member);
    const before = await community.snapshotOf(...tables);
    await expect(change(fields)).rejects.toMatchObject({ details: { field } });
    expect(await community.snapshotOf(...tables)).toEqual(before);
  });

  it('must not be the nickname, as for registering', async () => {
    await expect(change({ password: member.nickname })).rejects.toMatchObject({
      details: { field: 'password' },
    });
  });

  it('is set once by two changes at the same time', async () => {
    const both = await Promise.allSettled([change({}), change({ password: 'Regenschirm am Montag' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await community.runJobs();
    expect(mailbox.to(member.mail)).toHaveLength(1);
  });

  it('cannot be reached by guessing: tries count as tries to sign in', async () => {
    const tries = [];
    for (let number = 0; number < 11; number += 1)
      tries.push(await change({ currentPassword: `falsch ${number}` }).catch((error: unknown) => error));
    expect(tries.filter((error) => error instanceof InvalidInput)).toHaveLength(10);
    expect(tries[10]).toBeInstanceOf(TooManyRequests);
    await expect(signIn(member.mail, TEST_PASSWORD)).rejects.toBeInstanceOf(TooManyRequests);
  });
});

describe('another address', () => {
  const newMail = () => `neu-${randomUUID().slice(0, 8)}@kunde.example`;
  const want = async (mail: string, who = member, currentPassword = TEST_PASSWORD) => {
    await community.get(RequestMailChangeService).execute(await as(who), { currentPassword, mail });
    await community.runJobs();
  };
  const linkTo = (mail: string) => tokenIn(mailbox.to(mail).at(-1)!, 'settings/account/mail');
  const confirm = async (token: string, who = member) =>
    community.get(ConfirmMailChangeService).execute(await as(who), token);
  const tables = ['identity.account', 'identity.mail_change', 'identity.outbox_mail', 'identity.reset_link'];
  const linkExpired = { details: { field: 'token' }, messageKey: 'identity:error.linkExpired' };

  it('holds once its link is confirmed; sessions stay, links in the old mailbox end, and the old one is told', async () => {
    const [mail, elsewhere, token] = [newMail(), await sessionElsewhere(member), await resetToken(member)];
    await want(mail);
    await expect(signIn(mail, TEST_PASSWORD)).rejects.toBeInstanceOf(InvalidInput);
    expect(mailbox.to(member.mail).at(-1)!.text).toContain('eine andere E-Mail-Adresse eintragen');
    await confirm(linkTo(mail));
    await expect(signIn(mail, TEST_PASSWORD)).resolves.toBe('signed-in');
    await expect(signIn(member.mail, TEST_PASSWORD)).rejects.toBeInstanceOf(InvalidInput);
    expect(await sessionExists(elsewhere)).toBe(true);
    await expect(reset(token)).rejects.toMatchObject(linkExpired);
    await community.runJobs();
    expect(mailbox.to(member.mail).at(-1)!.text).toContain('hat jetzt eine andere E-Mail-Adresse');
    await expect(confirm(linkTo(mail))).rejects.toMatchObject(linkExpired);
  });

  it('that somebody has looks the same from here; its owner is told, and gets no link', async () => {
    const [owner, free] = [await community.member(), newMail()];
    const rowsAfter = async (mail: string) => {
      await want(mail, await community.member());
      const [row] = await community.owner.query(
        `SELECT count(*)::int AS changes, (SELECT count(*)::int FROM identity.outbox_mail WHERE recipient = $1) AS mails
         FROM identity.mail_change WHERE mail = $1 AND token_hash IS NOT NULL`,
        [mail],
      );
      return row;
    };
    expect(await rowsAfter(owner.mail)).toEqual(await rowsAfter(free));
    const { text } = mailbox.to(owner.mail).at(-1)!;
    expect(text).toContain('schon zu Ihrem Konto');
    expect(text).not.toContain('/settings/account/mail/');
  });

  it('is not taken by a link that is a day old, replaced, somebody else’s, or older than the password', async () => {
    const [slip, mail, other] = [newMail(), newMail(), await community.member()];
    await want(slip);
    await want(mail);
    await expect(confirm(linkTo(slip))).rejects.toMatchObject(linkExpired);
    await expect(confirm(linkTo(mail), other)).rejects.toMatchObject(linkExpired);
    community.clock.advance({ minutes: 24 * 60 + 1 });
    await expect(confirm(linkTo(mail))).rejects.toMatchObject(linkExpired);
    await want(mail);
    await community.get(ChangePasswordService).execute(await as(member), {
      ...{ currentPassword: TEST_PASSWORD, password: NEW_PASSWORD },
    });
    await expect(confirm(linkTo(mail))).rejects.toMatchObject(linkExpired);
    await expect(signIn(member.mail, NEW_PASSWORD)).resolves.toBe('signed-in');
  });

  it('goes to one of two who want it at once, and a click counts once', async () => {
    const [mail, other] = [newMail(), await community.member()];
    await want(mail);
    const first = linkTo(mail);
    await want(mail, other);
    const second = linkTo(mail);
    const clicks = [confirm(first), confirm(first), confirm(second, other), confirm(second, other)];
    const done = (await Promise.allSettled(clicks)).filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(1);
    const mails = await community.owner.query(
      'SELECT mail::text FROM identity.account WHERE member_id = ANY($1)',
      [[member.memberId, other.memberId]],
    );
    expect(mails.filter((row: { mail: string }) => row.mail === mail)).toHaveLength(1);
  });

  it.each([
    ['currentPassword', async () => want(newMail(), member, 'falsch geraten')],
    ['mail', async () => want(member.mail.toUpperCase())],
  ])('is refused with %s as the field at fault, and nothing changes', async (field, attempt) => {
    const before = await community.snapshotOf(...tables);
    await expect(attempt()).rejects.toMatchObject({ details: { field } });
    expect(await community.snapshotOf(...tables)).toEqual(before);
  });

  it('does not fill somebody else’s mailbox: five mails a day, whoever asks', async () => {
    const mail = newMail();
    for (let number = 0; number < 5; number += 1) await want(mail, await community.member());
    await expect(want(mail)).rejects.toBeInstanceOf(TooManyRequests);
    expect(mailbox.to(mail)).toHaveLength(5);
  });
});

describe('an account its owner deletes', () => {
  const leave = async (who = member, currentPassword = TEST_PASSWORD, log?: string[]) =>
    community.get(DeleteAccountService).execute(await as(who, log), currentPassword);
  const compareInTheNight = () => community.get(Worker).perform('app', 'pseudonyms.reconcile-personas', {});
  const accountsOf = (who: TestMember) =>
    community.owner.query<{ state: string }[]>('SELECT state FROM identity.account WHERE member_id = $1', [
      who.memberId,
    ]);

  it('acts no more at once, and nothing is left that names the person or leads to their personas', async () => {
    const [board, log] = [await community.board(), [] as string[]];
    const thread = await community.question(member, board);
    const hidden = await community.question(member, board, { anonymous: true });
    const [{ id: personaId, name: personaName }] = await community.owner.query(
      `SELECT p.id, p.name::text FROM forum.thread t JOIN pseudonyms.pseudonym p ON p.id = t.author_id WHERE t.public_id = $1`,
      [hidden.publicId],
    );
    const [id, elsewhere] = [await accountOf(member), await sessionElsewhere(member)];
    await leave(member, TEST_PASSWORD, log);
    expect(log).toEqual(['out']);
    expect(await sessionExists(elsewhere)).toBe(false);
    await expect(signIn(member.mail, TEST_PASSWORD)).rejects.toBeInstanceOf(InvalidInput);
    expect(await community.get(IdentityPort).actorFor(id)).toBeNull();
    await community.runJobs();
    const [last, ...more] = mailbox.to(member.mail);
    expect([last!.text, more]).toEqual([expect.stringContaining('ist gelöscht'), []]);
    const rows = await community.snapshotOf(
      ...['identity.account', 'identity.thread_state', 'identity.persona_post', 'identity.draft'],
      ...['forum.thread', 'forum.post', 'pseudonyms.pseudonym', 'groups.role_grant', 'search.document'],
    );
    for (const trace of [member.nickname, member.mail, id]) expect(JSON.stringify(rows)).not.toContain(trace);
    const posts = await community.owner.query(
      `SELECT t.public_id, p.author_id FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id
       WHERE t.public_id = ANY($1) ORDER BY p.author_id NULLS FIRST`,
      [[thread.publicId, hidden.publicId]],
    );
    expect(posts).toEqual([
      { public_id: thread.publicId, author_id: null },
      { public_id: hidden.publicId, author_id: personaId }, // as before: a change would tell whose it was
    ]);
    await compareInTheNight();
    const personas = await community.owner.query(
      `SELECT p.name::text, x.pseudonym_id FROM pseudonyms.pseudonym p
       LEFT JOIN pseudonyms.persona x ON x.pseudonym_id = p.id WHERE p.id = $1`,
      [personaId],
    );
    expect(personas).toEqual([{ name: personaName, pseudonym_id: null }]);
  });

  it('stays as it is without its password', async () => {
    const tables = ['identity.account', 'identity.session', 'jobs_identity._private_jobs'];
    const before = await community.snapshotOf(...tables);
    await expect(leave(member, 'falsch geraten')).rejects.toMatchObject({
      details: { field: 'currentPassword' },
    });
    expect(await community.snapshotOf(...tables)).toEqual(before);
  });

  it('is gone once when it is deleted twice at the same time, and one mail says so', async () => {
    const both = await Promise.allSettled([leave(), leave()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await community.runJobs();
    expect(await accountsOf(member)).toEqual([]);
    expect(mailbox.to(member.mail)).toHaveLength(1);
  });

  it('beside a post of the same moment leaves a whole post without a name, or none', async () => {
    const thread = await community.question(await community.member(), await community.board());
    const [posted] = await Promise.allSettled([
      community.reply(member, thread, { anonymous: true }),
      leave(),
    ]);
    await community.runJobs();
    await compareInTheNight();
    expect(await accountsOf(member)).toEqual([]);
    const posts = await community.owner.query(
      `SELECT x.pseudonym_id AS link FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id
       LEFT JOIN pseudonyms.persona x ON x.pseudonym_id = p.author_id WHERE t.public_id = $1 AND p.position > 1`,
      [thread.publicId],
    );
    expect(posts).toEqual(posted.status === 'fulfilled' ? [{ link: null }] : []);
  });

  it('is not that of the last administrator, also when the last two go at once', async () => {
    const [one, two] = [await community.withRole('administrator'), await community.withRole('administrator')];
    const both = await Promise.allSettled([leave(one), leave(two)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { messageKey: 'groups:error.lastAdministrator' },
    });
    await community.runJobs();
    const left = [...(await accountsOf(one)), ...(await accountsOf(two))];
    expect(left).toEqual([{ state: 'active' }]);
    const grants = await community.owner.query(`SELECT FROM groups.role_grant WHERE role = 'administrator'`);
    expect(grants).toHaveLength(1);
  });

  it('is forgotten to the end when the first run broke off half way', async () => {
    const job = community.get(EraseAccount);
    const accountId = await accountOf(member);
    await leave();
    const broken = jest.spyOn(community.get(ForumPersonalData), 'erase');
    broken.mockRejectedValueOnce(new Error('the database is away'));
    await expect(job.run(RequestContext.system(), { accountId })).rejects.toThrow('away');
    expect(await accountsOf(member)).toEqual([{ state: 'leaving' }]);
    await community.runJobs();
    expect(await accountsOf(member)).toEqual([]);
  });
});

describe('the file of one’s own data', () => {
  const unlock = async (who = member, currentPassword = TEST_PASSWORD) =>
    community.get(ExportOwnDataService).unlock(await as(who), currentPassword);
  const rowsFor = async (ticket: string, who = member) => {
    const rows = [];
    for await (const row of await community.get(ExportOwnDataService).execute(await as(who), ticket))
      rows.push(row);
    return rows;
  };

  it('holds what every domain keeps, anonymous posts to the quarter of an hour, and nothing of others', async () => {
    const [board, other] = [await community.board(), await community.member()];
    const foreign = await community.question(other, board, { title: 'Wessen Titel ist das eigentlich?' });
    await community.reply(other, foreign, { body: 'Das gehört dem anderen allein.' });
    await community.reply(member, foreign, { body: 'Diese Antwort ist von mir.' });
    await community.question(member, board, {
      anonymous: true,
      title: 'Eine Frage, die niemand mir zuordnet',
    });
    await community.runJobs();
    const rows = await rowsFor(await unlock());
    const kinds = new Set(rows.map(({ kind }) => kind));
    for (const kind of ['account', 'member', 'persona', 'post', 'thread', 'anonymous-post'])
      expect([kind, kinds.has(kind)]).toEqual([kind, true]);
    const text = JSON.stringify(rows);
    for (const own of [
      member.mail,
      member.nickname,
      'Diese Antwort ist von mir.',
      'die niemand mir zuordnet',
    ])
      expect(text).toContain(own);
    for (const theirs of [
      other.mail,
      other.nickname,
      other.memberId,
      'Das gehört dem anderen',
      foreign.title,
    ])
      expect(text).not.toContain(theirs);
    const { writtenAt } = rows.find(({ kind }) => kind === 'anonymous-post') as unknown as {
      writtenAt: string;
    };
    expect(Date.parse(writtenAt) % (15 * 60_000)).toBe(0);
  });

  it('opens for its owner alone, for ten minutes, and not after another password', async () => {
    const other = await community.member();
    const ticket = await unlock();
    await expect(rowsFor(ticket, other)).rejects.toBeInstanceOf(NotFound);
    await expect(rowsFor(`${Number.MAX_SAFE_INTEGER}.${ticket.split('.')[1]}`)).rejects.toBeInstanceOf(
      NotFound,
    );
    await community.get(ChangePasswordService).execute(await as(member), {
      ...{ currentPassword: TEST_PASSWORD, password: NEW_PASSWORD },
    });
    await expect(rowsFor(ticket)).rejects.toBeInstanceOf(NotFound);
    const late = await unlock(member, NEW_PASSWORD);
    community.clock.advance({ minutes: 11 });
    await expect(rowsFor(late)).rejects.toBeInstanceOf(NotFound);
  });

  it('is not opened without the password', async () => {
    await expect(unlock(member, 'falsch geraten')).rejects.toMatchObject({
      details: { field: 'currentPassword' },
    });
  });
});
