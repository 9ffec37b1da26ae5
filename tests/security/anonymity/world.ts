import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Board } from '@kundig/forum/server';
import { JsonLog, Randomness, type Role } from '@kundig/platform/server';
import { SwitchFeatureService } from '@kundig/site/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { Mailbox } from '../../support/mailbox.js';
import { plantPerson, type PlantedPerson } from '../../support/planted-person.js';
import { SeededRandomness } from '../../support/seeded-randomness.js';
import { WebProcess } from '../../support/web-process.js';

/** Two people one of whom hides; everybody else sees the same of both. */
export type Candidate = 'alice' | 'bob';

/** Who looks: in turn, what they see must not tell the worlds apart. */
export interface Observers {
  /** Takes part in the threads, and writes with whoever hides. */
  readonly carol: TestMember;
  /** Reads along, thanks and follows. */
  readonly dora: TestMember;
  /** Of the whole community. */
  readonly moderator: TestMember;
  /** Of one public board alone. */
  readonly moderatorThere: TestMember;
  readonly editor: TestMember;
  readonly administrator: TestMember;
}
export type ObserverName = keyof Observers;

/** The day of a scenario's first step. */
const START = new Date('2026-11-02T09:00:00.000Z');

/** As many as a sealed value draws. */
const NONCE_BYTES = 12;

/** Every step has five minutes of its own; three of them share a quarter of an hour. */
const STEP_MS = 300_000;

/**
 * How far into its five minutes somebody acts. Each of those who hide has a habit of their own, which the quarter of an hour must
 * swallow: in one world the same is written two minutes later than in the other.
 */
const HABIT_MS = { alice: 31_250, bob: 167_900, others: 100_000 } as const;

/** In which world something happens: the log of the process is one, and both worlds write it at the same time. */
const happeningIn = new AsyncLocalStorage<World>();

/** Lets each world keep its own lines of the log while `work` goes on. @throws Error for a line that no world wrote */
export async function hearingTheLog<T>(work: () => Promise<T>): Promise<T> {
  const strays: string[] = [];
  const write = (line: string) => void (happeningIn.getStore()?.log ?? strays).push(line);
  Logger.overrideLogger(new JsonLog('debug', { write }));
  try {
    return await work();
  } finally {
    Logger.overrideLogger(false);
    if (strays.length > 0) throw new Error(`lines of the log that belong to no world: ${strays.join('')}`);
  }
}

/** Pairs to choose from; a scenario's pair hides in no other thread that may be merged with its own. */
export const PAIRS = 6;

/**
 * One of two communities that differ in nothing but who hides, or in what lies behind a closed door. Ids and secrets are drawn
 * anew for every step from the step's own name, so that what happens in one world alone shifts nothing of the rest.
 */
export class World {
  /** What was logged and what jobs carried since the last look. */
  readonly log: string[] = [];
  readonly jobs: string[] = [];
  /** How each step of an observer ended, as its own browser would tell. */
  readonly outcomes: string[] = [];
  /** Rows that were looked at. */
  readonly known = new Set<string>();
  private step = 0;

  private constructor(
    readonly community: TestCommunity,
    readonly web: WebProcess,
    /** Where all mails of this world arrive. */
    readonly mailbox: Mailbox,
    readonly observers: Observers,
    readonly pairs: readonly Readonly<Record<Candidate, PlantedPerson>>[],
    /** What must stand in nothing that anybody sees, by whose it is and its name. */
    readonly secrets: Readonly<Record<string, string>>,
    readonly boards: readonly Board[],
    private readonly reseed: (name: string) => void,
  ) {}

