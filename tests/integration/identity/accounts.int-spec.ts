import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  BecomeFirstAdministratorService,
  ConfirmMailService,
  ConfirmRegistrationService,
  IdentityPort,
  InviteFirstAdministratorService,
  RegisterService,
  RequestPasswordResetService,
  ResetPasswordService,
  SignInService,
} from '@kundig/identity/server';
import {
  Conflict,
  IdentityDatabase,
  InvalidInput,
  NotFound,
  RequestContext,
  TooManyRequests,
  type SessionDoor,
} from '@kundig/platform/server';
import type { TestCommunity } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';
import { TEST_PASSWORD } from '../../support/members.js';

let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own));

/** Each test calls from an address of its own, as limits count by it. */
let address: string;
beforeEach(() => {
  address = randomUUID();
});

function someone(session?: SessionDoor): RequestContext {
  const { actor } = community.visitor();
  return RequestContext.for({ actor, locale: 'de', clientAddress: address, session });
}

/** A session that remembers whom it was bound to. */
function sessionOf(signedIn: string[]): SessionDoor {
  return { signIn: async (accountId) => void signedIn.push(accountId), signOut: async () => undefined };
}

const fresh = () => {
  const nickname = `Gast${randomUUID().slice(0, 8)}`;
  return { nickname, mail: `${nickname.toLowerCase()}@kunde.example`, password: 'Regenschirm am Mittwoch' };
};
const register = (fields: ReturnType<typeof fresh>, website?: string) =>
  community.get(RegisterService).execute(someone(), { ...fields, website });
const signIn = (mail: string, password: string, signedIn: string[] = []) =>
  community.get(SignInService).execute(someone(sessionOf(signedIn)), { mail, password });

