import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ChangePasswordService,
  RequestPasswordResetService,
  ResetPasswordService,
  SignInService,
} from '@kundig/identity/server';
import { InvalidInput, RequestContext, TooManyRequests, type SessionDoor } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { Mailbox, tokenIn } from '../../support/mailbox.js';
import { TEST_PASSWORD } from '../../support/members.js';

let community: TestCommunity;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await Mailbox.open();
  community = await TestCommunity.start({ SMTP_URL: mailbox.url });
});
afterAll(async () => {
  await community.close();
  await mailbox.close();
});

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
    await expect(signIn(member.mail, NEW_PASSWORD)).resolves.toBe(false);
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
