import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeJobService, TaskNames } from '@kundig/administration/server';
import { AppDatabase, AppJobs, LongWork, Metrics, RequestContext, Worker } from '@kundig/platform/server';
import { Browser } from '../../support/browser.js';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let administrator: TestMember;
beforeAll(async () => {
  community = await TestCommunity.start();
  administrator = await community.withRole('administrator');
});
afterAll(() => community?.close());
afterEach(async () => {
  for (const side of ['app', 'identity'])
    await community.owner.query(`DELETE FROM jobs_${side}._private_jobs`);
});

const SECRET = '3f0d0c5e-secret';

/** Jobs that were given up, with a payload and a message nobody may see. @returns their ids */
const giveUp = async (side: 'app' | 'identity', task: string, count = 1): Promise<string[]> => {
  const rows = await community.owner.query<{ id: string }[]>(
    `SELECT (jobs_${side}.add_job($1, json_build_object('postId', $2::text), max_attempts => 3)).id
     FROM generate_series(1, $3)`,
    [task, SECRET, count],
  );
  await community.owner.query(
    `UPDATE jobs_${side}._private_jobs SET attempts = 3, last_error = 'ECONNREFUSED for ${SECRET}@firma.example'
     WHERE id = ANY($1)`,
    [rows.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
};

interface Overview {
  workers: { side: string; alive: number }[];
  tasks: { task: string; waiting: number; failed: number; scheduled: number }[];
  failed: { ref: string; side: string; task: string; cause: string; at: string }[];
  timetable: { task: string; name: string; pattern: string }[];
  works: { kind: string; state: string; done: number; total: number | null }[];
}
const overview = async (): Promise<Overview> => {
  const data = await community.ask<{ jobOverview: Overview }>(
    await community.as(administrator),
    `{ jobOverview { workers { side alive } tasks { task waiting failed scheduled }
       failed { ref side task cause at } timetable { task name pattern } works { kind state done total } } }`,
  );
  return data.jobOverview;
};
const change = async (ref: string, decision: 'retried' | 'abandoned', ctx?: RequestContext) =>
  community.get(ChangeJobService).execute(ctx ?? (await community.as(administrator)), ref, decision);
const jobs = () => community.snapshotOf('jobs_app._private_jobs', 'jobs_identity._private_jobs');

describe('jobs that a write adds', () => {
  const ctx = RequestContext.system();
  const payloads = async (): Promise<unknown[]> =>
    (
      await community.owner.query<{ payload: unknown }[]>(
        'SELECT payload FROM jobs_app._private_jobs ORDER BY payload::text',
      )
    ).map(({ payload }) => payload);

  it('are there with its commit: of those with one key the last, and all without one', async () => {
    const jobs = community.get(AppJobs);
    await community.get(AppDatabase).transaction(ctx, async (tx) => {
      await jobs.add(tx, { task: 'test.count', payload: { n: 1 }, jobKey: 'count' });
      await jobs.add(
        tx,
        { task: 'test.count', payload: { n: 2 } },
        { task: 'test.count', payload: { n: 3 } },
      );
      await jobs.add(tx, { task: 'test.count', payload: { n: 4 }, jobKey: 'count' });
      expect(await payloads()).toEqual([]);
    });
    expect(await payloads()).toEqual([{ n: 2 }, { n: 3 }, { n: 4 }]);
    await jobs.add(ctx, { task: 'test.count', payload: { n: 5 }, jobKey: 'count' });
    expect(await payloads()).toEqual([{ n: 2 }, { n: 3 }, { n: 5 }]);
  });
});

describe('the page of jobs', () => {
  it('tells names and numbers, a cause in a word, and nothing of what a job is about', async () => {
    const [id] = await giveUp('app', 'search.index-post');
    await giveUp('identity', 'identity.send-mail', 2);
    const { failed, tasks, timetable } = await overview();
    expect(failed).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ref: `app:${id}`, cause: 'UNREACHABLE' }),
        expect.objectContaining({ ref: 'identity:identity.send-mail', cause: 'UNREACHABLE' }),
      ]),
    );
    expect(failed.map(({ at }) => new Date(at).getTime() % 900_000)).toEqual([0, 0]);
    expect(tasks).toEqual([{ task: 'search.index-post', waiting: 0, failed: 1, scheduled: 0 }]);
    expect(timetable).toContainEqual({
      ...{ task: 'identity.remove-expired', name: 'Abgelaufene Anmeldungen und Links entfernen' },
      pattern: '7 * * * *',
    });
    expect(new Set(timetable.map(({ task }) => task)).size).toBe(timetable.length);
    expect(JSON.stringify(await overview())).not.toContain(SECRET);
  });

  it('tells by no number to how many a mail went, whatever became of it', async () => {
    const add = (moment: string) =>
      community.owner.query(
        `SELECT jobs_identity.add_job('identity.send-mail', '{}', run_at => now() + $1::interval)`,
        [moment],
      );
    await giveUp('identity', 'identity.send-mail');
    const before = await overview();
    await giveUp('identity', 'identity.send-mail');
    for (const moment of ['0', '1 hour']) await add(moment);
    const { failed, ...after } = await overview();
    expect({
      ...after,
      failed: failed.map((job, index) => ({ ...job, at: before.failed[index]?.at })),
    }).toEqual(before);
  });

  it('names every task the workers know in both languages, and falls back to what the queue calls it', () => {
    const names = community.get(TaskNames);
    const worker = community.get(Worker);
    const tasks = [...worker.taskNames('app'), ...worker.taskNames('identity')];
    expect(tasks.length).toBeGreaterThan(40);
    for (const locale of ['de', 'en'] as const)
      expect(tasks.filter((task) => names.of(locale, task) === task)).toEqual([]);
    expect(names.of('de', 'search.index-post')).toBe('search.index-post');
  });

  it('is for administrators of the whole community alone; anybody else changes nothing', async () => {
    const [id] = await giveUp('app', 'search.index-post');
    const board = await community.board();
    const before = await jobs();
    for (const member of [
      await community.member(),
      await community.withRole('moderator'),
      await community.withRole('administrator', board),
    ]) {
      const ctx = await community.as(member);
      await expect(community.ask(ctx, '{ jobOverview { workers { alive } } }')).rejects.toThrow();
      for (const decision of ['retried', 'abandoned'] as const)
        await expect(change(`app:${id}`, decision, ctx)).rejects.toMatchObject({ typename: 'NotFoundError' });
    }
    expect(await jobs()).toEqual(before);
  });

  it('lets one job be tried again, once of several clicks, and writes it down', async () => {
    const [one, other] = await giveUp('app', 'faq.export-entries', 2);
    const tries = await Promise.allSettled([1, 2, 3].map(() => change(`app:${one}`, 'retried')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await overview()).failed.map(({ ref }) => ref)).toEqual([`app:${other}`]);
    expect((await overview()).tasks).toContainEqual(expect.objectContaining({ waiting: 1, failed: 1 }));
    const { auditLog } = await community.ask<{
      auditLog: { action: string; subject: string; path: string }[];
    }>(await community.as(administrator), '{ auditLog(first: 5) { action subject path } }');
    expect(auditLog).toEqual([
      {
        action: 'Auftrag noch einmal versucht',
        subject: 'Auftrag „FAQ-Sammlung exportieren“',
        path: '/admin/jobs',
      },
    ]);
  });

  it('lets all jobs of a task about accounts be tried again or given up for good, and no other', async () => {
    await giveUp('identity', 'identity.send-mail', 3);
    const [kept] = await giveUp('identity', 'identity.answer-registration');
    await community.owner.query(`SELECT jobs_identity.add_job('identity.send-mail', '{}')`);
    await change('identity:identity.send-mail', 'abandoned');
    const left = await community.owner.query(
      'SELECT id, attempts FROM jobs_identity._private_jobs ORDER BY id',
    );
    expect(left).toHaveLength(2); // the one that waits, and that of another task
    expect(left).toContainEqual(expect.objectContaining({ id: kept }));
    await change('identity:identity.answer-registration', 'retried');
    expect((await overview()).failed).toEqual([]);
    await expect(change('identity:identity.answer-registration', 'retried')).rejects.toMatchObject({
      messageKey: 'administration:error.noSuchJob',
    });
  });

  it('sees the workers that live', async () => {
    expect((await overview()).workers.map(({ alive }) => alive)).toEqual([0, 0]);
    const worker = community.get(Worker);
    await worker.start(1);
    expect((await overview()).workers.map(({ alive }) => alive > 0)).toEqual([true, true]);
    await worker.stop();
  });
});

