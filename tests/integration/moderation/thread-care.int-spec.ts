import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BoardRepository,
  MarkSolutionService,
  ReplyService,
  ThreadRepository,
  type Board,
  type Thread,
} from '@kundig/forum/server';
import {
  LockThreadService,
  MoveThreadService,
  PinThreadService,
  RelabelThreadService,
  SlowThreadService,
} from '@kundig/moderation/server';
import { NotAllowed, NotFound, RequestContext, TooManyRequests } from '@kundig/platform/server';
import { SearchCommunity } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let stranger: TestMember, otherModerator: TestMember, administrator: TestMember, editor: TestMember;
let board: Board, thread: Thread, asker: TestMember, helper: TestMember, moderator: TestMember;

beforeAll(async () => {
  community = await TestCommunity.start();
  stranger = await community.member();
  otherModerator = await community.withRole('moderator', await community.board());
  administrator = await community.withRole('administrator');
  editor = await community.withRole('editor');
});
afterAll(() => community.close());

beforeEach(async () => {
  board = await community.board();
  asker = await community.member();
  helper = await community.member();
  moderator = await community.withRole('moderator', board);
  thread = await community.question(asker, board);
});

const system = RequestContext.system();
const TABLES = [
  'forum.thread',
  'forum.post',
  'forum.board',
  'moderation.audit_entry',
  'jobs_app._private_jobs',
];
const fresh = async (id = thread.publicId): Promise<Thread> =>
  (await community.get(ThreadRepository).findReadable(system, id))!;
const counts = async ({ slug }: Board) => {
  const found = await community.get(BoardRepository).findBySlug(system, slug);
  return { threads: found!.threadCount, open: found!.openCount };
};
const auditOf = (subject: string) =>
  community.owner.query<{ action: string; actor_id: string; reason: string | null }[]>(
    'SELECT action, actor_id, reason FROM moderation.audit_entry WHERE subject_id = $1 ORDER BY seq',
    [subject],
  );

const ACTIONS = {
  relabelThread: 'title: "Telefon klingelt nach dem Umzug nicht", tags: "umzug, telefon"',
  changeThreadKind: 'kind: DISCUSSION',
  pinThread: '',
  unpinThread: '',
  moveThread: 'boardId: $boardId',
  slowThread: 'minutes: 5',
} as const;
type Action = keyof typeof ACTIONS;

async function run(
  member: TestMember | undefined,
  action: Action,
  id: string,
  boardId: string,
): Promise<string> {
  const ctx = member ? await community.as(member) : community.visitor();
  const declared = ACTIONS[action].includes('$boardId') ? '($id: ID!, $boardId: ID!)' : '($id: ID!)';
  const { answer } = await community.ask<{ answer: { __typename: string } }>(
    ctx,
    `mutation ${declared} { answer: ${action}(input: { threadId: $id, reason: "Damit man es findet.", ${ACTIONS[action]} }) { __typename } }`,
    { id, boardId },
  );
  return answer.__typename;
}

describe.each(Object.keys(ACTIONS) as Action[])('%s', (action) => {
  let target: Board;
  beforeEach(async () => {
    target = await community.board();
    if (action === 'unpinThread') await run(moderator, 'pinThread', thread.publicId, target.publicId);
  });

  it('is for moderators of the board; all others learn nothing and change nothing', async () => {
    const before = await community.snapshotOf(...TABLES);
    expect(await run(undefined, action, thread.publicId, target.publicId)).toBe('SignInRequiredError');
    for (const refused of [asker, stranger, otherModerator, editor])
      expect(await run(refused, action, thread.publicId, target.publicId)).toBe('NotFoundError');
    expect(await run(moderator, action, 'unknown', target.publicId)).toBe('NotFoundError');
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
  });

  it.each(['the moderator of the board', 'an administrator'])(
    'is done and logged once for %s',
    async (who) => {
      const actor = who === 'an administrator' ? administrator : moderator;
      const logged = (await auditOf(thread.publicId)).length;
      expect(await run(actor, action, thread.publicId, target.publicId)).toBe(
        `${action[0]!.toUpperCase()}${action.slice(1)}Success`,
      );
      const after = await community.snapshotOf(...TABLES);
      const again = await run(actor, action, thread.publicId, target.publicId);
      // A moderator of single boards has let the thread go with the move.
      expect(again).toBe(
        action === 'moveThread' && actor === moderator
          ? 'NotFoundError'
          : `${action[0]!.toUpperCase()}${action.slice(1)}Success`,
      );
      expect(await community.snapshotOf(...TABLES)).toEqual(after);
      const entries = await auditOf(thread.publicId);
      expect(entries).toHaveLength(logged + 1);
      expect(entries.at(-1)).toMatchObject({ actor_id: actor.memberId, reason: 'Damit man es findet.' });
    },
  );
});