describe('registration', () => {
  it('of a program that fills the field no person sees leaves nothing, and is not told so', async () => {
    const tables = ['identity.registration', 'identity.outbox_mail', 'pseudonyms.nickname_reservation'];
    const before = await community.snapshotOf(...tables);
    await register(fresh(), 'https://spam.example');
    expect(await community.snapshotOf(...tables)).toEqual(before);
  });

  it('makes a member and an account once the mail is confirmed, with the texts that were accepted', async () => {
    const fields = fresh();
    const signedIn: string[] = [];
    await register(fields);
    await expect(signIn(fields.mail, fields.password)).rejects.toBeInstanceOf(InvalidInput);
    await community.runJobs();
    const [mail, ...more] = mailbox.to(fields.mail);
    expect(more).toEqual([]);
    await community.get(ConfirmMailService).execute(someone(sessionOf(signedIn)), tokenIn(mail!, 'confirm'));
    const [accountId] = signedIn;
    const actor = await community.get(IdentityPort).actorFor(accountId!);
    const [member] = await community.owner.query(
      'SELECT name::text FROM pseudonyms.pseudonym WHERE id = $1',
      [actor!.memberId],
    );
    expect(member.name).toBe(fields.nickname);
    const consents = await community.owner.query(
      'SELECT text_slug, version FROM identity.consent WHERE account_id = $1 ORDER BY 1',
      [accountId],
    );
    expect(consents).toEqual([
      { text_slug: 'netiquette', version: '2026-11-01' },
      { text_slug: 'privacy', version: '2026-11-01' },
      { text_slug: 'terms', version: '2026-11-01' },
    ]);
    await signIn(fields.mail.toUpperCase(), fields.password, signedIn);
    expect(signedIn[1]).toBe(accountId);
  });

  it('takes each link once, also when five clicks come at once, and not after a day (V6.5.1, V6.5.5)', async () => {
    const [one, late] = [fresh(), fresh()];
    await register(one);
    await register(late);
    await community.runJobs();
    const token = tokenIn(mailbox.to(one.mail)[0]!, 'confirm');
    const clicks = await Promise.allSettled(
      Array.from({ length: 5 }, () => community.get(ConfirmMailService).execute(someone(), token)),
    );
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    community.clock.advance({ minutes: 24 * 60 + 1 });
    const lateToken = tokenIn(mailbox.to(late.mail)[0]!, 'confirm');
    await expect(community.get(ConfirmMailService).execute(someone(), lateToken)).rejects.toMatchObject({
      details: { field: 'token' },
    });
    const [{ count }] = await community.owner.query(
      'SELECT count(*)::int AS count FROM identity.account WHERE mail = ANY($1::citext[])',
      [[one.mail, late.mail]],
    );
    expect(count).toBe(1);
  });

  it('does the same for a known mail, but writes to its owner that there is an account', async () => {
    const member = await community.member();
    const [known, unknown] = [{ ...fresh(), mail: member.mail }, fresh()];
    const rowsAfter = async (fields: ReturnType<typeof fresh>) => {
      await community.runJobs(); // of the tests before
      await register(fields);
      const [row] = await community.owner.query(
        `SELECT (SELECT count(*) FROM identity.registration WHERE mail = $1) AS registrations,
           (SELECT count(*) FROM pseudonyms.nickname_reservation WHERE name = $2) AS reservations,
           (SELECT count(*) FROM jobs_identity._private_jobs) AS jobs, (SELECT count(*) FROM identity.outbox_mail WHERE recipient = $1) AS mails`,
        [fields.mail, fields.nickname],
      );
      await community.runJobs();
      return row;
    };
    expect(await rowsAfter(known)).toEqual(await rowsAfter(unknown));
    const [mail] = mailbox.to(member.mail);
    expect(mail!.text).toContain('Sie haben hier aber schon ein Konto');
    expect(mail!.text).not.toMatch(/\/(confirm|reset-password)\//);
    await expect(signIn(member.mail, known.password)).rejects.toBeInstanceOf(InvalidInput);
    await expect(signIn(member.mail, TEST_PASSWORD)).resolves.toBe('signed-in');
  });

  it('names all that is wrong at once, and keeps nothing', async () => {
    const before = await community.snapshotOf('identity.registration', 'pseudonyms.nickname_reservation');
    await expect(
      register({ ...fresh(), nickname: 'Petra Weiß', password: 'passwort1' }),
    ).rejects.toMatchObject({
      faults: [
        { field: 'nickname', messageKey: 'pseudonyms:error.nicknameForm' },
        { field: 'password', messageKey: 'identity:password.common' },
      ],
    });
    expect(await community.snapshotOf('identity.registration', 'pseudonyms.nickname_reservation')).toEqual(
      before,
    );
  });

  it('of two at once for one nickname takes one', async () => {
    const { nickname } = fresh();
    const both = await Promise.allSettled([
      register({ ...fresh(), nickname }),
      register({ ...fresh(), nickname: nickname.toUpperCase() }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of two for one mail makes one account, with the password of the link that was clicked', async () => {
    const [first, second] = [fresh(), fresh()];
    second.mail = first.mail;
    second.password = 'Gummistiefel am Freitag';
    await Promise.all([register(first), register(second)]);
    await community.runJobs();
    const tokens = mailbox.to(first.mail).map((mail) => ({ token: tokenIn(mail, 'confirm'), mail }));
    const mine = tokens.find(({ mail }) => mail.text.includes(second.nickname))!;
    await community.get(ConfirmMailService).execute(someone(), mine.token);
    const other = tokens.find(({ token }) => token !== mine.token)!;
    await expect(community.get(ConfirmMailService).execute(someone(), other.token)).rejects.toBeInstanceOf(
      InvalidInput,
    );
    await expect(signIn(first.mail, second.password)).resolves.toBe('signed-in');
    await expect(signIn(first.mail, first.password)).rejects.toBeInstanceOf(InvalidInput);
  });

  it('is confirmed by the operator where no mail arrives; of several under one mail, the one that is named', async () => {
    const [owner, other] = [fresh(), fresh()];
    other.mail = owner.mail;
    const confirm = (nickname?: string) =>
      community.get(ConfirmRegistrationService).execute(RequestContext.system(), {
        mail: owner.mail.toUpperCase(),
        nickname,
      });
    await expect(confirm()).rejects.toBeInstanceOf(NotFound);
    await register(owner);
    await register(other);
    await expect(confirm()).rejects.toBeInstanceOf(Conflict);
    await expect(signIn(owner.mail, owner.password)).rejects.toBeInstanceOf(InvalidInput);
    expect(await confirm(owner.nickname)).toBe(owner.nickname);
    await expect(signIn(owner.mail, owner.password)).resolves.toBe('signed-in');
    await expect(confirm(other.nickname)).rejects.toBeInstanceOf(NotFound);
  });

  it('stores no token that a thief of the database could use', async () => {
    const fields = fresh();
    await register(fields);
    await community.runJobs();
    const token = tokenIn(mailbox.to(fields.mail)[0]!, 'confirm');
    const rows = await community.snapshotOf(
      'identity.registration',
      'identity.outbox_mail',
      'identity.reset_link',
      'jobs_identity._private_jobs',
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a forgotten password', () => {
  it('is replaced by the link of a mail, once; every session ends and the owner is told', async () => {
    const member = await community.member();
    const [{ id }] = await community.owner.query('SELECT id FROM identity.account WHERE mail = $1', [
      member.mail,
    ]);
    await community.owner.query(`INSERT INTO identity.session VALUES ($1, $2, now() + interval '1 day')`, [
      randomUUID(),
      { passport: { user: id } },
    ]);
    await community.get(RequestPasswordResetService).execute(someone(), member.mail);
    await community.runJobs();
    const reset = {
      token: tokenIn(mailbox.to(member.mail)[0]!, 'reset-password'),
      password: 'Gummistiefel am Sonntag',
    };
    await community.get(ResetPasswordService).execute(someone(), reset);
    await expect(community.get(ResetPasswordService).execute(someone(), reset)).rejects.toBeInstanceOf(
      InvalidInput,
    );
    await expect(signIn(member.mail, TEST_PASSWORD)).rejects.toBeInstanceOf(InvalidInput);
    await expect(signIn(member.mail, reset.password)).resolves.toBe('signed-in');
    const sessions = await community.owner.query(
      `SELECT 1 FROM identity.session WHERE sess #>> '{passport,user}' = $1`,
      [id],
    );
    expect(sessions).toEqual([]);
    await community.runJobs();
    expect(mailbox.to(member.mail).at(-1)!.text).toContain('soeben geändert');
  });

  it('of an unknown mail is asked for in the same way and sends nothing', async () => {
    const { mail } = fresh();
    await community.get(RequestPasswordResetService).execute(someone(), mail);
    await community.runJobs();
    expect(mailbox.to(mail)).toEqual([]);
  });

  it('is not replaced by a link older than an hour, nor by an easy one', async () => {
    const member = await community.member();
    await community.get(RequestPasswordResetService).execute(someone(), member.mail);
    await community.runJobs();
    const token = tokenIn(mailbox.to(member.mail)[0]!, 'reset-password');
    await expect(
      community.get(ResetPasswordService).execute(someone(), { token, password: 'passwort1' }),
    ).rejects.toMatchObject({
      details: { field: 'password' },
    });
    community.clock.advance({ minutes: 61 });
    await expect(
      community.get(ResetPasswordService).execute(someone(), { token, password: 'Gummistiefel am Montag' }),
    ).rejects.toMatchObject({ details: { field: 'token' } });
    await expect(signIn(member.mail, TEST_PASSWORD)).resolves.toBe('signed-in');
  });
});

describe('limits', () => {
  it('let ten of forty parallel tries for one mail through (V6.3.1)', async () => {
    const member = await community.member();
    const tries = await Promise.allSettled(
      Array.from({ length: 40 }, () => signIn(member.mail, 'falsch geraten')),
    );
    const refused = tries.filter(
      ({ status, ...rest }) =>
        status === 'rejected' && (rest as PromiseRejectedResult).reason instanceof TooManyRequests,
    );
    expect(refused).toHaveLength(30);
    await expect(signIn(member.mail, TEST_PASSWORD)).rejects.toBeInstanceOf(TooManyRequests);
  });

  it('stop an address that registers one after another', async () => {
    const tries = [];
    for (let number = 0; number < 11; number++)
      tries.push(
        await register(fresh()).then(
          () => 'taken',
          (error: unknown) => error,
        ),
      );
    expect(tries.filter((answer) => answer === 'taken')).toHaveLength(10);
    expect(tries[10]).toBeInstanceOf(TooManyRequests);
  });
});

describe('somebody else’s mailbox', () => {
  it('is not filled by asking or registering over and over', async () => {
    const member = await community.member();
    for (let number = 0; number < 5; number++)
      await community.get(RequestPasswordResetService).execute(someone(), member.mail);
    await community.runJobs();
    expect(mailbox.to(member.mail)).toHaveLength(3);
    const { mail } = fresh();
    for (let number = 0; number < 7; number++) await register({ ...fresh(), mail });
    await community.runJobs();
    expect(mailbox.to(mail)).toHaveLength(5);
  });
});

describe('a password that is tried', () => {
  it('gets one row of the database, whether the mail is known, blocked or unknown: entities are made of none', async () => {
    const [known, blocked] = [await community.member(), await community.member()];
    await community.owner.query(`UPDATE identity.account SET state = 'blocked' WHERE mail = $1`, [
      blocked.mail,
    ]);
    const entities = jest.spyOn(community.get(IdentityDatabase), 'repository');
    const asked = jest.spyOn(community.get(IdentityDatabase), 'query');
    const columns: string[][] = [];
    for (const mail of [known.mail, blocked.mail, fresh().mail]) {
      asked.mockClear();
      await expect(signIn(mail, 'falsch geraten')).rejects.toBeInstanceOf(InvalidInput);
      expect(asked).toHaveBeenCalledTimes(1);
      const rows = (await asked.mock.results[0]!.value) as object[];
      expect(rows).toHaveLength(1);
      columns.push(Object.keys(rows[0]!));
    }
    expect(new Set(columns.map(String)).size).toBe(1);
    expect(entities).not.toHaveBeenCalled();
    jest.restoreAllMocks();
  });
});

describe('a blocked account', () => {
  it('acts no more, and cannot sign in', async () => {
    const member = await community.member();
    const [{ id }] = await community.owner
      .query(`UPDATE identity.account SET state = 'blocked' WHERE mail = $1 RETURNING id`, [member.mail])
      .then(([rows]) => rows);
    expect(await community.get(IdentityPort).actorFor(id)).toBeNull();
    await expect(signIn(member.mail, TEST_PASSWORD)).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe('the first administrator', () => {
  const invite = () => community.get(InviteFirstAdministratorService).execute(RequestContext.system());
  const become = (token: string, signedIn: string[] = [], changes: Partial<ReturnType<typeof fresh>> = {}) =>
    community
      .get(BecomeFirstAdministratorService)
      .execute(someone(sessionOf(signedIn)), { ...fresh(), ...changes, token });
  const works = async (token: string) =>
    (
      await community.ask<{ firstAdministratorLinkWorks: boolean }>(
        community.visitor(),
        'query ($token: String!) { firstAdministratorLinkWorks(token: $token) }',
        { token },
      )
    ).firstAdministratorLinkWorks;
  const tokenOf = (link: string | null) =>
    /^http:\/\/community\.test\/first-administrator\/([\w-]{43})$/.exec(link!)![1]!;
  const state = () =>
    community.snapshotOf('identity.account', 'groups.role_grant', 'identity.first_administrator_link');

  it('is made on a link of the start, of which only the hash is stored; a mistake does not use it up', async () => {
    const token = tokenOf(await invite());
    const before = await state();
    expect(JSON.stringify(before)).not.toContain(token);
    await expect(become(token, [], { password: 'password' })).rejects.toBeInstanceOf(InvalidInput);
    await expect(become('x'.repeat(43))).rejects.toBeInstanceOf(InvalidInput);
    expect(await state()).toEqual(before);
    expect([await works(token), await works('x'.repeat(43))]).toEqual([true, false]);
    community.clock.advance({ minutes: 25 * 60 });
    expect(await works(token)).toBe(false);
    await expect(become(token)).rejects.toBeInstanceOf(InvalidInput);
    expect(await state()).toEqual(before);
  });

  it('is one, however many links there are and whoever is quick; then no link works, and none is made', async () => {
    const tokens = [tokenOf(await invite()), tokenOf(await invite())];
    const signedIn: string[] = [];
    const tries = await Promise.allSettled([...tokens, tokens[0]!].map((token) => become(token, signedIn)));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const { memberId } = (await community.get(IdentityPort).actorFor(signedIn[0]!))!;
    const grants = await community.owner.query('SELECT member_id, role, board_id FROM groups.role_grant');
    expect(grants).toEqual([{ member_id: memberId, role: 'administrator', board_id: null }]);
    expect(await invite()).toBeNull();
    await expect(become(tokens[1]!)).rejects.toBeInstanceOf(InvalidInput);
    expect(await works(tokens[1]!)).toBe(false);
  });
});
