import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type Express, type Request } from 'express';
import request from 'supertest';
import { accountOf, checkFormToken, formTokenOf, sessionDoor, Sessions } from '@kundig/identity/server';
import { KeyRing } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

const DAY_MINUTES = 24 * 60;

const keysDir = mkdtempSync(join(tmpdir(), 'kundig-keys-'));
let community: TestCommunity;
let server: Express;
beforeAll(async () => {
  cpSync(process.env.KEYS_DIR!, keysDir, { recursive: true });
  community = await TestCommunity.start({ KEYS_DIR: keysDir });
  server = serverOf(community);
});
afterAll(async () => {
  await community.close();
  rmSync(keysDir, { recursive: true });
});

/** The least a web process does with sessions. */
function serverOf(own: TestCommunity): Express {
  const app = express();
  app.set('trust proxy', 1);
  app.use(...own.get(Sessions).middleware());
  app.get(
    '/whoami',
    (req, res) => void res.json({ account: accountOf(req), formToken: formTokenOf(req) ?? null }),
  );
  app.post('/sign-in/:account', async (req, res) => {
    await sessionDoor(req).signIn(req.params.account);
    res.sendStatus(204);
  });
  app.post('/sign-out', async (req, res) => {
    await sessionDoor(req).signOut();
    res.sendStatus(204);
  });
  app.post(
    '/form',
    (req: Request, res) => void res.json({ fine: checkFormToken(req, req.get('x-kundig-form')) }),
  );
  return app;
}

const idOf = async ({ mail }: TestMember): Promise<string> =>
  (await community.owner.query('SELECT id FROM identity.account WHERE mail = $1', [mail]))[0].id;
const cookieOf = (response: request.Response): string => response.get('Set-Cookie')![0]!.split(';')[0]!;
const whoami = (cookie: string) => request(server).get('/whoami').set('Cookie', cookie);
const sessionsOf = (account: string) =>
  community.owner.query(`SELECT sid, expire FROM identity.session WHERE sess #>> '{passport,user}' = $1`, [
    account,
  ]);

async function signedIn() {
  const account = await idOf(await community.member());
  const response = await request(server).post(`/sign-in/${account}`).expect(204);
  return { account, cookie: cookieOf(response), header: response.get('Set-Cookie')![0]! };
}

describe('a session', () => {
  it('is bound to the account by one cookie that scripts cannot read', async () => {
    const { account, cookie, header } = await signedIn();
    expect(header).toMatch(/^kundig=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect((await whoami(cookie)).body).toMatchObject({ account });
    expect(cookie).not.toContain(account);
  });

  it('is not made for visitors', async () => {
    const before = await community.snapshotOf('identity.session');
    const response = await request(server).get('/whoami').expect({ account: null, formToken: null });
    expect(response.get('Set-Cookie')).toBeUndefined();
    expect(await community.snapshotOf('identity.session')).toEqual(before);
  });

  it('gets another id at every sign-in, and the old one is worth nothing (V7.2.4)', async () => {
    const first = await signedIn();
    const other = await idOf(await community.member());
    const response = await request(server).post(`/sign-in/${other}`).set('Cookie', first.cookie).expect(204);
    expect(cookieOf(response)).not.toBe(first.cookie);
    expect((await whoami(first.cookie)).body.account).toBeNull();
    expect((await whoami('kundig=s%3Amadeup.abc')).body.account).toBeNull();
  });

  it('goes on through a rotation of the keys, and so do those that begin after it', async () => {
    const before = await signedIn();
    KeyRing.rotate(keysDir, new Date());
    community.get(KeyRing as unknown as abstract new () => KeyRing).refresh();
    const after = await signedIn();
    for (const { account, cookie } of [before, after])
      expect((await whoami(cookie)).body).toMatchObject({ account });
  });

  it('ends at sign-out, also for who kept the cookie (V7.4.1)', async () => {
    const { account, cookie } = await signedIn();
    await request(server).post('/sign-out').set('Cookie', cookie).expect(204);
    expect((await whoami(cookie)).body.account).toBeNull();
    expect(await sessionsOf(account)).toEqual([]);
  });

  it('is written when it begins and then at most every ten minutes', async () => {
    const { account, cookie } = await signedIn();
    const versions = () =>
      community.owner.query(`SELECT xmin::text FROM identity.session WHERE sess #>> '{passport,user}' = $1`, [
        account,
      ]);
    const begun = await versions();
    community.clock.advance({ minutes: 9 });
    expect((await whoami(cookie)).get('Set-Cookie')).toBeUndefined();
    expect(await versions()).toEqual(begun);
    community.clock.advance({ minutes: 1 });
    await whoami(cookie);
    expect(await versions()).not.toEqual(begun);
  });

  it('ends after 14 days without use (V7.3.1)', async () => {
    const { cookie, account } = await signedIn();
    community.clock.advance({ minutes: 14 * DAY_MINUTES });
    expect((await whoami(cookie)).body.account).toBeNull();
    expect(await sessionsOf(account)).toEqual([]);
  });

  it('ends after 90 days whatever its use (V7.3.2)', async () => {
    const { cookie, account } = await signedIn();
    for (let day = 0; day < 89; day += 10) {
      expect((await whoami(cookie)).body).toMatchObject({ account });
      community.clock.advance({ minutes: 10 * DAY_MINUTES });
    }
    expect((await whoami(cookie)).body.account).toBeNull();
  });
});

describe('the token of forms', () => {
  const post = (cookie: string, token?: string) => {
    const posted = request(server).post('/form').set('Cookie', cookie);
    return token === undefined ? posted : posted.set('x-kundig-form', token);
  };

  it('is the session’s own: others, none and a changed one are refused', async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    const token: string = (await whoami(mine.cookie)).body.formToken;
    expect((await post(mine.cookie, token)).body.fine).toBe(true);
    expect((await post(theirs.cookie, token)).body.fine).toBe(false);
    expect((await post(mine.cookie)).body.fine).toBe(false);
    expect((await post(mine.cookie, `${token.slice(0, -1)}~`)).body.fine).toBe(false);
  });
});

describe('behind TLS', () => {
  it('has a cookie only this host may set and only TLS may carry', async () => {
    const secure = await TestCommunity.start({ BASE_URL: 'https://community.example' });
    try {
      const response = await request(serverOf(secure))
        .post(`/sign-in/${crypto.randomUUID()}`)
        .set('X-Forwarded-Proto', 'https');
      expect(response.get('Set-Cookie')![0]).toMatch(
        /^__Host-kundig=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      );
    } finally {
      await secure.close();
    }
  });
});
