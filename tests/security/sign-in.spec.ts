import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RequestContext } from '@kundig/platform/server';
import { DemandSecondFactorService, SiteSettings } from '@kundig/site/server';
import { TestAuthenticator } from '../support/authenticator.js';
import { Browser } from '../support/browser.js';
import { TestCommunity, type TestMember } from '../support/community.js';
import { eventually } from '../support/eventually.js';
import { fingerprintOf } from '../support/fingerprint.js';
import { Mailbox, tokenIn } from '../support/mailbox.js';
import { TEST_PASSWORD } from '../support/members.js';
import { inParallel } from '../support/in-parallel.js';
import { lockWaits } from '../support/lock-waits.js';
import { WebProcess } from '../support/web-process.js';

jest.setTimeout(300_000);

let mailbox: Mailbox;
let community: TestCommunity;
let web: WebProcess;
let member: TestMember;
beforeAll(async () => {
  mailbox = await Mailbox.open();
  community = await TestCommunity.start({ SMTP_URL: mailbox.url });
  web = await WebProcess.start(community);
});
beforeEach(async () => {
  member = await community.member();
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await community?.close();
  await mailbox?.close();
});

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on UserError { message field } ... on MutationSuccess { path } } }`;
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }`;
const typeOf = (text: string) => /"__typename":"(\w+)"/.exec(text)?.[1];

async function signedIn(browser: Browser): Promise<boolean> {
  const { data } = await browser.graphql<{ viewer: { signedIn: boolean } }>('{ viewer { signedIn } }');
  return data!.viewer.signedIn;
}

const OF_MAIL = `sess #>> '{passport,user}' = (SELECT id::text FROM identity.account WHERE mail = $1)`;
/** What a new password does to the sessions of before. */
const END_SESSIONS = `DELETE FROM identity.session WHERE ${OF_MAIL}`;

async function sessionsOf({ mail }: TestMember): Promise<number> {
  return (await community.owner.query<unknown[]>(`SELECT FROM identity.session WHERE ${OF_MAIL}`, [mail]))
    .length;
}

/** A browser that sends the cookies of another, as a thief would. */
function thiefOf(browser: Browser): Browser {
  const thief = web.visitor();
  for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
  thief.formToken = browser.formToken;
  return thief;
}

