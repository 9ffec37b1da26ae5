import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ReadinessProbe } from '@kundig/api';
import { RequestPasswordResetService } from '@kundig/identity/server';
import { Worker } from '@kundig/platform/server';
import { Browser } from '../../support/browser.js';
import { leaksIn } from '../../support/canaries.js';
import { ChildProgram } from '../../support/child-program.js';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { Mailbox } from '../../support/mailbox.js';
import { TEST_PASSWORD } from '../../support/members.js';
import { silentMailServer } from '../../support/silent-mail-server.js';
import { WebProcess } from '../../support/web-process.js';

jest.setTimeout(180_000);

const DEADLINE_MS = 30_000;

let community: TestCommunity;
let mailbox: Mailbox;
const programs: ChildProgram[] = [];
beforeAll(async () => {
  mailbox = await Mailbox.open();
  community = await TestCommunity.start();
});
afterEach(async () => {
  Browser.closeAll();
  await Promise.all(programs.splice(0).map((program) => program.stop()));
});
afterAll(async () => {
  await community?.close();
  await mailbox?.close();
});

/** Starts a web process as an operator would. */
async function startWeb(more: Record<string, string> = {}) {
  const port = await freePort();
  const environment = {
    ...{ PORT: port, HOST: '127.0.0.1', NODE_ENV: 'production', LIMIT_FACTOR: '10000' },
    KEYS_DIR: community.environment.keysDir,
    DATABASE_URL: community.environment.get('DATABASE_URL')!,
    SMTP_URL: mailbox.url,
    BASE_URL: `http://127.0.0.1:${port}`,
    ...more,
  };
  const program = await ChildProgram.start('api', environment, 'Kundig runs at');
  programs.push(program);
  return { program, browser: new Browser(environment.BASE_URL) };
}

const readiness = async (browser: Browser) => {
  const { status: code, text, headers } = await browser.get('/health/ready');
  return { code, text, headers, ...(JSON.parse(text) as { status: string }) };
};

describe('a start that is broken off', () => {
  it('leaves no database of its own running', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'broken-off-'));
    await chmod(folder, 0o755); // as root the database runs as another user, who must get in
    const program = await ChildProgram.start(
      'api',
      { DATA_DIR: join(folder, 'data'), KEYS_DIR: join(folder, 'keys'), PORT: await freePort() },
      'migrated',
    );
    const server = join(folder, 'data', 'database', 'cluster', 'postmaster.pid');
    expect(existsSync(server)).toBe(true);
    expect(await program.stop()).toBe(0);
    expect(existsSync(server)).toBe(false);
    expect(program.said.join('\n')).not.toMatch(/error|terminat/i);
    await rm(folder, { recursive: true });
  });
});

describe('the health of a process', () => {
  it('is told without secrets, follows the release of the database, and leaves life alone', async () => {
    const { browser } = await startWeb();
    const ready = await readiness(browser);
    expect(ready).toMatchObject({ code: 200, headers: { 'cache-control': 'no-store' } });
    expect(JSON.parse(ready.text)).toEqual({
      status: 'ready',
      checks: { database: 'ok', schema: 'ok', jobs: 'ok', disk: 'ok' },
    });
    await community.owner.query(
      `INSERT INTO platform.migration (timestamp, name) VALUES (9999999999999, 'OfTheNextRelease')`,
    );
    const unready = await eventually(
      'the notice',
      async () => {
        const asked = await readiness(browser);
        return asked.code === 503 ? asked : undefined;
      },
      DEADLINE_MS,
    );
    expect(JSON.parse(unready.text)).toMatchObject({ status: 'unready', checks: { schema: 'bad' } });
    expect(await browser.get('/health/live')).toMatchObject({ status: 200, text: '{"status":"live"}' });
    await community.owner.query(`DELETE FROM platform.migration WHERE name = 'OfTheNextRelease'`);
    await eventually(
      'the end of the notice',
      async () => ((await readiness(browser)).code === 200 ? true : undefined),
      DEADLINE_MS,
    );
  });

  it('is measured on a port of its own, by routes and not by paths', async () => {
    const metricsPort = await freePort();
    const { browser } = await startWeb({ METRICS_PORT: metricsPort, METRICS_HOST: '127.0.0.1' });
    const thread = await community.question(await community.member(), await community.board());
    const path = `/t/${thread.slug}/${thread.publicId}`;
    for (const address of [path, path, '/nowhere/at/all', '/health/live']) await browser.get(address);
    const { status, text } = await new Browser(`http://127.0.0.1:${metricsPort}`).get('/metrics');
    expect(status).toBe(200);
    for (const figure of [
      'kundig_http_request_duration_seconds_count{method="GET",route="/t/:slug/:id",status="200"} 2',
      'kundig_http_request_duration_seconds_count{method="GET",route="*",status="404"} 1',
      'kundig_http_request_duration_seconds_count{method="GET",route="/health/live",status="200"} 1',
      'kundig_page_cache_requests_total{result="hit"} 1',
      'kundig_sql_connections{role="app",state="waiting"} 0',
      'kundig_jobs{queue="identity",state="failed"} 0',
      'nodejs_eventloop_lag_seconds',
    ])
      expect(text).toContain(figure);
    expect(text).not.toContain(thread.slug);
    expect((await browser.get('/metrics')).status).toBe(404);
  });
});