describe('long work', () => {
  const works = () => community.get(LongWork);

  it('tells how far it is while it lasts, and how it ended', async () => {
    await works().watch('import', async (report) => {
      report(3, 12);
      report(7, 12);
      await Promise.resolve();
    });
    await expect(
      works().watch('search-reindex', (report) => {
        report(1, 2);
        return Promise.reject(new Error('cut off'));
      }),
    ).rejects.toThrow('cut off');
    let during: Overview['works'] = [];
    await works().watch('faq-export', async () => {
      during = (await overview()).works;
    });
    expect(during).toContainEqual({ kind: 'FAQ_EXPORT', state: 'RUNNING', done: 0, total: null });
    expect((await overview()).works).toEqual(
      expect.arrayContaining([
        { kind: 'IMPORT', state: 'SUCCEEDED', done: 7, total: 12 },
        { kind: 'SEARCH_REINDEX', state: 'FAILED', done: 1, total: 2 },
        { kind: 'FAQ_EXPORT', state: 'SUCCEEDED', done: 0, total: null },
      ]),
    );
  });

  it('counts as cut off when its process falls silent', async () => {
    let state: string | undefined;
    await works().watch('kudos-recount', async () => {
      community.clock.advance({ minutes: 6 });
      state = (await overview()).works.find(({ kind }) => kind === 'KUDOS_RECOUNT')!.state;
    });
    expect(state).toBe('SILENT');
  });
});

