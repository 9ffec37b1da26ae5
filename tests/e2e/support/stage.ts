import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Thread } from '@kundig/forum/server';
import { chromium, type Browser } from 'playwright-core';
import { TestCommunity } from '../../support/community.js';
import type { ReceivedMail } from '../../support/mailbox.js';
import { Person, type Arrival } from './person.js';
import { runningCommunity } from './running-community.js';
import { until } from './until.js';

/** Both ways in which every journey must succeed. */
export const BOTH_WAYS = [
  { way: 'with scripts', scripts: true },
  { way: 'without scripts', scripts: false },
] as const;

/** The running product of this worker, and whoever comes to it. */
export class Stage {
  private browser!: Browser;
  private readonly people: Person[] = [];
  /** For making boards and members, and for looking behind the pages. */
  community!: TestCommunity;

  /** Sets up and clears away around the tests of a file, and fails a test when something went wrong unseen. */
  static open(): Stage {
    const stage = new Stage();
    beforeAll(async () => {
      stage.browser = await chromium.connect(process.env.E2E_BROWSER!);
      const { databaseUrl, keysDir, baseUrl } = runningCommunity();
      stage.community = await TestCommunity.beside({
        DATABASE_URL: databaseUrl,
        KEYS_DIR: keysDir,
        BASE_URL: baseUrl,
      });
    });
    afterEach(async () => {
      for (const person of stage.people.splice(0)) await person.leave();
    });
    afterAll(async () => {
      await stage.community.close();
      await stage.browser.close();
    });
    return stage;
  }

  /** Somebody comes with a browser of their own. */
  async arrive(arrival: Arrival = {}): Promise<Person> {
    const person = await Person.arrive(this.browser, arrival);
    this.people.push(person);
    return person;
  }

  /** @returns mails to an address so far, oldest first */
  mailsTo(address: string): ReceivedMail[] {
    const { mailDir } = runningCommunity();
    return readdirSync(mailDir)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => JSON.parse(readFileSync(join(mailDir, file), 'utf8')) as ReceivedMail)
      .filter(({ to }) => to.includes(address));
  }

  /** Waits for the next mail to an address. @param known how many are known already */
  async mailTo(address: string, known = 0): Promise<ReceivedMail> {
    return until(() => Promise.resolve(this.mailsTo(address)[known]), `mail ${known + 1} to ${address}`);
  }

  /** Lets the waiting time of a job about a thread be over. @returns how long it would still have waited, in seconds */
  async endWaitOf(task: string, thread: Thread): Promise<number> {
    const job = await until(async () => {
      const [row] = await this.community.owner.query<{ id: string; wait: number }[]>(
        `SELECT j.id, extract(epoch FROM j.run_at - now())::float AS wait FROM jobs_app._private_jobs j
         JOIN jobs_app._private_tasks t ON t.id = j.task_id
         WHERE t.identifier = $1 AND j.payload->>'threadId' = $2 AND j.run_at > now()`,
        [task, thread.id],
      );
      return row;
    }, `a waiting job ${task}`);
    await this.community.owner.query('UPDATE jobs_app._private_jobs SET run_at = now() WHERE id = $1', [
      job.id,
    ]);
    return job.wait;
  }

  /** Lets everything in a thread have been written so many minutes earlier. */
  async wroteEarlier({ id }: Thread, minutes: number): Promise<void> {
    await this.community.owner.query(
      `UPDATE forum.post SET created_at = created_at - make_interval(mins => $2) WHERE thread_id = $1`,
      [id, minutes],
    );
  }

  /** Waits until no job is left that is due. */
  async jobsDone(): Promise<void> {
    await until(async () => {
      const [row] = await this.community.owner.query<{ due: number }[]>(
        `SELECT count(*)::int AS due FROM (SELECT run_at FROM jobs_app._private_jobs UNION ALL
         SELECT run_at FROM jobs_identity._private_jobs) AS j WHERE run_at <= now()`,
      );
      return row!.due === 0;
    }, 'the jobs to be done');
  }
}
