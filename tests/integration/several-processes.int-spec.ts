import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { ChildProgram } from '../support/child-program.js';
import { TestCommunity, type TestMember } from '../support/community.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { Mailbox } from '../support/mailbox.js';
import { TEST_PASSWORD } from '../support/members.js';
import { silentMailServer } from '../support/silent-mail-server.js';

jest.setTimeout(120_000);

const WORKER_READY = 'Kundig works on jobs.';
const JOB_DEADLINE_MS = 30_000;

let mailbox: Mailbox;
let community: TestCommunity;
let member: TestMember;
const webs: { program: ChildProgram; origin: string }[] = [];
const workers: ChildProgram[] = [];

const environment = (more: Record<string, string>): Record<string, string> => ({
  KEYS_DIR: community.environment.keysDir,
  DATABASE_URL: community.environment.get('DATABASE_URL')!,
  BASE_URL: community.environment.baseUrl,
  ...{ EMBEDDED_WORKER: 'off', LOG_LEVEL: 'error', NODE_ENV: 'production', HOST: '127.0.0.1' },
  SMTP_URL: mailbox.url,
  ...more,
});

beforeAll(async () => {
  mailbox = await Mailbox.open();
  community = await TestCommunity.start();
  member = await community.member();
  for (const _ of ['one', 'other']) {
    const port = await freePort();
    webs.push({
      program: await ChildProgram.start('api', environment({ PORT: port }), 'Kundig runs at'),
      origin: `http://127.0.0.1:${port}`,
    });
  }
});
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.stop())));
afterAll(async () => {
  Browser.closeAll();
  await Promise.all(webs.map(({ program }) => program.stop()));
  await community?.close();
  await mailbox?.close();
});

const startWorker = async (more: Record<string, string> = {}) => {
  const worker = await ChildProgram.start('worker', environment(more), WORKER_READY);
  workers.push(worker);
  return worker;
};
const askForReset = (mail: string) =>
  new Browser(webs[0]!.origin).form('/form/requestPasswordReset', { _page: '/forgot-password', mail });

describe('two web processes and workers on one database', () => {
  it('show on one within a second what was written on the other', async () => {
    const board = await community.board();
    const thread = await community.question(await community.member(), board);
    const path = `/t/${thread.slug}/${thread.publicId}`;
    const reader = new Browser(webs[1]!.origin);
    const cached = await reader.get(path);
    expect((await reader.get(path)).headers.etag).toBe(cached.headers.etag); // served from its cache
    const writer = new Browser(webs[0]!.origin);
    await writer.signIn(member.mail, TEST_PASSWORD);
    const body = `Geschrieben auf dem einen ${randomUUID()}`;
    const { status } = await writer.form('/form/reply', {
      _page: path,
      threadId: thread.publicId,
      body,
      clientKey: randomUUID(),
    });
    expect(status).toBe(303);
    const shown = await eventually(
      'the reply',
      async () => ((await reader.get(path)).text.includes(body) ? true : undefined),
      1_000,
    );
    expect(shown).toBe(true);
  });

  it('know the same sessions, and end them together', async () => {
    const [one, other] = webs.map(({ origin }) => new Browser(origin)) as [Browser, Browser];
    await one.signIn(member.mail, TEST_PASSWORD);
    for (const [name, value] of one.cookies) other.cookies.set(name, value);
    await other.readToken();
    expect(other.formToken).toBe(one.formToken);
    expect((await other.form('/form/signOut', { _page: '/' })).status).toBe(303);
    await one.readToken();
    expect(one.formToken).toBeUndefined();
  });

  it('leave their jobs to a worker of its own', async () => {
    const before = mailbox.to(member.mail).length;
    await askForReset(member.mail);
    await startWorker();
    await eventually(
      'the mail',
      () => (mailbox.to(member.mail).length > before ? true : undefined),
      JOB_DEADLINE_MS,
    );
  });

  it('finish elsewhere what a worker was doing when it was killed', async () => {
    const { server, url, talking } = await silentMailServer();
    try {
      const hurt = await community.member();
      await askForReset(hurt.mail);
      const worker = await startWorker({ SMTP_URL: url });
      await talking; // it is in the middle of the job
      await worker.stop('SIGKILL');
      expect(await lockedJobs()).toBeGreaterThan(0);
      await fallSilent();
      await startWorker();
      await eventually('the mail', () => mailbox.to(hurt.mail)[0], JOB_DEADLINE_MS);
      expect(mailbox.to(hurt.mail)).toHaveLength(1);
      await eventually(
        'the end of the job',
        async () => ((await lockedJobs()) === 0 ? true : undefined),
        JOB_DEADLINE_MS,
      );
    } finally {
      server.close();
    }
  });
});

async function lockedJobs(): Promise<number> {
  const [row] = await community.owner.query<{ count: string }[]>(
    'SELECT count(*) FROM jobs_identity._private_jobs WHERE locked_by IS NOT NULL',
  );
  return Number(row!.count);
}

/** Lets a minute pass for the beats of dead workers and for what they had leased. */
async function fallSilent(): Promise<void> {
  for (const side of ['app', 'identity'])
    await community.owner.query(`UPDATE jobs_${side}.heartbeat SET seen_at = seen_at - interval '1 minute'`);
  await community.owner.query(
    `UPDATE identity.outbox_mail SET leased_until = leased_until - interval '1 hour'`,
  );
}
