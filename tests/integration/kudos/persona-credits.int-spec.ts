import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { Board, Post } from '@kundig/forum/server';
import { ExportOwnDataService, GiveUpPersonaService } from '@kundig/identity/server';
import {
  CREDIT_DELAY_DAYS,
  CreditPersonasJob,
  GiveKudosService,
  KudosRepository,
  WithdrawKudosService,
} from '@kundig/kudos/server';
import { RankingsService } from '@kundig/merits/server';
import { RequestContext } from '@kundig/platform/server';
import { SwitchFeatureService } from '@kundig/site/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { TEST_PASSWORD } from '../../support/members.js';

jest.setTimeout(180_000);

const DAY = { minutes: 24 * 60 };
const MOST_THANKS = 20;

let community: TestCommunity;
let administrator: TestMember;
let givers: TestMember[];
let board: Board;
beforeAll(async () => {
  community = await TestCommunity.start({ LIMIT_FACTOR: '10000' });
  administrator = await community.withRole('administrator');
  givers = await Promise.all(Array.from({ length: MOST_THANKS }, () => community.member()));
});
afterAll(() => community.close());
beforeEach(async () => {
  board = await community.board();
  await community.owner.query(
    'TRUNCATE kudos.kudo, kudos.post_kudos, kudos.member_credit, kudos.credit_batch, identity.persona_credit',
  );
  await turn(true);
});

const system = RequestContext.system();

/** @param feature whether thanks for personas are credited at all */
const turn = async (on: boolean) =>
  community
    .get(SwitchFeatureService)
    .execute(await community.as(administrator), { feature: 'persona-credits', on });
const run = () => community.get(CreditPersonasJob).run(system);
/** Lets days go by, on each of which the job is run. */
const later = async (days: number) => {
  for (let day = 0; day < days; day += 1) {
    community.clock.advance(DAY);
    await run();
  }
};

/** Lets the batch of this month find that there was none before: it counts from now on. */
const begin = run;

/** Lets all that was thanked for until now be old enough, and the batch after that be made. */
const batch = () => later(CREDIT_DELAY_DAYS + 31);

const thank = async ({ publicId }: Pick<Post, 'publicId'>, times: number, from = 0) => {
  for (const giver of givers.slice(from, from + times))
    await community.get(GiveKudosService).execute(await community.as(giver), publicId);
};

interface Author extends TestMember {
  readonly post: Post;
}

/** Somebody who has answered anonymously. */
async function author(where = board): Promise<Author> {
  const me = await community.member();
  const thread = await community.question(await community.member(), where);
  return { ...me, post: await community.reply(me, thread, { anonymous: true }) };
}

/** Members who were thanked so often each, for what they wrote anonymously. */
async function thankedAuthors(...times: number[]): Promise<Author[]> {
  const authors = [];
  for (const count of times) {
    const one = await author();
    await thank(one.post, count);
    authors.push(one);
  }
  return authors;
}

/** What profiles show, member by member. */
async function totals(members: readonly TestMember[]): Promise<number[]> {
  const ids = members.map(({ memberId }) => memberId);
  const found = await community.get(KudosRepository).publicTotals(community.visitor(), ids);
  return ids.map((id) => found.get(id) ?? 0);
}

const rows = () =>
  community.snapshotOf('kudos.member_credit', 'kudos.credit_batch', 'identity.persona_credit');

it('credits nobody unless the operator wants it, and nothing from before', async () => {
  await turn(false);
  const early = await thankedAuthors(5, 5, 5, 5, 5);
  await begin();
  await batch();
  expect(Object.values(await rows()).flat()).toEqual([]);

  await turn(true);
  await begin();
  await batch();
  expect(await totals(early)).toEqual([0, 0, 0, 0, 0]);
});

