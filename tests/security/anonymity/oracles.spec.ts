import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Board, Thread } from '@kundig/forum/server';
import { Browser, type Answer } from '../../support/browser.js';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { WebProcess } from '../../support/web-process.js';
import { NIGHT } from './rounds.js';
import { welch } from './welch.js';

/** Of each side; a push looks at the answers alone, since times mean nothing on a busy machine. */
const SAMPLES = NIGHT === undefined ? 5 : 10_000;
/** Beyond it, so many standard errors apart, two sides are told apart: once in 100,000 runs by chance. */
const TOLD_APART = 4.5;
/** Threads of each side, so that where one of them lies on the disk does not tell. */
const THREADS = NIGHT === undefined ? 2 : 10;
/** What else the busy one has written anonymously. */
const OTHER_THREADS = 5 * THREADS;

jest.setTimeout(600_000 + SAMPLES * 400);

/** One request that an attacker repeats with something of either side: a thread, an address, a mail. */
type Ask = (index: number) => Promise<Answer>;

let community: TestCommunity;
let web: WebProcess;
let board: Board;
/** Threads whose personas are the only ones of their authors, and threads of one member who hides often. */
let once: Thread[];
let often: Thread[];
let closed: Thread[];
let member: TestMember;
let moderator: TestMember;

beforeAll(async () => {
  community = await TestCommunity.start({ LIMIT_FACTOR: '100000' });
  web = await WebProcess.start(community, { LIMIT_FACTOR: '100000' });
  board = await community.board();
  member = await community.member();
  moderator = await community.member();
  await community.grant(moderator, 'moderator');
  const busy = await community.member();
  for (let index = 0; index < OTHER_THREADS; index += 1) await hiddenThread(busy);
  once = await many(async () => hiddenThread(await community.member()));
  often = await many(() => hiddenThread(busy));
  const insider = await community.member();
  const inside = await community.groupBoard([insider], false);
  closed = await many(() => community.question(insider, inside));
  await community.runJobs();
});
afterAll(async () => {
  Browser.closeAll();
  await web?.close();
  await community?.close();
});

const hiddenThread = (author: TestMember) => community.question(author, board, { anonymous: true });

async function many<Made>(make: () => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let index = 0; index < THREADS; index += 1) made.push(await make());
  return made;
}

/**
 * Asks both sides in turns, which of them first by chance.
 * @returns status and headers of the first answers of each side, and how many standard errors their times lie apart
 */
async function compare(one: Ask, other: Ask): Promise<{ answers: string[][]; apart: number }> {
  const times: [number[], number[]] = [[], []];
  const answers: [string[], string[]] = [[], []];
  for (let index = 0; index < SAMPLES; index += 1) {
    const first = randomBytes(1)[0]! % 2;
    for (const side of [first, 1 - first]) {
      const began = process.hrtime.bigint();
      const answer = await (side === 0 ? one : other)(index);
      times[side]!.push(Number(process.hrtime.bigint() - began));
      if (index < THREADS)
        answers[side]!.push(`${answer.status} ${Object.keys(answer.headers).sort().join()}`);
    }
  }
  return { answers, apart: welch(...times) };
}

async function expectsNoDifference(one: Ask, other: Ask): Promise<void> {
  const { answers, apart } = await compare(one, other);
  expect(answers[0]).toEqual(answers[1]);
  if (NIGHT === undefined) return;
  console.log(`${expect.getState().currentTestName}: |t| = ${Math.abs(apart).toFixed(2)}`);
  expect(Math.abs(apart)).toBeLessThan(TOLD_APART);
}

const at = (threads: readonly Thread[], index: number): Thread => threads[index % threads.length]!;
let fresh = 0;
const pageOf = ({ slug, publicId }: Thread): string => `/t/${slug}/${publicId}?r=${(fresh += 1)}`;

describe('how long an answer takes does not tell', () => {
  it('a visitor whether the author of a thread hides elsewhere, too', async () => {
    const visitor = web.visitor();
    await expectsNoDifference(
      (index) => visitor.get(pageOf(at(once, index))),
      (index) => visitor.get(pageOf(at(often, index))),
    );
  });

  it('a member who reads the thread', async () => {
    const reader = await web.as(member);
    await expectsNoDifference(
      (index) => reader.get(pageOf(at(once, index))),
      (index) => reader.get(pageOf(at(often, index))),
    );
  });

  it('a member who thanks for the question and takes it back', async () => {
    const reader = await web.as(member);
    const opening = await openings();
    const act = async (thread: Thread): Promise<Answer> => {
      const variables = { id: opening.get(thread.id) };
      await reader.operation({ query: GIVE, variables });
      return reader.operation({ query: WITHDRAW, variables });
    };
    await expectsNoDifference(
      (index) => act(at(once, index)),
      (index) => act(at(often, index)),
    );
  });

  it('a moderator who looks at the acts about the thread', async () => {
    const desk = await web.as(moderator);
    const acts = ({ slug, publicId }: Thread) => desk.get(`/t/${slug}/${publicId}/moderate`);
    await expectsNoDifference(
      (index) => acts(at(once, index)),
      (index) => acts(at(often, index)),
    );
  });

  it('whoever opens the address of a thread whether it lies in a closed group or was never there', async () => {
    const visitor = web.visitor();
    const reader = await web.as(member);
    for (const browser of [visitor, reader])
      await expectsNoDifference(
        (index) => browser.get(pageOf(at(closed, index))),
        () => browser.get(`/t/${closed[0]!.slug}/${randomBytes(6).toString('hex')}?r=${(fresh += 1)}`),
      );
  });

  it('whoever asks for a new password whether the mail has an account', async () => {
    const visitor = web.visitor();
    const askFor = (mail: string) => visitor.operation({ query: RESET, variables: { input: { mail } } });
    await expectsNoDifference(
      () => askFor(member.mail),
      (index) => askFor(`niemand${index}@kunde.example`),
    );
  });

  it('whoever tries passwords whether the mail has an account', async () => {
    const visitor = web.visitor();
    const tryWith = (mail: string) =>
      visitor.operation({ query: SIGN_IN, variables: { input: { mail, password: 'falsch geraten' } } });
    await expectsNoDifference(
      () => tryWith(member.mail),
      (index) => tryWith(`niemand${index}@kunde.example`),
    );
  });
});

/** Public ids of opening posts by thread. */
async function openings(): Promise<Map<string, string>> {
  const rows = await community.owner.query<{ thread_id: string; public_id: string }[]>(
    'SELECT thread_id, public_id FROM forum.post WHERE position = 1',
  );
  return new Map(rows.map(({ thread_id: thread, public_id: id }) => [thread, id]));
}

const GIVE = 'mutation ($id: ID!) { giveKudos(input: { postId: $id }) { __typename } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawKudos(input: { postId: $id }) { __typename } }';
const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on UserError { message } } }';
const RESET =
  'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }';