describe('another title', () => {
  it('is found by search, and the old address still leads to the thread', async () => {
    await community.get(RelabelThreadService).execute(await community.as(moderator), {
      threadId: thread.publicId,
      title: 'Zauberlehrling an der Nebenstelle',
      tags: ['umzug'],
      reason: null,
    });
    await community.runJobs();
    const found = await community
      .get(SearchCommunity)
      .execute(community.visitor(), { query: 'Zauberlehrling', filter: {}, page: 1 });
    expect(found.hits.map((hit) => hit.thread.id)).toEqual([thread.id]);
    expect(await fresh()).toMatchObject({ slug: 'zauberlehrling-an-der-nebenstelle', tags: ['umzug'] });
  });

  it.each([
    ['title: "Kurz"', 'title'],
    ['title: "Ein Titel, der lang genug ist", tags: "eins zwei drei vier fünf sechs"', 'tags'],
    ['title: "Ein Titel, der lang genug ist", reason: "x"', 'reason'],
  ])('is refused with %s', async (input, field) => {
    const before = await community.snapshotOf(...TABLES);
    const { answer } = await community.ask<{ answer: { field: string } }>(
      await community.as(moderator),
      `mutation ($id: ID!) { answer: relabelThread(input: { threadId: $id, ${input} }) { ... on UserError { field } } }`,
      { id: thread.publicId },
    );
    expect(answer.field).toBe(field);
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
  });
});

it('a solved question stays a question', async () => {
  const answer = await community.reply(helper, thread);
  await community.get(MarkSolutionService).execute(await community.as(asker), answer.publicId, true);
  expect(await run(moderator, 'changeThreadKind', thread.publicId, '')).toBe('NotAllowedError');
  expect(await fresh()).toMatchObject({ kind: 'question', solutionCount: 1 });
  await community.get(MarkSolutionService).execute(await community.as(asker), answer.publicId, false);
  expect(await counts(board)).toEqual({ threads: 1, open: 1 });
  expect(await run(moderator, 'changeThreadKind', thread.publicId, '')).toBe('ChangeThreadKindSuccess');
  expect(await counts(board)).toEqual({ threads: 1, open: 0 });
});