it('credits whole steps of five after thirty days, and carries the rest along', async () => {
  await begin();
  const authors = await thankedAuthors(5, 6, 9, 10, 14, 4);
  await later(CREDIT_DELAY_DAYS - 1);
  expect(await totals(authors)).toEqual([0, 0, 0, 0, 0, 0]);
  await batch();
  expect(await totals(authors)).toEqual([5, 5, 5, 10, 10, 0]);

  for (const { post } of authors) await thank(post, 1, MOST_THANKS - 1);
  await thank(authors[0]!.post, 5, 5);
  for (const { post } of authors.slice(1, 3)) await thank(post, 4, 9);
  await batch();
  expect(await totals(authors)).toEqual([10, 10, 10, 10, 15, 5]);
});

it('credits nobody where fewer than five would be, until there are five', async () => {
  await begin();
  const few = await thankedAuthors(14, 14, 14, 14);
  await batch();
  expect(await totals(few)).toEqual([0, 0, 0, 0]);
  const [fifth] = await thankedAuthors(5);
  await batch();
  expect(await totals([...few, fifth!])).toEqual([10, 10, 10, 10, 5]);
});

it('makes one batch of a month, by however many at once and however often', async () => {
  await begin();
  const authors = await thankedAuthors(5, 5, 5, 5, 5);
  await batch();
  const made = await rows();
  expect(made['kudos.member_credit']).toHaveLength(5);
  // As after a crash between the two databases' commits, in which both were begun: what is left to do is done, and counted once.
  await community.owner.query(
    'UPDATE kudos.credit_batch b SET done = false FROM kudos.member_credit c WHERE c.day = b.day',
  );
  await community.owner.query('TRUNCATE kudos.member_credit');
  await Promise.all([run(), run(), run()]);
  expect(await rows()).toEqual(made);
  expect(await totals(authors)).toEqual([5, 5, 5, 5, 5]);
});

it('leaves out what was taken back, what stands in closed boards, and what was given up', async () => {
  await begin();
  const authors = await thankedAuthors(5, 5, 5, 5, 5);
  const [regretted, givenUp] = await thankedAuthors(5, 5);
  const closed = await author(await community.board({ visibility: 'members' }));
  await thank(closed.post, 5);
  await community.get(WithdrawKudosService).execute(await community.as(givers[0]!), regretted!.post.publicId);
  const [persona] = await community.owner.query<{ id: string }[]>(
    'SELECT a.public_id AS id FROM forum.post p JOIN pseudonyms.pseudonym a ON a.id = p.author_id WHERE p.id = $1',
    [givenUp!.post.id],
  );
  await community.get(GiveUpPersonaService).execute(await community.as(givenUp!), {
    ...{ publicId: persona!.id, currentPassword: TEST_PASSWORD },
  });
  await batch();
  expect(await totals([...authors, regretted!, givenUp!, closed])).toEqual([5, 5, 5, 5, 5, 0, 0, 0]);
});

it('counts in the ranking over all boards, in no board, and goes with the person', async () => {
  await begin();
  const authors = await thankedAuthors(14, 9, 9, 9, 9);
  await batch();
  const ranked = (boardId: string | null) =>
    community.get(RankingsService).of(community.visitor(), 'month', 'kudos', boardId);
  const { members } = await ranked(null);
  expect(members.map(({ memberId, kudos }) => [memberId, kudos])).toContainEqual([authors[0]!.memberId, 10]);
  expect((await ranked(board.publicId)).members).toEqual([]);

  const first = await community.as(authors[0]!);
  const ticket = await community.get(ExportOwnDataService).unlock(first, TEST_PASSWORD);
  const told = [];
  for await (const row of await community.get(ExportOwnDataService).execute(first, ticket)) told.push(row);
  expect(told).toContainEqual(expect.objectContaining({ kind: 'kudos-credit', kudos: 10 }));
  expect(told).toContainEqual(
    expect.objectContaining({ kind: 'anonymous-thanks', counted: 14, credited: 10 }),
  );
});