describe('a password that its owner changes (V7.4.3)', () => {
  const post = (browser: Browser, fields: Record<string, string>) =>
    browser.form('/form/changePassword', { _page: '/settings/account', ...fields });

  it('ends all other sessions and goes on under a new id; the old cookie is worth nothing', async () => {
    const [browser, elsewhere] = [web.visitor(), web.visitor()];
    await browser.signIn(member.mail, TEST_PASSWORD);
    await elsewhere.signIn(member.mail, TEST_PASSWORD);
    const thief = thiefOf(browser);
    const wrong = await post(browser, {
      currentPassword: 'falsch geraten',
      password: 'Elf Amseln am Morgen',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/aria-invalid="true"[^>]*name="currentPassword"/);
    expect(wrong.text).not.toContain('falsch geraten');
    const done = await post(browser, { currentPassword: TEST_PASSWORD, password: 'Elf Amseln am Morgen' });
    expect([done.status, done.headers.location]).toEqual([303, '/settings/account?done=password']);
    await browser.readToken();
    expect(await signedIn(browser)).toBe(true);
    expect(await signedIn(elsewhere)).toBe(false);
    expect(await signedIn(thief)).toBe(false);
    expect(await sessionsOf(member)).toBe(1);
  });

  it('is asked for before the file of own data, which comes over this session alone', async () => {
    const [browser, other] = [web.visitor(), web.visitor()];
    await browser.signIn(member.mail, TEST_PASSWORD);
    await other.signIn((await community.member()).mail, TEST_PASSWORD);
    const unlock = (currentPassword: string) =>
      browser.form('/form/unlockOwnData', { _page: '/settings/account', currentPassword });
    expect((await unlock('falsch geraten')).status).toBe(422);
    const path = (await unlock(TEST_PASSWORD)).headers.location!;
    const file = await browser.get(path);
    expect(file.headers).toMatchObject({
      'content-disposition': 'attachment; filename="own-data.json"',
      'cache-control': expect.stringContaining('no-store'),
    });
    expect(JSON.parse(file.text)).toContainEqual(expect.objectContaining({ mail: member.mail }));
    expect((await other.get(path)).status).toBe(404);
    expect((await web.visitor().get(path)).text).not.toContain(member.mail);
  });

  it('is not changed from a page of somebody else, nor without the token of the session', async () => {
    const browser = web.visitor();
    await browser.signIn(member.mail, TEST_PASSWORD);
    const fields = { currentPassword: TEST_PASSWORD, password: 'Elf Amseln am Morgen', _page: '/' };
    const foreign = await browser.form('/form/changePassword', fields, { origin: 'https://evil.example' });
    const tokenless = await browser.form('/form/changePassword', { ...fields, _token: '' });
    expect([foreign.status, tokenless.status]).toEqual([403, 403]);
    expect((await web.visitor().signIn(member.mail, TEST_PASSWORD)).status).toBe(303);
  });
});

describe('guessing (V6.3.1)', () => {
  let narrow: WebProcess;
  const tryOnce = (mail: string, password = 'falsch geraten') =>
    narrow.visitor().operation({ query: SIGN_IN, variables: { input: { mail, password } } });
  beforeAll(async () => {
    narrow = await WebProcess.start(community, { LIMIT_FACTOR: '0.2', TRUST_PROXY: '1' });
  });
  afterAll(() => narrow?.close());

  it('ends after some tries per mail, in any spelling, for the right password, too', async () => {
    const { mail } = member;
    const spellings = [mail, mail.toUpperCase(), ` ${mail} `];
    const answers: (string | undefined)[] = [];
    for (const spelling of spellings) answers.push(typeOf((await tryOnce(spelling)).text));
    expect(answers).toEqual(['InvalidInputError', 'InvalidInputError', 'TooManyRequestsError']);
    expect(typeOf((await tryOnce(mail, TEST_PASSWORD)).text)).toBe('TooManyRequestsError');
  });

  it('ends per address, however many mails are tried at once', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const answers = await inParallel(Array.from({ length: 40 }), (_, index) =>
      narrow.visitor(from('203.0.113.7')).operation({
        query: SIGN_IN,
        variables: { input: { mail: `m${index}@kunde.example`, password: 'x' } },
      }),
    );
    const refused = answers.filter(({ text }) => typeOf(text) === 'TooManyRequestsError');
    expect(refused).toHaveLength(20);
    const elsewhere = await narrow
      .visitor(from('203.0.113.8'))
      .operation({ query: SIGN_IN, variables: { input: { mail: 'other@kunde.example', password: 'x' } } });
    expect(typeOf(elsewhere.text)).toBe('InvalidInputError');
  });

  it('ends per network: whoever has one IPv6 address has 2⁶⁴ of them', async () => {
    const from = (address: string, mail: string) =>
      narrow
        .visitor({ 'x-forwarded-for': address })
        .operation({ query: SIGN_IN, variables: { input: { mail, password: 'x' } } });
    const answers = await inParallel(Array.from({ length: 40 }), (_, index) =>
      from(`2001:db8:1:2:${index.toString(16)}:${index}::7`, `v6-${index}@kunde.example`),
    );
    const refused = answers.filter(({ text }) => typeOf(text) === 'TooManyRequestsError');
    expect(refused).toHaveLength(20);
    expect(typeOf((await from('2001:db8:1:3::7', 'v6-other@kunde.example')).text)).toBe('InvalidInputError');
  });

  it('is not helped by addresses the caller makes up', async () => {
    const answers = await inParallel(
      Array.from({ length: 30 }),
      (_, index) =>
        narrow
          .visitor({
            'x-forwarded-for': `198.51.100.${index}, 203.0.113.99`,
            'x-real-ip': `10.0.0.${index}`,
            forwarded: `for=10.0.0.${index}`,
          })
          .operation({
            query: SIGN_IN,
            variables: { input: { mail: `n${index}@kunde.example`, password: 'x' } },
          }),
      1,
    );
    expect(typeOf(answers.at(-1)!.text)).toBe('TooManyRequestsError');
  });

  it('is counted once per try, not per request: a hundred tries in one operation are refused whole', async () => {
    const parts = Array.from(
      { length: 100 },
      (_, i) => `a${i}: signIn(input: { mail: "${member.mail}", password: "p${i}" }) { __typename }`,
    );
    const { status, text } = await narrow.visitor().operation({ query: `mutation { ${parts.join(' ')} }` });
    expect(status).toBe(400);
    expect(text).not.toContain('signIn');
  });
});

