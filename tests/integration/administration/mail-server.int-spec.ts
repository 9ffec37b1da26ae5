import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  ConfirmNewcomerService,
  RemoveMailServerService,
  SaveMailServerService,
  SendWaitingMailsService,
} from '@kundig/administration/server';
import { AskAsGuestService, ReleaseGuestQuestionService } from '@kundig/guests/server';
import {
  ConfirmMailService,
  Passwords,
  RegisterService,
  RequestPasswordResetService,
  ResetPasswordService,
  SendGuestQuestionService,
  SendTestMailService,
  VouchForGuestService,
  type EnteredMailServer,
} from '@kundig/identity/server';
import { ChangeFeed, KeyRing, OutgoingMail, RequestContext, Worker } from '@kundig/platform/server';
import { SetupChecklist } from '@kundig/site/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { Mailbox, tokenIn } from '../../support/mailbox.js';

const ACCOUNT = { user: 'post', password: 'Zwölf Amseln am Abend' };
const DEADLINE_MS = 20_000;

const keysDir = mkdtempSync(join(tmpdir(), 'kundig-keys-'));
cpSync(process.env.KEYS_DIR!, keysDir, { recursive: true });

let community: TestCommunity;
let mailbox: Mailbox;
let administrator: TestMember;
beforeAll(async () => {
  mailbox = await Mailbox.open({ account: ACCOUNT });
  community = await TestCommunity.start({ KEYS_DIR: keysDir });
  administrator = await community.withRole('administrator');
});
afterAll(async () => {
  await community?.close();
  await mailbox?.close();
  rmSync(keysDir, { recursive: true });
});

const admin = () => community.as(administrator);
const server = (more: Partial<EnteredMailServer> = {}): EnteredMailServer => ({
  ...{ host: '127.0.0.1', port: mailbox.port, encryption: 'none' },
  ...{ userName: ACCOUNT.user, password: ACCOUNT.password },
  ...{ senderAddress: 'post@werkbank.example', senderName: 'Werkbank' },
  ...more,
});
const save = async (entered: EnteredMailServer) =>
  community.get(SaveMailServerService).execute(await admin(), entered);
const sendTestMail = async () => community.get(SendTestMailService).execute(await admin());
const stored = () => community.snapshotOf('identity.mail_server', 'moderation.audit_entry');
const setup = async () =>
  (
    await community.ask<{ mailSetup: object }>(
      await admin(),
      '{ mailSetup { from fixed server { host port } entered { host userName senderAddress } } }',
    )
  ).mailSetup;

const anotherProcess = () =>
  TestCommunity.beside({
    DATABASE_URL: community.environment.get('DATABASE_URL')!,
    KEYS_DIR: community.environment.keysDir,
    BASE_URL: 'http://community.test',
  });