describe('the log for machines', () => {
  it('tells each request and no person, whatever is done and whatever fails', async () => {
    const { program, browser } = await startWeb({
      ...{ LOG_FORMAT: 'json', LOG_LEVEL: 'debug', TRUST_PROXY: '1' },
    });
    const asker = await community.member(`Kanarie${randomUUID().slice(0, 8)}`);
    const secret = `Betriebsgeheimnis${randomUUID().slice(0, 8)}`;
    const address = '203.0.113.77';
    const visitor = new Browser(browser.origin, { 'x-forwarded-for': address });
    await mainJob(visitor, asker, secret);
    mailbox.refusals.push(550);
    const known = mailbox.received.length;
    await visitor.form('/form/requestPasswordReset', { _page: '/forgot-password', mail: asker.mail });
    await eventually(
      'the refusal of a mail',
      () => (mailbox.refusals.length === 0 || mailbox.received.length > known ? true : undefined),
      DEADLINE_MS,
    );
    const requestId = 'proxy-names-this-one';
    await visitor.get(`/search?q=${secret}`, { 'x-request-id': requestId });
    await program.stop();
    const lines = program.said.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find((line) => line.requestId === requestId)).toMatchObject({
      ...{ level: 'info', context: 'Request', method: 'GET', route: '/search', status: 200 },
    });
    expect(lines.filter(({ context }) => context === 'Request').length).toBeGreaterThan(6);
    const { nickname, mail } = asker;
    expect(leaksIn([['log', program.said.join('\n')]], { nickname, mail, secret, address })).toEqual([]);
  });

  /** Signs in, asks, answers, searches and is refused, as people do. */
  async function mainJob(browser: Browser, asker: TestMember, secret: string): Promise<void> {
    const board = await community.board();
    await browser.signIn(asker.mail, 'not the password');
    await browser.signIn(asker.mail, TEST_PASSWORD);
    const asked = await browser.form('/form/startThread', {
      ...{ _page: '/ask', boardId: board.publicId, kind: 'QUESTION', tags: '', clientKey: randomUUID() },
      ...{ title: `Wohin mit ${secret}?`, body: `Es geht um ${secret}, sonst nichts.` },
    });
    expect(asked.status).toBe(303);
    const path = new URL(asked.headers.location!, browser.origin).pathname;
    const threadId = path.split('/').at(-1)!;
    const reply = { _page: path, threadId, body: `Dorthin: ${secret}.`, clientKey: randomUUID() };
    expect((await browser.form('/form/reply', reply)).status).toBe(303);
    expect((await browser.form('/form/reply', { ...reply, threadId: secret })).status).toBe(404);
    await browser.get(`/u/${asker.nickname}`);
    await browser.get(`/tag/${secret}`);
    await browser.send('/graphql', { method: 'POST', body: `{"query":"{ ${secret} }"}` });
  }
});

describe('a process that is told to stop', () => {
  it('says so, and goes on answering while load balancers look', async () => {
    const web = await WebProcess.start(community);
    try {
      web.get(ReadinessProbe).beginToStop();
      const stopping = await readiness(web.visitor());
      expect(stopping).toMatchObject({ code: 503, status: 'stopping', headers: { connection: 'close' } });
      expect((await web.visitor().get('/imprint')).status).toBe(200);
    } finally {
      await web.close();
    }
  });

  it('finishes the request at hand, and takes no other', async () => {
    const { program, browser } = await startWeb();
    const thread = await community.question(await community.member(), await community.board());
    const lock = community.owner.createQueryRunner();
    await lock.startTransaction();
    await lock.query('LOCK TABLE forum.thread IN ACCESS EXCLUSIVE MODE');
    const slow = browser.get(`/t/${thread.slug}/${thread.publicId}`);
    await eventually('the slow request', waitsForThreads, DEADLINE_MS);
    const gone = program.stop();
    await eventually(
      'the end of the listener',
      () =>
        new Browser(browser.origin).get('/health/live', { connection: 'close' }).then(
          () => undefined,
          () => true,
        ),
      DEADLINE_MS,
    );
    await lock.commitTransaction();
    await lock.release();
    expect(await slow).toMatchObject({ status: 200, text: expect.stringContaining(thread.title) });
    expect(await gone).toBe(0);
  });

  it('gives back a job that does not end', async () => {
    const { server, url, talking } = await silentMailServer();
    const working = await TestCommunity.start({ SMTP_URL: url });
    try {
      const worker = working.get(Worker);
      await worker.start();
      const { mail } = await working.member();
      await working.get(RequestPasswordResetService).execute(working.visitor(), mail);
      const socket = await talking;
      expect(await lockedJobs(working)).toBeGreaterThan(0);
      await worker.stop(10);
      expect(await lockedJobs(working)).toBe(0);
      socket.destroy();
      await eventually('the end of the try', () => triedInVain(working), DEADLINE_MS); // it still uses the database
    } finally {
      server.close();
      await working.close();
    }
  });

  async function waitsForThreads(): Promise<true | undefined> {
    const rows = await community.owner.query<unknown[]>(
      `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'forum.thread'::regclass`,
    );
    return rows.length > 0 ? true : undefined;
  }

  async function triedInVain({ owner }: TestCommunity): Promise<true | undefined> {
    const rows = await owner.query<unknown[]>(
      'SELECT 1 FROM identity.outbox_mail WHERE attempts = 1 AND leased_until IS NULL',
    );
    return rows.length > 0 ? true : undefined;
  }

  async function lockedJobs({ owner }: TestCommunity): Promise<number> {
    const [row] = await owner.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM jobs_identity._private_jobs WHERE locked_by IS NOT NULL`,
    );
    return row!.count;
  }
});
