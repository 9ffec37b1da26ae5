import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ResetMemberSecondFactorService } from '@kundig/administration/server';
import {
  BeginSecondFactorService,
  ChangePasswordService,
  ConfirmSecondFactorService,
  EndSecondFactorService,
  IdentityPort,
  ProveSecondFactorService,
  ResetPasswordService,
  RequestPasswordResetService,
  SignInByCodeService,
  SignInService,
} from '@kundig/identity/server';
import {
  Conflict,
  InvalidInput,
  KeyRing,
  NotAllowed,
  NotFound,
  RequestContext,
  TooManyRequests,
  type SecondFactor,
  Worker,
} from '@kundig/platform/server';
import { DemandSecondFactorService, SiteSettings } from '@kundig/site/server';
import { TestAuthenticator } from '../../support/authenticator.js';
import type { TestCommunity, TestMember } from '../../support/community.js';
import { type Mailbox, tokenIn } from '../../support/mailbox.js';
import { withMailingCommunity } from '../../support/mailing-community.js';
import { TEST_PASSWORD } from '../../support/members.js';

const keysDir = mkdtempSync(join(tmpdir(), 'kundig-keys-'));
cpSync(process.env.KEYS_DIR!, keysDir, { recursive: true });
let community: TestCommunity;
let mailbox: Mailbox;
withMailingCommunity((own) => void ({ community, mailbox } = own), { KEYS_DIR: keysDir });
afterAll(() => rmSync(keysDir, { recursive: true }));

let moderator: TestMember;
let address: string;
let sessions: { accountId: string; factorProvedAt?: Date }[];
beforeEach(async () => {
  address = randomUUID(); // limits count by it
  sessions = [];
  moderator = await community.withRole('moderator');
});

const TABLES = ['identity.second_factor', 'identity.recovery_code', 'identity.session'];
const FACTOR: SecondFactor = { on: true, owed: false, provedAt: null };
const fresh = (): SecondFactor => ({ ...FACTOR, provedAt: community.clock.now() });

async function as(who: TestMember | null, secondFactor?: SecondFactor): Promise<RequestContext> {
  const { actor } = who ? await community.as(who) : community.visitor();
  const session = {
    signIn: async (accountId: string, factorProvedAt?: Date) =>
      void sessions.push({ accountId, factorProvedAt }),
    signOut: async () => void sessions.pop(),
  };
  return RequestContext.for({ actor, locale: 'de', clientAddress: address, session, secondFactor });
}

interface Setup {
  secret: string;
  recoveryCodes: string[];
  qrCode: { size: number; path: string };
}
const setupOf = async (who: TestMember): Promise<Setup | null> => {
  const query = '{ secondFactor { setup { secret recoveryCodes qrCode { size path } } } }';
  const { secondFactor } = await community.ask<{ secondFactor: { setup: Setup | null } }>(
    await as(who),
    query,
  );
  return secondFactor.setup;
};

async function begin(who: TestMember): Promise<Setup & { app: TestAuthenticator }> {
  await community.get(BeginSecondFactorService).execute(await as(who), TEST_PASSWORD);
  const setup = (await setupOf(who))!;
  return { ...setup, app: new TestAuthenticator(setup.secret, community.clock) };
}

/** A second factor in force, whose first code is spent. */
async function setUp(who: TestMember) {
  const begun = await begin(who);
  await community.get(ConfirmSecondFactorService).execute(await as(who), begun.app.code());
  community.clock.advance({ seconds: 30 });
  sessions = [];
  return begun;
}

const byPassword = async (who: TestMember, password = TEST_PASSWORD) =>
  community.get(SignInService).execute(await as(null), { mail: who.mail, password });

async function ticketOf(who: TestMember): Promise<string> {
  const outcome = await byPassword(who);
  if (typeof outcome === 'string') throw new Error('no code was asked for');
  return outcome.ticket;
}

const byCode = async (ticket: string, code: string) =>
  community.get(SignInByCodeService).execute(await as(null), { ticket, code });