describe('a thread on another board', () => {
  const move = async (member: TestMember, to: Board) =>
    community
      .get(MoveThreadService)
      .execute(await community.as(member), { threadId: thread.publicId, boardId: to.publicId, reason: null });

  it('is counted there, read by those who read there, and keeps its personas', async () => {
    const anonymous = await community.reply(helper, thread, { anonymous: true });
    const members = await community.board({ visibility: 'members' });
    await move(moderator, members);
    expect(await counts(board)).toEqual({ threads: 0, open: 0 });
    expect(await counts(members)).toEqual({ threads: 1, open: 1 });
    expect(
      await community.get(ThreadRepository).findReadable(community.visitor(), thread.publicId),
    ).toBeNull();
    const again = await community.reply(helper, thread);
    expect(again.authorId).toBe(anonymous.authorId);
  });

  it('is not pinned there, for the pin was a choice of the board it leaves', async () => {
    const ctx = await community.as(administrator);
    await community.get(PinThreadService).execute(ctx, { threadId: thread.publicId, reason: null }, true);
    expect((await fresh()).pinnedAt).not.toBeNull();
    await move(administrator, await community.board());
    expect((await fresh()).pinnedAt).toBeNull();
  });

  it('goes only where the mover could have begun it, and into no wider circle', async () => {
    const forStaff = await community.board({ posting: 'staff' });
    const closed = await community.groupBoard([stranger], true);
    await expect(move(moderator, forStaff)).rejects.toThrow(NotAllowed);
    await expect(move(moderator, closed)).rejects.toThrow(NotFound);
    const members = await community.board({ visibility: 'members' });
    const keeper = await community.withRole('moderator', members);
    const everybody = await community.board();
    thread = await community.question(asker, members);
    await expect(move(keeper, everybody)).rejects.toMatchObject({ messageKey: 'forum:error.wouldPublish' });
    expect((await fresh()).boardId).toBe(members.id);
    await move(administrator, everybody);
    expect((await fresh()).boardId).toBe(everybody.id);
  });

  it('is offered as a target exactly where moving it there is possible', async () => {
    const target = await community.board();
    await community.board({ posting: 'staff' });
    const targets = async (member: TestMember) => {
      const answer = await community.ask<{ thread: { moveTargets: { id: string }[] } }>(
        await community.as(member),
        'query ($id: ID!) { thread(id: $id) { moveTargets { id } } }',
        { id: thread.publicId },
      );
      return answer.thread.moveTargets.map(({ id }) => id);
    };
    expect(await targets(moderator)).toContain(target.publicId);
    expect(await targets(moderator)).not.toContain(board.publicId);
    expect(await targets(asker)).toEqual([]);
  });

  it('is offered each sub-board right after the board it is part of, whatever their ranks', async () => {
    const [first, between] = [await community.board({ rank: 1 }), await community.board({ rank: 2 })];
    const below = await community.board({ rank: 9, parentId: first.id });
    const offered = await community
      .get(MoveThreadService)
      .targetsOf(await community.as(administrator), thread);
    const ours = new Set([first.id, between.id, below.id]);
    expect(offered.map(({ id }) => id).filter((id) => ours.has(id))).toEqual([
      first.id,
      below.id,
      between.id,
    ]);
  });

  it('lands on one board and is counted once, when two move it at once', async () => {
    const [one, other] = [await community.board(), await community.board()];
    await Promise.all([move(administrator, one), move(administrator, other)]);
    const { boardId } = await fresh();
    for (const place of [board, one, other])
      expect(await counts(place)).toEqual(
        place.id === boardId ? { threads: 1, open: 1 } : { threads: 0, open: 0 },
      );
    expect(await auditOf(thread.publicId)).toHaveLength(2);
  });

  it('is out of reach for its old moderator, also when they were faster to ask than to act', async () => {
    const elsewhere = await community.board();
    const ctx = await community.as(moderator);
    await move(administrator, elsewhere);
    await expect(
      community.get(LockThreadService).execute(ctx, { threadId: thread.publicId, reason: null }, true),
    ).rejects.toThrow(NotFound);
    expect((await fresh()).lockedAt).toBeNull();
  });
});

describe('slow mode', () => {
  const slow = async (minutes: number | null) =>
    community
      .get(SlowThreadService)
      .execute(await community.as(moderator), { threadId: thread.publicId, minutes, reason: null });
  const reply = (member: TestMember, anonymous: boolean | null = null, clientKey: string = randomUUID()) =>
    community.as(member).then((ctx) =>
      community.get(ReplyService).execute(ctx, {
        threadId: thread.publicId,
        body: 'Bei uns ist es genauso.',
        anonymous,
        clientKey,
      }),
    );

  it.each([false, true])('lets one reply through in so many minutes (anonymous: %s)', async (anonymous) => {
    await slow(10);
    await reply(helper, anonymous);
    const before = await community.snapshotOf('forum.post', 'forum.thread');
    const refusal = await reply(helper, anonymous).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooManyRequests);
    expect(refusal).toMatchObject({ messageKey: 'forum:error.slowMode', details: { params: { count: 10 } } });
    expect(await community.snapshotOf('forum.post', 'forum.thread')).toEqual(before);
    await reply(stranger); // everybody has a turn of their own
    community.clock.advance({ minutes: 10 });
    await reply(helper, anonymous);
    expect((await fresh()).replyCount).toBe(3);
  });

  it('lets one of ten replies at once through', async () => {
    await slow(10);
    const replies = await Promise.allSettled(Array.from({ length: 10 }, () => reply(helper)));
    expect(replies.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await fresh()).replyCount).toBe(1);
  });

  it('answers a resend with the first post, and gives a turn back that led to none', async () => {
    await slow(10);
    const key = randomUUID();
    const { post } = await reply(helper, null, key);
    expect((await reply(helper, null, key)).post.id).toBe(post.id);
    community.clock.advance({ minutes: 10 });
    await expect(reply(helper, true)).rejects.toMatchObject({ messageKey: 'pseudonyms:error.voiceFixed' });
    await reply(helper);
  });

  it('leaves moderators and threads without it alone, and ends', async () => {
    await slow(10);
    await reply(moderator);
    await reply(moderator);
    await reply(helper);
    await slow(null);
    await reply(helper);
    expect((await fresh()).replyCount).toBe(4);
  });
});