  static async open(): Promise<World> {
    const dataDir = await mkdtemp(join(tmpdir(), 'kundig-world-'));
    const mailbox = await Mailbox.open();
    const generous = { LIMIT_FACTOR: '1000000', DATA_DIR: dataDir };
    const community = await TestCommunity.start({ ...generous, SMTP_URL: mailbox.url });
    const web = await WebProcess.start(community, { TRUST_PROXY: '1' });
    let [seeded, nonces] = [
      new SeededRandomness('the beginning'),
      new SeededRandomness('the beginning of nonces'),
    ];
    for (const randomness of [community.get(Randomness), web.get(Randomness)])
      Object.assign(randomness, {
        // One account seals once what two accounts seal each: what is drawn after that must not be shifted by it.
        bytes: (length: number) => (length === NONCE_BYTES ? nonces : seeded).bytes(length),
        uuid: () => seeded.uuid(),
        // Hashed with the member it would tell the worlds apart, as random ids do that nobody can compute.
        repeatableUuid: (...parts: readonly string[]) => new SeededRandomness(parts.at(-1)!).uuid(),
      });
    const boards = [
      await community.board({ slug: 'fragen' }),
      await community.board({ slug: 'technik' }),
    ] as const;
    const holder = async (name: string, role: Role, board?: Board) => {
      const member = await community.member(name);
      await community.grant(member, role, board);
      return member;
    };
    const observers = {
      carol: await community.member('Carola'),
      dora: await community.member('Dorothea'),
      moderator: await holder('Berta', 'moderator'),
      moderatorThere: await holder('Friedrich', 'moderator', boards[1]),
      editor: await holder('Gerda', 'editor'),
      administrator: await holder('Heinrich', 'administrator'),
    };
    // Closed to search engines, as every community begins, it would have no maps to compare.
    await web
      .get(SwitchFeatureService)
      .execute(await community.as(observers.administrator), { feature: 'search-engines', on: true });
    const planted = async (name: string) => {
      const drawn = new SeededRandomness(name);
      return plantPerson(community, (length) => drawn.bytes(length));
    };
    const pairs = [];
    for (let pair = 0; pair < PAIRS; pair += 1)
      pairs.push({ alice: await planted(`alice ${pair}`), bob: await planted(`bob ${pair}`) });
    const secrets = await secretsOf(community, pairs);
    const world = new World(community, web, mailbox, observers, pairs, secrets, boards, (name) => {
      [seeded, nonces] = [new SeededRandomness(name), new SeededRandomness(`nonces ${name}`)];
    });
    const server = web.application.getHttpServer() as Server;
    server.prependListener('request', () => happeningIn.enterWith(world));
    return world;
  }

  /**
   * Lets somebody act at their hour of the clock.
   * @param name of the step, the same in both worlds
   * @param habit of whom the moment is; observers have one in common
   */
  async act<T>(name: string, habit: Candidate | 'others', work: () => Promise<T>): Promise<T | null> {
    this.reseed(name);
    this.at(START.getTime() + this.step * STEP_MS + HABIT_MS[habit]);
    try {
      const result = await this.here(work);
      this.outcomes.push(`${name}: done`);
      return result;
    } catch (error) {
      this.outcomes.push(`${name}: ${(error as Error).constructor.name} ${(error as Error).message}`);
      return null;
    }
  }

  /** Ends a step, whoever acted in it in whichever world. */
  pass(): void {
    this.step += 1;
    this.at(START.getTime() + this.step * STEP_MS);
  }

  /** Draws the same for the same look in both worlds. */
  async look<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.reseed(`look ${name}`);
    return this.here(work);
  }

  /** Runs what follows from the steps so far, and keeps what jobs carried. */
  async settle(): Promise<void> {
    this.reseed(`jobs after step ${this.step}`);
    const rows = await this.community.owner.query<{ told: string }[]>(
      `SELECT concat_ws(' ', t.identifier, j.payload, j.key, j.job_queue_id, j.priority, j.max_attempts, j.flags) AS told
       FROM jobs_app._private_jobs j JOIN jobs_app._private_tasks t ON t.id = j.task_id ORDER BY j.id`,
    );
    this.jobs.push(...rows.map(({ told }) => told));
    await this.here(() => this.community.runJobs());
  }

  async close(): Promise<void> {
    await this.web.close();
    await this.community.close();
    await this.mailbox.close();
    await rm(this.community.environment.dataDir, { recursive: true });
  }

  private at(instant: number): void {
    const { clock } = this.community;
    clock.advance({ seconds: (instant - clock.now().getTime()) / 1000 });
  }

  private here<T>(work: () => Promise<T>): Promise<T> {
    return happeningIn.run(this, work);
  }
}

/** All that is planted in those of whom one hides, and their accounts. */
async function secretsOf(
  { owner }: TestCommunity,
  pairs: readonly Readonly<Record<Candidate, PlantedPerson>>[],
): Promise<Record<string, string>> {
  const accounts = await owner.query<{ mail: string; id: string }[]>('SELECT mail, id FROM identity.account');
  const accountOf = new Map(accounts.map(({ mail, id }) => [mail, id]));
  const told = pairs.flatMap((pair, index) =>
    (['alice', 'bob'] as const).flatMap((candidate) => {
      const { mail, secrets } = pair[candidate];
      const all = { ...secrets, mailName: mail.split('@')[0]!, account: accountOf.get(mail)! };
      return Object.entries(all).map(([name, secret]) => [`${name} of ${candidate} ${index}`, secret]);
    }),
  );
  return Object.fromEntries(told) as Record<string, string>;
}