describe('whether a mail has an account', () => {
  it('is not told by signing in, registering or asking for a new password (advisory 26)', async () => {
    const unknown = 'niemand@kunde.example';
    const bodies = (mail: string) => [
      { query: SIGN_IN, variables: { input: { mail, password: 'falsch geraten' } } },
      {
        query: `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename ... on MutationSuccess { path } } }`,
        variables: { input: { mail } },
      },
    ];
    for (const [index, body] of bodies(member.mail).entries()) {
      const [known, none] = [
        await web.visitor().operation(body),
        await web.visitor().operation(bodies(unknown)[index]),
      ];
      expect([known.status, known.text]).toEqual([none.status, none.text]);
      expect(Object.keys(known.headers)).toEqual(Object.keys(none.headers));
    }
    const register = (mail: string, nickname: string) =>
      web.visitor().form('/form/register', {
        ...{ _page: '/register', mail, nickname, password: 'Regenschirm am Mittwoch' },
        ...{ acceptNetiquette: 'on', acceptPrivacy: 'on' },
      });
    const [known, none] = [await register(member.mail, 'Wanderer'), await register(unknown, 'Wandrerin')];
    expect([known.status, known.headers.location, known.text]).toEqual([
      none.status,
      none.headers.location,
      none.text,
    ]);
  });
});

describe('a session (V7.2, V7.4)', () => {
  it('is a new one at every sign-in, whatever the browser brought along (fixation)', async () => {
    const browser = await web.fresh(member);
    const planted = web.visitor();
    for (const [name, value] of browser.cookies) planted.cookies.set(name, value);
    planted.formToken = browser.formToken;
    const before = browser.cookies.get('kundig');
    const other = await community.member();
    expect((await planted.signIn(other.mail, TEST_PASSWORD)).status).toBe(303);
    expect(planted.cookies.get('kundig')).not.toBe(before);
    expect(planted.formToken).not.toBe(browser.formToken);
    expect(await signedIn(browser)).toBe(false); // the old id is dead
    const forged = web.visitor();
    forged.cookies.set('kundig', 's%3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.c2lnbmF0dXJl');
    await forged.signIn(other.mail, TEST_PASSWORD);
    expect(forged.cookies.get('kundig')).not.toContain('AAAAAAAA');
  });

  it('cannot be made up or altered', async () => {
    const browser = await web.fresh(member);
    const value = browser.cookies.get('kundig')!;
    const altered = [...value].map(
      (letter, index) => value.slice(0, index) + (letter === 'A' ? 'B' : 'A') + value.slice(index + 1),
    );
    for (const forged of [
      ...altered.slice(4),
      value.slice(0, -1),
      `${value}x`,
      value.split('.')[0]!,
      's%3A',
      'j%3A%7B%7D',
    ]) {
      const thief = web.visitor();
      thief.cookies.set('kundig', forged);
      expect({ forged, signedIn: await signedIn(thief) }).toEqual({ forged, signedIn: false });
    }
    expect(await signedIn(browser)).toBe(true);
  });

  it('is dead after signing out, also for whoever copied its cookie', async () => {
    const browser = await web.fresh(member);
    const thief = thiefOf(browser);
    expect(await signedIn(thief)).toBe(true);
    expect((await browser.form('/form/signOut', { _page: '/' })).status).toBe(303);
    expect(await signedIn(thief)).toBe(false);
  });

  it('stays dead when it is ended while a request that notes its use is under way', async () => {
    const browser = await web.fresh(member);
    community.clock.advance({ minutes: 15 });
    const other = community.owner.createQueryRunner();
    await other.startTransaction();
    await other.query('LOCK TABLE groups.membership'); // which every request of a member reads
    const answer = browser.get('/imprint');
    await eventually(
      'the request',
      async () => ((await lockWaits(community)) > 0 ? true : undefined),
      10_000,
    );
    await other.query(END_SESSIONS, [member.mail]);
    await other.commitTransaction();
    await other.release();
    expect((await answer).status).toBe(200);
    expect(await sessionsOf(member)).toBe(0);
    expect(await signedIn(browser)).toBe(false);
  });

  it('is not begun with a password that is replaced meanwhile', async () => {
    const other = community.owner.createQueryRunner();
    await other.startTransaction();
    await other.query('UPDATE identity.account SET password_hash = $2 WHERE mail = $1', [member.mail, 'new']);
    await other.query(END_SESSIONS, [member.mail]);
    const browser = web.visitor();
    const answer = browser.signIn(member.mail, TEST_PASSWORD);
    await eventually('the session', async () => ((await sessionsOf(member)) > 0 ? true : undefined), 10_000);
    await other.commitTransaction();
    await other.release();
    expect((await answer).status).toBe(422);
    expect(await sessionsOf(member)).toBe(0);
    expect(await signedIn(browser)).toBe(false);
  });

  it('ends when nobody used it for two weeks, and after ninety days in any case', async () => {
    const [idle, used] = [await web.fresh(member), await web.fresh(member)];
    for (let day = 0; day < 89; day += 10) {
      community.clock.advance({ minutes: 10 * 24 * 60 });
      expect(await signedIn(used)).toBe(day + 10 < 90);
    }
    expect(await signedIn(idle)).toBe(false);
  });
});