describe('setting it up', () => {
  it('shows secret, QR code and ten recovery codes until a code confirms them, and never again', async () => {
    const { app, qrCode, recoveryCodes } = await begin(moderator);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes[0]).toMatch(/^([A-Z2-7]{4} ){3}[A-Z2-7]{4}$/);
    expect(qrCode.size).toBeGreaterThan(20);
    await expect(byPassword(moderator)).resolves.toBe('signed-in'); // nothing is in force yet
    const elsewhere = randomUUID();
    const [{ id }] = await community.owner.query('SELECT id FROM identity.account WHERE mail = $1', [
      moderator.mail,
    ]);
    await community.owner.query(`INSERT INTO identity.session VALUES ($1, $2, now() + interval '1 day')`, [
      elsewhere,
      { passport: { user: id } },
    ]);
    await community.get(ConfirmSecondFactorService).execute(await as(moderator), app.code());
    expect(await setupOf(moderator)).toBeNull();
    expect(sessions.at(-1)).toEqual({ accountId: id, factorProvedAt: community.clock.now() });
    expect(
      await community.owner.query('SELECT FROM identity.session WHERE sid = $1', [elsewhere]),
    ).toHaveLength(0);
    await community.runJobs();
    expect(mailbox.to(moderator.mail).at(-1)!.text).toContain('auch ein Code gefragt');
  });

  it('keeps neither the secret nor a recovery code where a dump could show them', async () => {
    const { secret, recoveryCodes } = await setUp(moderator);
    const dump = JSON.stringify(await community.snapshotOf(...TABLES));
    for (const word of [secret, ...recoveryCodes]) {
      const plain = word.replace(/ /g, '');
      for (const shape of [plain, Buffer.from(plain).toString('hex'), JSON.stringify(Buffer.from(plain))])
        expect(dump).not.toContain(shape);
    }
  });

  it.each([
    [
      'a wrong password',
      async () => community.get(BeginSecondFactorService).execute(await as(moderator), 'x'),
    ],
    [
      'a wrong code',
      async () => community.get(ConfirmSecondFactorService).execute(await as(moderator), '000000'),
    ],
    [
      'a code after half an hour',
      async () => {
        const { app } = await begin(moderator);
        community.clock.advance({ minutes: 30 });
        await community.get(ConfirmSecondFactorService).execute(await as(moderator), app.code());
      },
    ],
  ])('is refused with %s, and signing in stays as it was', async (_name, attempt) => {
    await expect(attempt()).rejects.toThrow();
    await expect(byPassword(moderator)).resolves.toBe('signed-in');
  });

  it('is not there for members without an office', async () => {
    const member = await community.member();
    const beginning = community.get(BeginSecondFactorService).execute(await as(member), TEST_PASSWORD);
    await expect(beginning).rejects.toBeInstanceOf(NotFound);
    const { secondFactor } = await community.ask<{ secondFactor: unknown }>(
      await as(member),
      '{ secondFactor { on } }',
    );
    expect(secondFactor).toBeNull();
  });

  it('is done once by two confirmations at the same time, and cannot begin anew while it is in force', async () => {
    const { app } = await begin(moderator);
    const confirm = async () =>
      community.get(ConfirmSecondFactorService).execute(await as(moderator), app.code());
    const both = await Promise.allSettled([confirm(), confirm()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(begin(moderator)).rejects.toBeInstanceOf(Conflict);
  });

  it('is not done by a code of what was begun before, not even in the same instant', async () => {
    const ctx = await as(moderator);
    await community.get(BeginSecondFactorService).execute(ctx, TEST_PASSWORD);
    const shown = await community.ask<{ secondFactor: { setup: Setup } }>(
      ctx, // which has read it now
      '{ secondFactor { setup { secret recoveryCodes qrCode { size path } } } }',
    );
    const { app } = await begin(moderator);
    const former = new TestAuthenticator(shown.secondFactor.setup.secret, community.clock);
    const confirming = community.get(ConfirmSecondFactorService);
    await expect(confirming.execute(ctx, former.code())).rejects.toBeInstanceOf(Conflict);
    await confirming.execute(await as(moderator), app.code());
  });
});

describe('signing in', () => {
  it('begins no session by the password where a factor comes in force at that moment', async () => {
    const { app } = await begin(moderator);
    const log: string[] = [];
    const { actor } = community.visitor();
    const session = {
      signIn: async () => {
        log.push('in');
        await community.get(ConfirmSecondFactorService).execute(await as(moderator), app.code());
      },
      signOut: async () => void log.push('out'),
    };
    const ctx = RequestContext.for({ actor, locale: 'de', clientAddress: address, session });
    const signingIn = community
      .get(SignInService)
      .execute(ctx, { mail: moderator.mail, password: TEST_PASSWORD });
    await expect(signingIn).rejects.toBeInstanceOf(InvalidInput);
    expect(log).toEqual(['in', 'out']);
  });

  it('opens no session by the password alone, and one by a code', async () => {
    const { app } = await setUp(moderator);
    const ticket = await ticketOf(moderator);
    expect(sessions).toEqual([]);
    await expect(byCode(ticket, app.code())).resolves.toBe('signed-in');
    expect(sessions).toMatchObject([{ factorProvedAt: community.clock.now() }]);
  });

  it('takes a code once, also of two who come at the same time', async () => {
    const { app } = await setUp(moderator);
    const [first, second] = [await ticketOf(moderator), await ticketOf(moderator)];
    const both = await Promise.allSettled([byCode(first, app.code()), byCode(second, app.code())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(byCode(first, app.code())).rejects.toMatchObject({ details: { field: 'code' } });
    await expect(byCode(first, app.code(-1))).rejects.toMatchObject({ details: { field: 'code' } });
    expect(sessions).toHaveLength(1);
  });

  it('takes each recovery code once, however it is typed', async () => {
    const { recoveryCodes } = await setUp(moderator);
    const [first, second] = recoveryCodes as [string, string];
    await expect(byCode(await ticketOf(moderator), first.toLowerCase().replace(/ /g, '-'))).resolves.toBe(
      'signed-in',
    );
    await expect(byCode(await ticketOf(moderator), first)).rejects.toBeInstanceOf(InvalidInput);
    const tickets = [await ticketOf(moderator), await ticketOf(moderator)] as const;
    const both = await Promise.allSettled(tickets.map((ticket) => byCode(ticket, second)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses codes of somebody else, of long ago, and of another secret of the same account', async () => {
    const { app } = await setUp(moderator);
    const other = await community.withRole('moderator');
    const { app: otherApp } = await setUp(other);
    const ticket = await ticketOf(moderator);
    for (const code of [otherApp.code(), app.code(-2), app.code(2), 'AAAA AAAA AAAA AAAA'])
      await expect(byCode(ticket, code)).rejects.toMatchObject({ details: { field: 'code' } });
    expect(sessions).toEqual([]);
  });

  it.each([
    ['after ten minutes', () => Promise.resolve(void community.clock.advance({ minutes: 10 }))],
    [
      'after another password',
      async () => {
        await community.get(RequestPasswordResetService).execute(await as(null), moderator.mail);
        await community.runJobs();
        const token = tokenIn(mailbox.to(moderator.mail).at(-1)!, 'reset-password');
        const password = 'Regenschirm am Montag';
        await community.get(ResetPasswordService).execute(await as(null), { token, password });
      },
    ],
  ])('is begun anew with the password %s', async (_name, meanwhile) => {
    const { app } = await setUp(moderator);
    const ticket = await ticketOf(moderator);
    await meanwhile();
    await expect(byCode(ticket, app.code())).rejects.toMatchObject({ details: { field: 'ticket' } });
    expect(sessions).toEqual([]);
  });

  it('knows a ticket by every byte', async () => {
    const { app } = await setUp(moderator);
    const bytes = Buffer.from(await ticketOf(moderator), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const flipped = Buffer.from(bytes);
      flipped[index]! ^= 1;
      const attempt = byCode(flipped.toString('base64url'), app.code());
      await expect(attempt).rejects.toMatchObject({ details: { field: 'ticket' } });
    }
  });

  it('cannot be reached by guessing: codes count as tries of the password', async () => {
    const { app } = await setUp(moderator);
    const ticket = await ticketOf(moderator);
    const tries: unknown[] = [];
    for (let number = 0; number < 10; number += 1)
      tries.push(await byCode(ticket, `00000${number}`).catch((error: unknown) => error));
    expect(tries.at(-1)).toBeInstanceOf(TooManyRequests);
    await expect(byCode(ticket, app.code())).rejects.toBeInstanceOf(TooManyRequests);
    await expect(byPassword(moderator)).rejects.toBeInstanceOf(TooManyRequests);
  });

  it('takes no secret that was copied from another account', async () => {
    const { app } = await setUp(moderator);
    const other = await community.withRole('moderator');
    await setUp(other);
    await community.owner.query(
      `UPDATE identity.second_factor AS f SET sealed_secret = own.sealed_secret
       FROM identity.account AS taker, identity.second_factor AS own JOIN identity.account AS owner ON owner.id = own.account_id
       WHERE taker.mail = $2 AND f.account_id = taker.id AND owner.mail = $1`,
      [moderator.mail, other.mail],
    );
    await expect(byCode(await ticketOf(other), app.code())).rejects.toMatchObject({
      details: { field: 'code' },
    });
    expect(sessions).toEqual([]);
  });
});

describe('proving it again', () => {
  it('makes the session fresh under a new id, by a code that is not spent yet', async () => {
    const { app } = await setUp(moderator);
    const proving = async () =>
      community.get(ProveSecondFactorService).execute(await as(moderator, FACTOR), app.code());
    await proving();
    expect(sessions).toMatchObject([{ factorProvedAt: community.clock.now() }]);
    await expect(proving()).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe('a new password', () => {
  it('leaves the session it was changed in as it was proven', async () => {
    await setUp(moderator);
    const factor = fresh();
    const password = 'Regenschirm am Dienstag';
    await community
      .get(ChangePasswordService)
      .execute(await as(moderator, factor), { currentPassword: TEST_PASSWORD, password });
    expect(sessions).toMatchObject([{ factorProvedAt: factor.provedAt }]);
  });
});

describe('turning it off', () => {
  const end = async (fields: { currentPassword?: string; code: string }) =>
    community
      .get(EndSecondFactorService)
      .execute(await as(moderator, FACTOR), { currentPassword: TEST_PASSWORD, ...fields });

  it('takes password and code, and tells the owner', async () => {
    const { app, recoveryCodes } = await setUp(moderator);
    const before = await community.snapshotOf(...TABLES);
    await expect(end({ code: '000000' })).rejects.toMatchObject({ details: { field: 'code' } });
    await expect(end({ currentPassword: 'x', code: app.code() })).rejects.toMatchObject({
      details: { field: 'currentPassword' },
    });
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
    await end({ code: recoveryCodes[3]! });
    await expect(byPassword(moderator)).resolves.toBe('signed-in');
    await community.runJobs();
    expect(mailbox.to(moderator.mail).at(-1)!.text).toContain('genügt von jetzt an wieder das Passwort');
  });
});

describe('who has lost it', () => {
  const resetBy = async (administrator: TestMember, secondFactor?: SecondFactor) =>
    community.get(ResetMemberSecondFactorService).execute(await as(administrator, secondFactor), {
      ...{ nickname: moderator.nickname, reason: 'Telefon verloren, am Apparat erkannt' },
    });

  it('is let back in by an administrator with a reason; log and owner are told', async () => {
    await setUp(moderator);
    const administrator = await community.withRole('administrator');
    await resetBy(administrator);
    await expect(byPassword(moderator)).resolves.toBe('signed-in');
    const entries = await community.owner.query(
      `SELECT action, subject_id, reason FROM moderation.audit_entry WHERE actor_id = $1`,
      [administrator.memberId],
    );
    expect(entries).toEqual([
      {
        action: 'second-factor-reset',
        subject_id: moderator.nickname,
        reason: 'Telefon verloren, am Apparat erkannt',
      },
    ]);
    await community.runJobs();
    expect(mailbox.to(moderator.mail).at(-1)!.text).toContain('zurückgesetzt');
  });

  it('is not let in by anybody else, nor by a browser an administrator has left open', async () => {
    await setUp(moderator);
    const administrator = await community.withRole('administrator');
    const stale = { ...FACTOR, provedAt: new Date(community.clock.now().getTime() - 5 * 60_000) };
    const before = await community.snapshotOf(...TABLES, 'moderation.audit_entry');
    await expect(resetBy(await community.withRole('moderator'))).rejects.toBeInstanceOf(NotFound);
    await expect(resetBy(administrator, FACTOR)).rejects.toBeInstanceOf(NotAllowed);
    await expect(resetBy(administrator, stale)).rejects.toBeInstanceOf(NotAllowed);
    expect(await community.snapshotOf(...TABLES, 'moderation.audit_entry')).toEqual(before);
    await resetBy(administrator, fresh());
  });
});

describe('demanding it of the team', () => {
  const demand = async (who: TestMember, demanded: boolean, secondFactor?: SecondFactor) =>
    community.get(DemandSecondFactorService).execute(await as(who, secondFactor), demanded);

  it('is for administrators who have one themselves, and not for a browser one has left open', async () => {
    const administrator = await community.withRole('administrator');
    await expect(demand(moderator, true, fresh())).rejects.toBeInstanceOf(NotFound);
    await expect(demand(administrator, true)).rejects.toBeInstanceOf(Conflict);
    expect(community.get(SiteSettings).demandsSecondFactor).toBe(false);
    await expect(demand(administrator, true, FACTOR)).rejects.toBeInstanceOf(NotAllowed);
    expect(community.get(SiteSettings).demandsSecondFactor).toBe(false);
    await demand(administrator, true, fresh());
    await expect(demand(administrator, false, FACTOR)).rejects.toBeInstanceOf(NotAllowed);
    expect(community.get(SiteSettings).demandsSecondFactor).toBe(true);
    await demand(administrator, false, fresh());
    expect(community.get(SiteSettings).demandsSecondFactor).toBe(false);
  });

  it('tells who owes one, and lets them set it up without their office', async () => {
    const account = async () => {
      const [{ id }] = await community.owner.query('SELECT id FROM identity.account WHERE mail = $1', [
        moderator.mail,
      ]);
      return community.get(IdentityPort).actorFor(id);
    };
    expect(await account()).toMatchObject({ hasSecondFactor: false });
    const resting = await as(await community.member(), { on: false, owed: true, provedAt: null });
    await community.get(BeginSecondFactorService).execute(resting, TEST_PASSWORD);
    await setUp(moderator);
    expect(await account()).toMatchObject({ hasSecondFactor: true });
  });
});

describe('a rotation of the keys', () => {
  it('leaves codes good; after the night the new key alone opens the secret', async () => {
    const { app } = await setUp(moderator);
    const added = KeyRing.rotate(keysDir, new Date());
    community.get(KeyRing as unknown as abstract new () => KeyRing).refresh();
    await expect(byCode(await ticketOf(moderator), app.code())).resolves.toBe('signed-in');
    community.clock.advance({ seconds: 30 });
    const alone = jest.spyOn(KeyRing.prototype, 'versions', 'get').mockReturnValue([added]);
    try {
      await expect(byCode(await ticketOf(moderator), app.code())).rejects.toBeInstanceOf(InvalidInput);
      alone.mockRestore();
      await community.get(Worker).perform('identity', 'identity.reseal', {});
      jest.spyOn(KeyRing.prototype, 'versions', 'get').mockReturnValue([added]);
      await expect(byCode(await ticketOf(moderator), app.code())).resolves.toBe('signed-in');
    } finally {
      jest.restoreAllMocks();
    }
  });
});