describe('a mail server entered in the browser', () => {
  it('is used from the next mail on, by this process and by others that run', async () => {
    const other = await anotherProcess();
    try {
      await other.get(ChangeFeed).listen(other.owner);
      await expect(sendTestMail()).rejects.toMatchObject({ messageKey: 'identity:mailServer.none' });
      const mailStep = async () =>
        (await community.get(SetupChecklist).states(await admin())).find(({ step }) => step === 'mail');
      expect(await mailStep()).toMatchObject({ done: false });
      await save(server());
      expect(await mailStep()).toMatchObject({ done: true });
      await sendTestMail();
      expect(mailbox.to(administrator.mail)[0]).toMatchObject({
        from: 'post@werkbank.example',
        headers: { from: 'Werkbank <post@werkbank.example>' },
      });
      await eventually(
        'the mail of the other process',
        async () => {
          await other
            .get(SendTestMailService)
            .execute(await other.as(administrator))
            .catch(() => undefined); // it has not heard of the server yet
          return mailbox.to(administrator.mail)[1];
        },
        DEADLINE_MS,
      );
    } finally {
      await other.close();
    }
  });

  it('keeps its password to itself: sealed at rest, on no page, in no audit entry', async () => {
    await save(server());
    const [row] = await community.owner.query<{ sealed_password: Buffer; user_name: string }[]>(
      'SELECT * FROM identity.mail_server',
    );
    expect(row!.sealed_password.includes(Buffer.from(ACCOUNT.password))).toBe(false);
    expect(await setup()).toEqual({
      ...{ from: 'Werkbank <post@werkbank.example>', fixed: false },
      server: { host: '127.0.0.1', port: mailbox.port },
      entered: { host: '127.0.0.1', userName: ACCOUNT.user, senderAddress: 'post@werkbank.example' },
    });
    const entries = await community.owner.query<{ action: string; reason: string }[]>(
      'SELECT action, reason FROM moderation.audit_entry ORDER BY seq',
    );
    expect(entries.at(-1)).toEqual({
      action: 'mail-server-entered',
      reason: `127.0.0.1:${mailbox.port} · ohne Verschlüsselung · post@werkbank.example`,
    });
    expect(JSON.stringify(entries)).not.toContain(ACCOUNT.password);
  });

  it('has its password sealed anew the night after a rotation, and then needs the old key no more', async () => {
    await save(server());
    const sealed = async () =>
      (
        await community.owner.query<{ sealed_password: Buffer; key_version: number }[]>(
          'SELECT sealed_password, key_version FROM identity.mail_server',
        )
      )[0]!;
    const reseal = () => community.get(Worker).perform('identity', 'identity.reseal', {});
    const before = await sealed();
    await reseal();
    expect(await sealed()).toEqual(before);
    const added = KeyRing.rotate(keysDir, new Date());
    community.get(KeyRing as unknown as abstract new () => KeyRing).refresh();
    await reseal();
    expect((await sealed()).key_version).toBe(added);
    jest.spyOn(KeyRing.prototype, 'versions', 'get').mockReturnValue([added]);
    try {
      await save(server({ password: null, senderName: 'Fräse' }));
      await sendTestMail();
      expect(mailbox.to(administrator.mail).at(-1)!.from).toBe('post@werkbank.example');
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('keeps the password when another sender is entered, and never gives it to another server', async () => {
    await save(server());
    await save(server({ password: null, senderName: 'Drehbank' }));
    await sendTestMail();
    expect(mailbox.to(administrator.mail).at(-1)!.headers.from).toBe('Drehbank <post@werkbank.example>');
    const before = await stored();
    for (const another of [{ host: 'localhost' }, { port: 2525 }, { userName: 'eve' }])
      await expect(save(server({ password: null, ...another }))).rejects.toMatchObject({
        details: { field: 'password' },
      });
    expect(await stored()).toEqual(before);
  });

  it('is forgotten with its password, once, and mails wait then in every process', async () => {
    const other = await anotherProcess();
    try {
      await other.get(ChangeFeed).listen(other.owner);
      await save(server());
      await eventually('word of the server', () => other.get(OutgoingMail).leaves || undefined, DEADLINE_MS);
      const before = await stored();
      const editor = await community.as(await community.withRole('editor'));
      await expect(community.get(RemoveMailServerService).execute(editor)).rejects.toMatchObject({
        typename: 'NotFoundError',
      });
      expect(await stored()).toEqual(before);

      const ctx = await admin();
      await Promise.all([1, 2, 3].map(() => community.get(RemoveMailServerService).execute(ctx)));
      const { 'identity.mail_server': servers, 'moderation.audit_entry': entries } = await stored();
      expect(servers).toEqual([]);
      expect(entries!.length - before['moderation.audit_entry']!.length).toBe(1);
      expect(await setup()).toMatchObject({ fixed: false, server: null, entered: null });
      await expect(sendTestMail()).rejects.toMatchObject({ messageKey: 'identity:mailServer.none' });
      await eventually('word of its end', () => !other.get(OutgoingMail).leaves || undefined, DEADLINE_MS);
    } finally {
      await other.close();
    }
  });

  it('is entered by administrators alone, and nowhere where the environment names one', async () => {
    const before = await stored();
    const editor = await community.as(await community.withRole('editor'));
    await expect(community.get(SaveMailServerService).execute(editor, server())).rejects.toMatchObject({
      typename: 'NotFoundError',
    });
    expect(await stored()).toEqual(before);
    const fixed = await TestCommunity.start({ SMTP_URL: mailbox.url });
    try {
      const ctx = await fixed.as(await fixed.withRole('administrator'));
      await expect(fixed.get(SaveMailServerService).execute(ctx, server())).rejects.toMatchObject({
        messageKey: 'identity:mailServer.fixed',
      });
    } finally {
      await fixed.close();
    }
  });

  it.each([
    ['host', { host: 'mail firma' }],
    ['host', { host: 'smtp://mail.firma.example' }],
    ['host', { host: 'mail..firma.example' }],
    ['port', { port: 70_000 }],
    ['encryption', { host: 'mail.firma.example', encryption: 'NONE' }],
    ['senderAddress', { senderAddress: 'Werkbank' }],
    ['senderName', { senderName: ' ' }],
  ])('is refused with a faulty %s: %p', async (field, fault) => {
    const { password: _password, userName: _userName, ...rest } = server();
    const input = { ...rest, encryption: 'TLS', clientKey: randomUUID(), ...fault };
    const before = await stored();
    const { saveMailServer } = await community.ask<{ saveMailServer: object }>(
      await admin(),
      `mutation ($input: SaveMailServerInput!) {
         saveMailServer(input: $input) { ... on InvalidInputError { issues { field } } } }`,
      { input },
    );
    expect(saveMailServer).toEqual({ issues: [{ field }] });
    expect(await stored()).toEqual(before);
  });
});

describe('a test mail', () => {
  const refusal = async (entered: EnteredMailServer) => {
    await save(entered);
    return sendTestMail().then(
      () => 'none',
      ({ messageKey }: { messageKey: string }) => messageKey.replace('identity:mailServer.', ''),
    );
  };

  it('tells a wrong password, a certificate nobody trusts, and a port nobody listens on apart', async () => {
    expect(await refusal(server({ password: 'falsch' }))).toBe('signIn');
    const encrypting = await Mailbox.open({ encrypts: true });
    try {
      const anonymous = { userName: null, password: null };
      const starttls = server({ ...anonymous, port: encrypting.port, encryption: 'starttls' });
      expect(await refusal(starttls)).toBe('certificate');
      expect(await refusal({ ...starttls, encryption: 'tls' })).toBe('encryption');
      expect(await refusal({ ...starttls, port: Number(await freePort()) })).toBe('unreachable');
    } finally {
      await encrypting.close();
    }
  });
});

describe('mails that wait', () => {
  let waiting: TestCommunity;
  let open: Mailbox;
  beforeEach(async () => {
    open = await Mailbox.open();
    waiting = await TestCommunity.start();
  });
  afterEach(async () => {
    await waiting.close();
    await open.close();
  });

  const PASSWORD = 'Regenschirm am Dienstag';
  const adminThere = async () => waiting.as(await waiting.withRole('administrator'));
  const openServer = (): EnteredMailServer => server({ port: open.port, userName: null, password: null });
  const register = async (nickname: string): Promise<string> => {
    const mail = `${nickname.toLowerCase()}@firma.example`;
    await waiting.get(RegisterService).execute(waiting.visitor(), { nickname, mail, password: PASSWORD });
    await waiting.runJobs();
    return mail;
  };
  const mailsTo = (recipient: string) =>
    waiting.owner.query<{ state: string; attempts: number; secret_link: string | null }[]>(
      'SELECT state, attempts, secret_link FROM identity.outbox_mail WHERE recipient = $1',
      [recipient],
    );

  const deskOf = (ctx: RequestContext) =>
    waiting.ask<{
      outbox: object[];
      unreachedNewcomers: object[];
      unreachedGuests: { id: string; mail: string }[];
    }>(ctx, '{ outbox { to subject text } unreachedNewcomers { mail several } unreachedGuests { id mail } }');

  it('go out once a server is entered, those alone whose links still work', async () => {
    const member = await waiting.member();
    const mail = await register('Kolkrabe77');
    await waiting.get(RequestPasswordResetService).execute(waiting.visitor(), member.mail);
    await waiting.runJobs();
    expect(await mailsTo(mail)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    waiting.clock.advance({ minutes: 61 });
    await waiting.get(SaveMailServerService).execute(await adminThere(), openServer());
    await waiting.runJobs();
    expect(await mailsTo(mail)).toEqual([{ state: 'sent', attempts: 1, secret_link: null }]);
    await waiting.get(ConfirmMailService).execute(waiting.visitor(), tokenIn(open.to(mail)[0]!, 'confirm'));
    expect(open.to(member.mail)).toEqual([]);
    await waiting.get(Worker).perform('identity', 'identity.remove-expired', {});
    expect((await mailsTo(member.mail)).at(-1)).toMatchObject({ state: 'kept', secret_link: null });
  });

  it('go out by a button, once, and within the hour where the environment names the server', async () => {
    await expect(waiting.get(SendWaitingMailsService).execute(await adminThere())).rejects.toMatchObject({
      messageKey: 'identity:mailServer.none',
    });
    await waiting.get(SaveMailServerService).execute(await adminThere(), openServer());
    const first = await waiting.member();
    const tell = (mail: string) =>
      waiting.owner.query(
        `UPDATE identity.outbox_mail SET state = 'waiting', attempts = 0, secret_link = 'http://community.test/x'
         WHERE recipient = $1`,
        [mail],
      );
    await waiting.get(RequestPasswordResetService).execute(waiting.visitor(), first.mail);
    await waiting.runJobs();
    const before = open.to(first.mail).length;
    await tell(first.mail);
    for (let press = 0; press < 2; press += 1)
      await waiting.get(SendWaitingMailsService).execute(await adminThere());
    await waiting.runJobs();
    expect(open.to(first.mail)).toHaveLength(2 * before);
    await tell(first.mail);
    await waiting.get(Worker).perform('identity', 'identity.release-mails', {});
    await waiting.runJobs();
    expect(open.to(first.mail)).toHaveLength(3 * before);
  });

  it('can be done without: an administrator confirms a registration, which is written down', async () => {
    const mail = await register('Eisvogel12');
    const confirm = async (ctx: RequestContext, address = mail) =>
      waiting.get(ConfirmNewcomerService).execute(ctx, { mail: address });
    const editor = await waiting.as(await waiting.withRole('editor'));
    await expect(confirm(editor)).rejects.toMatchObject({ typename: 'NotFoundError' });
    const ctx = await adminThere();
    await expect(confirm(ctx, 'niemand@firma.example')).rejects.toMatchObject({
      messageKey: 'administration:error.noRegistration',
    });
    const accounts = () =>
      waiting.owner.query<object[]>('SELECT mail FROM identity.account WHERE mail = $1', [mail]);
    expect(await accounts()).toEqual([]);
    const { outbox, unreachedNewcomers } = await deskOf(ctx);
    expect(unreachedNewcomers).toEqual([{ mail, several: false }]);
    expect(JSON.stringify(outbox)).not.toContain('Eisvogel12'); // an address and a nickname never stand beside each other
    await confirm(ctx);
    expect(await accounts()).toHaveLength(1);
    expect([(await deskOf(ctx)).unreachedNewcomers, await mailsTo(mail)]).toEqual([[], []]);
    const [entry] = await waiting.owner.query<object[]>(
      'SELECT action, subject_id, reason FROM moderation.audit_entry ORDER BY seq DESC LIMIT 1',
    );
    expect(entry).toEqual({ action: 'registration-confirmed', subject_id: 'Eisvogel12', reason: null });
    await expect(confirm(ctx)).rejects.toMatchObject({ details: { field: 'mail' } });
  });

  describe('of guests', () => {
    const written = {
      kind: 'question',
      title: 'Warum fällt die Leitung aus?',
      body: 'Seit Montag.',
    } as const;
    const askAsGuest = async (mail: string, nickname: string): Promise<string> => {
      const { publicId: boardId } = await waiting.board();
      const question = { ...written, boardId, tags: [], anonymous: false, unindexed: false, website: null };
      const token = (await waiting.get(AskAsGuestService).execute(waiting.visitor(), question))!;
      await waiting.get(SendGuestQuestionService).execute(waiting.visitor(), { token, nickname, mail });
      await waiting.runJobs();
      return token;
    };
    const state = () => waiting.snapshotOf('identity.account', 'forum.thread', 'moderation.audit_entry');
    const release = (ctx: RequestContext, id: string) =>
      waiting.get(ReleaseGuestQuestionService).execute(ctx, id);

    it('can be done without: an administrator publishes for somebody they know, once, and sees the address alone before', async () => {
      const mail = 'gast@firma.example';
      await askAsGuest(mail, 'Zaunkoenig31');
      const ctx = await adminThere();
      const { outbox, unreachedGuests } = await deskOf(ctx);
      expect(unreachedGuests).toEqual([{ id: expect.any(String), mail }]);
      expect(JSON.stringify(outbox)).not.toMatch(/Zaunkoenig31|Leitung/);
      const { id } = unreachedGuests[0]!;
      const before = await state();
      const editor = await waiting.as(await waiting.withRole('editor'));
      await expect(release(editor, id)).rejects.toMatchObject({ typename: 'NotFoundError' });
      expect((await state())['forum.thread']).toEqual(before['forum.thread']);

      const releases = await Promise.all([release(ctx, id), release(ctx, id)]);
      expect(releases.map(({ isPublished }) => isPublished)).toEqual([true, true]);
      const links = releases.flatMap(({ firstPassword }) => firstPassword ?? []);
      expect(links).toEqual([{ mail, url: expect.stringContaining('/reset-password/') }]);
      const rows = await waiting.owner.query<object[]>(
        `SELECT t.title, a.name::text AS author FROM forum.thread t JOIN pseudonyms.pseudonym a ON a.id = t.author_id`,
      );
      expect(rows).toEqual([{ title: written.title, author: 'Zaunkoenig31' }]);
      const [entry] = await waiting.owner.query<object[]>(
        'SELECT action, subject_id FROM moderation.audit_entry ORDER BY seq DESC LIMIT 1',
      );
      expect(entry).toEqual({ action: 'registration-confirmed', subject_id: 'Zaunkoenig31' });
      expect([(await deskOf(ctx)).unreachedGuests, await mailsTo(mail)]).toEqual([[], []]);
      await expect(release(ctx, id)).rejects.toMatchObject({ details: { field: 'question' } });

      // By the link that was handed over the guest chooses a password, once.
      const token = links[0]!.url.split('/').at(-1)!;
      const choose = (password: string) =>
        waiting.get(ResetPasswordService).execute(waiting.visitor(), { token, password });
      const password = 'Regenschirm am Dienstag';
      await choose(password);
      await expect(choose('Ein anderer Satz')).rejects.toMatchObject({ details: { field: 'token' } });
      const account = () =>
        waiting.owner.query<{ hash: string }[]>(
          'SELECT password_hash AS hash FROM identity.account WHERE mail = $1',
          [mail],
        );
      const [{ hash }] = (await account()) as [{ hash: string }];
      expect(await waiting.get(Passwords).matches(hash, password)).toBe(true);
    });

    it('get no link to an account that was opened before', async () => {
      const mail = 'wieder@firma.example';
      await askAsGuest(mail, 'Wiedehopf8');
      const ctx = await adminThere();
      const { id } = (await deskOf(ctx)).unreachedGuests.find((guest) => guest.mail === mail)!;
      await waiting.get(VouchForGuestService).execute(ctx, id); // ended here, as by a crash
      expect(await release(ctx, id)).toEqual({ firstPassword: null, isPublished: true });
    });

    it('get the link to their account also where the board takes no questions any more', async () => {
      const mail = 'zuspaet@firma.example';
      await askAsGuest(mail, 'Eisvogel17');
      const ctx = await adminThere();
      const { id } = (await deskOf(ctx)).unreachedGuests.find((guest) => guest.mail === mail)!;
      await waiting.owner.query(`UPDATE forum.board SET posting = 'staff'`);
      const { firstPassword, isPublished } = await release(ctx, id);
      expect({ firstPassword, isPublished }).toEqual({
        firstPassword: { mail, url: expect.stringContaining('/reset-password/') },
        isPublished: false,
      });
      expect(await waiting.owner.query('SELECT FROM forum.thread')).toEqual([]);
      const password = 'Regenschirm am Dienstag';
      const token = firstPassword!.url.split('/').at(-1)!;
      await waiting.get(ResetPasswordService).execute(waiting.visitor(), { token, password });
      const [account] = await waiting.owner.query<{ hash: string }[]>(
        'SELECT password_hash AS hash FROM identity.account WHERE mail = $1',
        [mail],
      );
      expect(await waiting.get(Passwords).matches(account!.hash, password)).toBe(true);
      // The account is the guest's now: trying again says why, and makes no second link.
      await expect(release(ctx, id)).rejects.toMatchObject({ typename: 'NotAllowedError' });
    });

    it('are refused before they are written where they would be anonymous, and never released when they are', async () => {
      const { publicId: boardId } = await waiting.board();
      const question = { ...written, boardId, tags: [], anonymous: true, unindexed: false, website: null };
      await expect(waiting.get(AskAsGuestService).execute(waiting.visitor(), question)).rejects.toMatchObject(
        { details: { field: 'anonymous' } },
      );
      expect(await waiting.owner.query('SELECT FROM identity.guest_question')).toEqual([]);

      await askAsGuest('scheu@firma.example', 'Waldkauz44');
      // As one that was written while mails went out.
      await waiting.owner.query('UPDATE identity.guest_question SET anonymous = true');
      const [row] = await waiting.owner.query<{ id: string }[]>('SELECT id FROM identity.guest_question');
      const ctx = await adminThere();
      expect((await deskOf(ctx)).unreachedGuests).toEqual([]);
      const before = await state();
      await expect(release(ctx, row!.id)).rejects.toMatchObject({ details: { field: 'question' } });
      expect(await state()).toEqual(before);
    });

    it('stay with the owner of an account whose address somebody gave', async () => {
      const member = await waiting.member();
      await askAsGuest(member.mail, 'Haubentaucher9');
      const ctx = await adminThere();
      expect((await deskOf(ctx)).unreachedGuests).toEqual([]);
      const [row] = await waiting.owner.query<{ id: string }[]>('SELECT id FROM identity.guest_question');
      const before = await state();
      await expect(release(ctx, row!.id)).rejects.toMatchObject({ typename: 'ConflictError' });
      expect(await state()).toEqual(before);
    });
  });
});