describe('a second factor that the team owes (V6.3.3)', () => {
  const demand = async (demanded: boolean) => {
    const { actor } = await community.as(await community.withRole('administrator'));
    const secondFactor = { on: true, owed: false, provedAt: community.clock.now() };
    const ctx = RequestContext.for({ actor, locale: 'de', secondFactor });
    await community.get(DemandSecondFactorService).execute(ctx, demanded);
    const known = async () => (web.get(SiteSettings).demandsSecondFactor === demanded ? true : undefined);
    await eventually('the notice of it', known, 10_000);
  };
  beforeAll(() => demand(true));
  afterAll(() => demand(false));

  const DESK = '{ reportedBoards { slug } }';
  const SETUP = '{ viewer { secondFactorOwed } secondFactor { setup { secret } } }';
  interface Setup {
    viewer: { secondFactorOwed: boolean };
    secondFactor: { setup: { secret: string } | null };
  }

  it('lets staff read, and neither moderate nor write, until it is set up', async () => {
    const moderator = await community.withRole('moderator');
    const board = await community.board();
    const browser = await web.fresh(moderator);
    const mutate = async (name: string, type: string, input: Record<string, unknown>) => {
      const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
      return typeOf((await browser.operation({ query, variables: { input } })).text);
    };
    const suspend = () =>
      mutate('suspendMember', 'SuspendMemberInput', {
        nickname: member.nickname,
        reason: 'Werbung',
        days: 1,
      });
    const ask = (anonymous: boolean) =>
      mutate('startThread', 'StartThreadInput', {
        ...{ boardId: board.publicId, kind: 'QUESTION', title: 'Was ist neu?', body: 'Ich frage für alle.' },
        ...{ anonymous, clientKey: randomUUID() },
      });
    const fingerprint = await fingerprintOf(community);
    const before = await fingerprint();
    expect((await browser.graphql(DESK)).errors?.[0]?.extensions?.code).toBe('NotFoundError');
    expect(await suspend()).toBe('NotFoundError');
    expect([await ask(false), await ask(true)]).toEqual(['NotAllowedError', 'NotAllowedError']);
    expect(await fingerprint()).toBe(before);

    await mutate('beginSecondFactor', 'BeginSecondFactorInput', { currentPassword: TEST_PASSWORD });
    const { viewer, secondFactor } = (await browser.graphql<Setup>(SETUP)).data!;
    expect(viewer.secondFactorOwed).toBe(true);
    const code = new TestAuthenticator(secondFactor.setup!.secret, community.clock).code();
    expect(await mutate('confirmSecondFactor', 'ConfirmSecondFactorInput', { code })).toBe(
      'ConfirmSecondFactorSuccess',
    );
    await browser.readToken();
    expect((await browser.graphql(DESK)).data).toEqual({ reportedBoards: [] });
    expect([await suspend(), await ask(false)]).toEqual(['SuspendMemberSuccess', 'StartThreadSuccess']);
  });
});