describe('what monitors read of the queues', () => {
  let monitor: Browser;
  beforeAll(async () => {
    monitor = new Browser(`http://127.0.0.1:${await community.get(Metrics).listen(0, '127.0.0.1')}`);
  });
  afterAll(() => Browser.closeAll());

  const figures = async (queue: string): Promise<string[]> =>
    (await monitor.get('/metrics')).text
      .split('\n')
      .filter((line) => /^kundig_(jobs|oldest_job_seconds)/.test(line) && line.includes(`queue="${queue}"`))
      .sort();
  /** @param minutes since they were due */
  const add = async (side: 'app' | 'identity', count: number, minutes: number) =>
    community.owner.query(
      `SELECT jobs_${side}.add_job('identity.send-mail', run_at => now() - make_interval(mins => $2))
       FROM generate_series(1, $1)`,
      [count, minutes],
    );
  const of = (queue: string, waiting: number, failed: number, seconds: number) => [
    `kundig_jobs{queue="${queue}",state="failed"} ${failed}`,
    `kundig_jobs{queue="${queue}",state="waiting"} ${waiting}`,
    `kundig_oldest_job_seconds{queue="${queue}"} ${seconds}`,
  ];

  it('tells of identity’s neither how many there are nor that there are any before a quarter of an hour', async () => {
    const idle = of('identity', 0, 0, 0);
    expect(await figures('identity')).toEqual(idle);
    for (const mails of [1, 1]) {
      await add('identity', mails, 14);
      expect(await figures('identity')).toEqual(idle);
    }
    await add('identity', 1, 16);
    expect(await figures('identity')).toEqual(of('identity', 1, 0, 900));
    await add('identity', 3, 29);
    expect(await figures('identity')).toEqual(of('identity', 1, 0, 900));
    for (const given of [1, 2]) {
      await giveUp('identity', 'identity.send-mail', given);
      expect((await figures('identity'))[0]).toBe(of('identity', 1, 1, 900)[0]);
    }
  });

  it('tells of the app’s how many there are', async () => {
    await add('app', 2, 0);
    await giveUp('app', 'search.index', 3);
    expect((await figures('app')).slice(0, 2)).toEqual(of('app', 2, 3, 0).slice(0, 2));
  });
});