describe('links of mails (V6.5.1, V7.6.2)', () => {
  async function mailedToken(mail: string, page: 'confirm' | 'reset-password'): Promise<string> {
    await community.runJobs();
    return tokenIn(mailbox.to(mail).at(-1)!, page);
  }

  it('set a new password once, end every session, and tell the owner', async () => {
    const browsers = [await web.fresh(member), await web.fresh(member)];
    await web.visitor().form('/form/requestPasswordReset', { _page: '/forgot-password', mail: member.mail });
    const token = await mailedToken(member.mail, 'reset-password');
    const fingerprint = await fingerprintOf(community);
    const before = await fingerprint();
    for (const path of [`/reset-password/${token}`, `/en/reset-password/${token}`])
      await web.visitor().get(path);
    expect(await fingerprint()).toBe(before); // a scanner that follows links burns nothing
    const set = async (password: string) =>
      typeOf(
        (await web.visitor().operation({ query: RESET, variables: { input: { token, password } } })).text,
      );
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => set(`Gummistiefel am Freitag ${index}`)),
    );
    expect(answers.filter((type) => type === 'ResetPasswordSuccess')).toHaveLength(1);
    expect(await set('Gummistiefel am Samstag')).toBe('InvalidInputError');
    for (const browser of browsers) expect(await signedIn(browser)).toBe(false);
    expect((await web.visitor().signIn(member.mail, TEST_PASSWORD)).status).toBe(422);
    const won = answers.indexOf('ResetPasswordSuccess');
    expect((await web.visitor().signIn(member.mail, `Gummistiefel am Freitag ${won}`)).status).toBe(303);
    await community.runJobs();
    expect(mailbox.to(member.mail)).toHaveLength(2);
  });

  it('die of age, and of a newer one', async () => {
    const ask = () =>
      web.visitor().form('/form/requestPasswordReset', { _page: '/forgot-password', mail: member.mail });
    await ask();
    const first = await mailedToken(member.mail, 'reset-password');
    community.clock.advance({ minutes: 24 * 60 + 1 });
    const input = { token: first, password: 'Gummistiefel am Freitag' };
    expect(typeOf((await web.visitor().operation({ query: RESET, variables: { input } })).text)).toBe(
      'InvalidInputError',
    );
  });

  it('confirm an address once, and not by a GET', async () => {
    const mail = 'neu@kunde.example';
    await web.visitor().form('/form/register', {
      ...{ _page: '/register', mail, nickname: 'Neuling', password: TEST_PASSWORD },
      ...{ acceptNetiquette: 'on', acceptPrivacy: 'on' },
    });
    expect((await web.visitor().signIn(mail, TEST_PASSWORD)).status).toBe(422); // not yet
    const token = await mailedToken(mail, 'confirm');
    for (const path of [`/confirm/${token}`, `/en/confirm/${token}`]) await web.visitor().get(path);
    const browser = web.visitor();
    expect((await browser.form('/form/confirmMail', { _page: '/', token })).status).toBe(303);
    await browser.readToken();
    expect(await signedIn(browser)).toBe(true);
    expect((await web.visitor().form('/form/confirmMail', { _page: '/', token })).status).toBe(422);
  });

  it('serve their own purpose alone', async () => {
    await web.visitor().form('/form/requestPasswordReset', { _page: '/forgot-password', mail: member.mail });
    const token = await mailedToken(member.mail, 'reset-password');
    for (const mutation of ['confirmMail', 'unsubscribe'])
      expect((await web.visitor().form(`/form/${mutation}`, { _page: '/', token })).status).toBe(422);
    const oneClick = await web.visitor().send(`/mail/unsubscribe/${token}`, { method: 'POST', body: '' });
    expect(oneClick.status).toBe(400);
    const input = { token, password: 'Gummistiefel am Sonntag' };
    expect(typeOf((await web.visitor().operation({ query: RESET, variables: { input } })).text)).toBe(
      'ResetPasswordSuccess',
    );
  });
});
