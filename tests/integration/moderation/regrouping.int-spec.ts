import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DeletePostService,
  EditPostService,
  MarkSolutionService,
  PostAccess,
  RecountForumService,
  ShareProblemService,
  ThreadRepository,
  VerifyForumCounters,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { EditEntryService, ProposeEntryService } from '@kundig/faq/server';
import { GiveKudosService } from '@kundig/kudos/server';
import { RollUpCreditsService } from '@kundig/merits/server';
import { MergeThreadService, SplitThreadService, VerifyAudit } from '@kundig/moderation/server';
import {
  Conflict,
  InvalidInput,
  NotAllowed,
  NotFound,
  PageInvalidation,
  RequestContext,
} from '@kundig/platform/server';
import { Drafts, Voices } from '@kundig/pseudonyms/server';
import { SearchCommunity } from '@kundig/search/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let stranger: TestMember, otherModerator: TestMember, administrator: TestMember;
let board: Board, asker: TestMember, helper: TestMember, moderator: TestMember;
let from: Thread, into: Thread;

beforeAll(async () => {
  community = await TestCommunity.start();
  stranger = await community.member();
  otherModerator = await community.withRole('moderator', await community.board());
  administrator = await community.withRole('administrator');
});
afterAll(() => community.close());

beforeEach(async () => {
  board = await community.board();
  asker = await community.member();
  helper = await community.member();
  moderator = await community.withRole('moderator', board);
  from = await community.question(asker, board, { title: 'Telefon ist seit dem Umzug stumm' });
  into = await community.question(stranger, board);
  await community.reply(helper, into);
});

const system = RequestContext.system();
const TABLES = [
  'forum.thread',
  'forum.post',
  'forum.board',
  'identity.thread_state',
  'identity.thread_origin',
  'moderation.audit_entry',
];

const merge = async (member = moderator, thread = from, target = into) =>
  community
    .get(MergeThreadService)
    .execute(await community.as(member), {
      threadId: thread.publicId,
      intoId: target.publicId,
      reason: null,
    });
const split = async (thread: Thread, posts: readonly Post[], more: Record<string, unknown> = {}) =>
  community.get(SplitThreadService).execute(await community.as(moderator), {
    threadId: thread.publicId,
    postIds: posts.map(({ publicId }) => publicId),
    following: false,
    title: 'Das ist eine andere Frage geworden',
    boardId: board.publicId,
    reason: null,
    clientKey: randomUUID(),
    ...more,
  });
const fresh = async ({ id }: Thread): Promise<Thread> =>
  (await community.get(ThreadRepository).findReadableByIds(system, [id]))[0]!;
const viewer = async (member: TestMember, { id }: Thread) =>
  community.get(Voices).viewerIn(await community.as(member), id);
const postsOf = ({ id }: Thread) =>
  community.owner.query<Post[]>(
    `SELECT id, public_id AS "publicId", position, kind, author_id AS "authorId", body_md AS "bodyMd", solution_at AS "solutionAt"
     FROM forum.post WHERE thread_id = $1 ORDER BY position`,
    [id],
  );
const edit = async (member: TestMember, post: Post, body = 'Das ist jetzt anders gesagt.') =>
  community.get(EditPostService).execute(await community.as(member), { postId: post.publicId, body });
const nameOf = async (pseudonymId: string | null): Promise<string> =>
  (
    await community.owner.query<{ name: string }[]>('SELECT name FROM pseudonyms.pseudonym WHERE id = $1', [
      pseudonymId,
    ])
  )[0]!.name;

/** Every counter and every derived row is what a count of its own finds. */
async function expectAllCounted(): Promise<void> {
  await community.runJobs();
  expect(await community.get(VerifyForumCounters).execute(system)).toEqual({ threads: [], boards: [] });
  expect(await community.get(RecountForumService).execute(system)).toEqual({
    threads: 0,
    boards: [],
    sameProblems: 0,
  });
  expect(await community.get(RollUpCreditsService).recount(system)).toBe(0);
  const [own] = await community.owner.query<{ threads: number; open: number }[]>(
    `SELECT count(*)::int AS threads, count(*) FILTER (WHERE kind = 'question' AND solution_count = 0)::int AS open
     FROM forum.thread WHERE board_id = $1 AND hidden_at IS NULL AND deleted_at IS NULL`,
    [board.id],
  );
  const [said] = await community.owner.query<{ threads: number; open: number }[]>(
    'SELECT thread_count AS threads, open_count AS open FROM forum.board WHERE id = $1',
    [board.id],
  );
  expect(said).toEqual(own);
  const gaps = await community.owner.query(
    `SELECT thread_id FROM forum.post GROUP BY thread_id HAVING max(position) <> count(*) OR min(position) <> 1
       OR count(*) FILTER (WHERE kind = 'opening') <> 1`,
  );
  expect(gaps).toEqual([]);
  const unindexed = await community.owner.query(
    `SELECT p.id FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id
     LEFT JOIN search.document d ON d.post_id = p.id AND d.thread_id = p.thread_id
     WHERE p.deleted_at IS NULL AND p.hidden_at IS NULL AND t.hidden_at IS NULL AND d.post_id IS NULL`,
  );
  expect(unindexed).toEqual([]);
}

describe('merging', () => {
  it('brings posts, solutions, thanks and the old addresses along, in their order', async () => {
    const answer = await community.reply(helper, from, { body: 'Die Rufgruppe neu anlegen.' });
    await community.get(MarkSolutionService).execute(await community.as(asker), answer.publicId, true);
    await community.get(GiveKudosService).execute(await community.as(stranger), answer.publicId);
    const before = [...(await postsOf(into)), ...(await postsOf(from))];

    expect(await merge()).toMatchObject({ id: into.id, postCount: 4, replyCount: 3, solutionCount: 1 });

    const after = await postsOf(into);
    expect(after.map(({ publicId }) => publicId)).toEqual(before.map(({ publicId }) => publicId));
    expect(after.map(({ kind }) => kind)).toEqual(['opening', 'reply', 'reply', 'reply']);
    expect(after[2]!.bodyMd).toMatch(/^\*\*Telefon ist seit dem Umzug stumm\*\*\n\nSeit dem Umzug/);
    expect(after[3]!.solutionAt).not.toBeNull();
    const { old, post } = await community.ask<{ old: { id: string }; post: { path: string } }>(
      community.visitor(),
      'query ($old: ID!, $post: ID!) { old: thread(id: $old) { id } post(id: $post) { path } }',
      { old: from.publicId, post: answer.publicId },
    );
    expect(old.id).toBe(into.publicId);
    expect(post.path).toBe(`/t/${into.slug}/${into.publicId}#p-${answer.publicId}`);
    const found = await community
      .get(SearchCommunity)
      .execute(community.visitor(), { query: 'Rufgruppe neu anlegen', filter: {}, page: 1 });
    await expectAllCounted();
    expect(JSON.stringify(found)).not.toContain(from.id);
    expect(await community.get(VerifyAudit).execute(system)).toBeNull();
    const [entry] = await community.owner.query<{ actor_id: string }[]>(
      `SELECT actor_id FROM moderation.audit_entry WHERE action = 'thread-merged' AND subject_id = $1`,
      [from.publicId],
    );
    expect(entry!.actor_id).toBe(moderator.memberId);
  });

  it('drops the kept pages of both threads, their boards and the home page', async () => {
    const dropped: string[] = [];
    const pages = community.get(PageInvalidation);
    const drop = pages.drop.bind(pages);
    pages.drop = (tx, ...tags) => {
      dropped.push(...tags);
      return drop(tx, ...tags);
    };
    await merge().finally(() => (pages.drop = drop));
    expect(dropped).toEqual(
      expect.arrayContaining(['home', `thread:${from.id}`, `thread:${into.id}`, `board:${board.id}`]),
    );
  });

  it('leaves two personas of one account two, both of them its own, and tells nobody', async () => {
    const inFrom = await community.reply(helper, from, { anonymous: true });
    const other = await community.member();
    const elsewhere = await community.question(other, board);
    const inElsewhere = await community.reply(helper, elsewhere, { anonymous: true });
    await merge(moderator, from, elsewhere);

    expect(inFrom.authorId).not.toBe(inElsewhere.authorId);
    const own = await viewer(helper, elsewhere);
    expect([...own.ownIds].sort()).toEqual([helper.memberId, inFrom.authorId, inElsewhere.authorId].sort());
    expect(own.personaName).toBe(await nameOf(inElsewhere.authorId));
    await edit(helper, inFrom);
    await edit(helper, inElsewhere);
    expect((await community.reply(helper, elsewhere)).authorId).toBe(inElsewhere.authorId);
    expect((await viewer(other, elsewhere)).ownIds).toEqual([other.memberId]);
    const ties = await community.owner.query<{ count: string }[]>(
      `SELECT count(*) FROM pseudonyms.pseudonym WHERE id = ANY($1) AND thread_id = $2`,
      [[inFrom.authorId, inElsewhere.authorId], elsewhere.id],
    );
    expect(ties[0]!.count).toBe('1'); // the other still belongs to the thread in which it began
    await expectAllCounted();
  });

  it('lets those who spoke in the merged thread alone go on with their voice', async () => {
    const persona = await community.reply(helper, from, { anonymous: true });
    const elsewhere = await community.question(stranger, board);
    await merge(moderator, from, elsewhere);
    expect((await community.reply(helper, elsewhere)).authorId).toBe(persona.authorId);
    await expect(community.reply(helper, elsewhere, { anonymous: false })).rejects.toThrow(Conflict);
    expect((await community.reply(asker, elsewhere)).authorId).toBe(asker.memberId);
  });

  it('keeps the nickname of who spoke anonymously in the merged thread, and both posts theirs', async () => {
    const persona = await community.reply(helper, from, { anonymous: true });
    await merge();
    const nickname = await community.reply(helper, into);
    expect(nickname.authorId).toBe(helper.memberId);
    await edit(helper, persona);
    const shown = await community.ask<{ thread: { posts: { items: { author: unknown }[] } } }>(
      await community.as(stranger),
      'query ($id: ID!) { thread(id: $id) { posts { items { author { id name kind path pictureSeed } } } } }',
      { id: into.publicId },
    );
    const told = JSON.stringify(shown.thread.posts.items.at(-2));
    expect(told).not.toContain(helper.memberId);
    expect(told).not.toContain(helper.nickname);
  });

  it('tells personas apart that meet under one name', async () => {
    const a = await community.reply(helper, from, { anonymous: true });
    const b = await community.reply(asker, into, { anonymous: true });
    await community.owner.query('UPDATE pseudonyms.pseudonym SET name = $2 WHERE id = ANY($1)', [
      [a.authorId, b.authorId],
      'Anonym · Eisvogel',
    ]);
    await merge();
    expect(await nameOf(b.authorId)).toBe('Anonym · Eisvogel');
    expect(await nameOf(a.authorId)).toMatch(/^Anonym · (?!Eisvogel$)/);
  });

  it('brings followers, read state, drafts, notices and the shared problem along', async () => {
    const follower = await community.member();
    const muter = await community.member();
    const ctx = await community.as(follower);
    await community.get(Voices).follow(ctx, from.id, true);
    await community.get(Voices).markRead(ctx, from.id, 1);
    await community.get(Voices).markRead(ctx, into.id, 2);
    await community.get(Voices).mute(await community.as(muter), into.id);
    await community.get(Voices).follow(await community.as(muter), from.id, true);
    await community.get(ShareProblemService).execute(ctx, from.publicId, true);
    await community.get(ShareProblemService).execute(await community.as(helper), from.publicId, true);
    await community.get(ShareProblemService).execute(await community.as(helper), into.publicId, true);
    for (const [thread, body] of [
      [from, 'Erster Entwurf'],
      [into, 'Zweiter Entwurf'],
    ] as const)
      await community.get(Drafts).save(await community.as(follower), {
        ...{ threadId: thread.id, title: null, boardId: null, kind: null, tags: [], anonymous: false },
        body,
      });
    await community.reply(helper, from);
    await community.runJobs();

    await merge();

    expect(await viewer(follower, into)).toMatchObject({
      following: true,
      readPosition: 3,
      sameProblem: true,
      draft: { body: 'Zweiter Entwurf\n\nErster Entwurf' },
    });
    expect(await viewer(muter, into)).toMatchObject({ following: false, muted: true });
    expect((await fresh(into)).sameProblemCount).toBe(2);
    const notices = await community.owner.query(
      'SELECT position FROM identity.notice WHERE thread_id = $1 AND position = 4',
      [into.id],
    );
    expect(notices.length).toBeGreaterThan(0);
    const later = await community.reply(stranger, into);
    await community.runJobs();
    const told = await community.owner.query<{ mail: string }[]>(
      `SELECT recipient AS mail FROM identity.outbox_mail WHERE text LIKE '%' || $1 || '%'`,
      [later.publicId],
    );
    expect(told.map(({ mail }) => mail)).toContain(follower.mail);
    expect(told.map(({ mail }) => mail)).not.toContain(muter.mail);
    await expectAllCounted();
  });

  it('takes an FAQ entry along, or withdraws it where the other thread has its own', async () => {
    const editor = await community.withRole('editor');
    for (const thread of [from, into]) {
      const answer = await community.reply(helper, thread, { body: 'Die Rufgruppe neu anlegen.' });
      const author = thread === from ? asker : stranger;
      await community.get(MarkSolutionService).execute(await community.as(author), answer.publicId, true);
    }
    const propose = async (thread: Thread) => {
      const entry = await community
        .get(ProposeEntryService)
        .execute(await community.as(editor), { threadId: thread.publicId, clientKey: randomUUID() });
      await community.get(EditEntryService).execute(await community.as(editor), {
        entryId: entry.publicId,
        question: 'Warum klingelt es nicht?',
        answer: 'Die Rufgruppe neu anlegen.',
        clientKey: randomUUID(),
      });
      return entry;
    };
    const entry = await propose(from);
    await merge();
    await community.runJobs();
    const sources = () =>
      community.owner.query<{ thread_id: string; withdrawn: boolean }[]>(
        'SELECT thread_id, withdrawn_at IS NOT NULL AS withdrawn FROM faq.entry WHERE id = $1',
        [entry.entryId],
      );
    expect(await sources()).toEqual([{ thread_id: into.id, withdrawn: false }]);
    const third = await community.question(asker, board);
    const answer = await community.reply(helper, third);
    await community.get(MarkSolutionService).execute(await community.as(asker), answer.publicId, true);
    await propose(third);
    await merge(moderator, into, third);
    await community.runJobs();
    expect(await sources()).toEqual([{ thread_id: into.id, withdrawn: true }]);
    // What was merged into the merged one leads on.
    const { thread } = await community.ask<{ thread: { id: string } }>(
      community.visitor(),
      'query ($id: ID!) { thread(id: $id) { id } }',
      { id: from.publicId },
    );
    expect(thread.id).toBe(third.publicId);
  });

  it('is done once, however often it is asked for', async () => {
    await merge();
    const after = await community.snapshotOf(...TABLES);
    await merge();
    expect(await community.snapshotOf(...TABLES)).toEqual(after);
    await community.runJobs();
    community.clock.advance({ minutes: 5 });
    await expectAllCounted();
  });

  it.each(['a reply', 'a solution', 'a deletion', 'the same the other way round'])(
    'loses nothing when %s comes at the same moment',
    async (what) => {
      const answer = await community.reply(helper, from);
      const meanwhile = {
        'a reply': async () => void (await community.reply(helper, from, { body: 'Noch etwas dazu.' })),
        'a solution': async () =>
          void (await community
            .get(MarkSolutionService)
            .execute(await community.as(asker), answer.publicId, true)),
        'a deletion': async () =>
          void (await community.get(DeletePostService).execute(await community.as(helper), answer.publicId)),
        'the same the other way round': async () => void (await merge(moderator, into, from)),
      }[what]!;
      const [merged, other] = await Promise.allSettled([merge(), meanwhile()]);
      for (const outcome of [merged, other])
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Conflict);
      expect([merged.status, other.status]).toContain('fulfilled');
      const left = (await postsOf(from)).length;
      const standing = (await postsOf(into)).length;
      expect(Math.min(left, standing)).toBe(0);
      expect(left + standing).toBe(4 + (what === 'a reply' && other.status === 'fulfilled' ? 1 : 0));
      community.clock.advance({ minutes: 5 });
      await expectAllCounted();
    },
  );

  it('refuses a reply that is sent to the old address, so that nobody speaks where they did not look', async () => {
    await community.reply(helper, from, { anonymous: true });
    await merge();
    const before = await postsOf(into);
    await expect(community.reply(helper, from)).rejects.toThrow(Conflict);
    expect(await postsOf(into)).toEqual(before);
  });

  it('is for who moderates both boards, and publishes nothing', async () => {
    const inner = await community.board({ visibility: 'members' });
    const hidden = await community.question(stranger, inner);
    const both = await community.withRole('moderator', board);
    const before = await community.snapshotOf(...TABLES);
    for (const refused of [asker, stranger, otherModerator])
      await expect(merge(refused)).rejects.toThrow(NotFound);
    await expect(merge(both, hidden, into)).rejects.toThrow(NotFound);
    await expect(merge(both, from, hidden)).rejects.toThrow(NotFound);
    await expect(merge(moderator, from, from)).rejects.toThrow(InvalidInput);
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
    expect(await merge(administrator, hidden, into)).toMatchObject({ postCount: 3 });
  });

  it('brings no solution into a discussion', async () => {
    const answer = await community.reply(helper, from);
    await community.get(MarkSolutionService).execute(await community.as(asker), answer.publicId, true);
    const talk = await community.question(stranger, board, { kind: 'discussion' });
    const before = await community.snapshotOf(...TABLES);
    await expect(merge(moderator, from, talk)).rejects.toThrow(NotAllowed);
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
  });
});

describe('splitting', () => {
  it('makes chosen posts a thread of their own, and the others close up', async () => {
    const replies = [];
    for (const body of ['Eins', 'Zwei', 'Drei', 'Vier'])
      replies.push(await community.reply(helper, from, { body }));
    await community.get(MarkSolutionService).execute(await community.as(asker), replies[3]!.publicId, true);
    const part = await split(from, [replies[1]!, replies[3]!]);
    expect((await postsOf(part)).map(({ bodyMd, kind, position }) => [position, kind, bodyMd])).toEqual([
      [1, 'opening', 'Zwei'],
      [2, 'reply', 'Vier'],
    ]);
    expect((await postsOf(from)).map(({ bodyMd }) => bodyMd).slice(1)).toEqual(['Eins', 'Drei']);
    expect(await fresh(part)).toMatchObject({ authorId: helper.memberId, solutionCount: 1, postCount: 2 });
    expect(await fresh(from)).toMatchObject({ solutionCount: 0, postCount: 3, solutionExcerpt: null });
    await expectAllCounted();
    await merge(moderator, part, from); // and back
    expect((await postsOf(from)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    await expectAllCounted();
  });

  it('takes all that follows along where that is wanted', async () => {
    const first = await community.reply(helper, from);
    await community.reply(asker, from);
    await community.reply(helper, from);
    expect(await split(from, [first], { following: true })).toMatchObject({ postCount: 3 });
    expect(await fresh(from)).toMatchObject({ postCount: 1, replyCount: 0 });
    await expectAllCounted();
  });

  it('leaves posts with their persona, which edits them and goes on there, and ties it to nothing new', async () => {
    await community.reply(helper, from); // with the nickname elsewhere in the community
    const writer = await community.member();
    const posts = [
      await community.reply(writer, from, { anonymous: true }),
      await community.reply(writer, from, { anonymous: true }),
    ];
    const part = await split(from, [posts[1]!]);
    expect((await postsOf(part))[0]!.authorId).toBe(posts[0]!.authorId);
    expect((await viewer(writer, part)).ownIds).toContain(posts[0]!.authorId);
    expect(
      (await community.get(PostAccess).require(await community.as(writer), posts[1]!.publicId)).ownIds,
    ).toContain(posts[1]!.authorId);
    await edit(writer, posts[1]!);
    expect((await community.reply(writer, part)).authorId).toBe(posts[0]!.authorId);
    expect((await community.reply(writer, from)).authorId).toBe(posts[0]!.authorId);
    await community.runJobs();
    const answer = await community.reply(stranger, part);
    await community.runJobs();
    const told = await community.owner.query<{ mail: string }[]>(
      `SELECT recipient AS mail FROM identity.outbox_mail WHERE text LIKE '%' || $1 || '%'`,
      [answer.publicId],
    );
    expect(told.map(({ mail }) => mail)).toEqual(expect.arrayContaining([writer.mail, asker.mail]));
    await expectAllCounted();
  });

  it('lets who wrote with two voices go on with the one that comes first', async () => {
    const persona = await community.reply(helper, from, { anonymous: true });
    await merge();
    const nickname = await community.reply(helper, into);
    const part = await split(into, [persona, nickname]);
    expect((await viewer(helper, part)).voice).toBe('anonymous');
    expect((await community.reply(helper, part)).authorId).toBe(persona.authorId);
    await edit(helper, nickname);
  });

  it('keeps read state and notices with their posts', async () => {
    const replies = [await community.reply(helper, from), await community.reply(helper, from)];
    const last = await community.reply(stranger, from);
    await community.runJobs();
    await community.get(Voices).markRead(await community.as(asker), from.id, 3);
    const part = await split(from, [replies[0]!, last]);
    expect((await viewer(asker, from)).readPosition).toBe(2);
    expect(await viewer(asker, part)).toMatchObject({ readPosition: 1, following: true });
    const placed = await community.owner.query(
      `SELECT n.id FROM identity.notice n JOIN forum.post p ON p.id = n.post_id
       WHERE p.thread_id <> n.thread_id OR p.position <> n.position`,
    );
    expect(placed).toEqual([]);
  });

  it('refuses the opening, a stub in front, posts of elsewhere, and boards the thread could not go to', async () => {
    const [opening] = await postsOf(from);
    const [, elsewhere] = await postsOf(into);
    const reply = await community.reply(helper, from);
    const gone = await community.reply(helper, from);
    await community.get(DeletePostService).execute(await community.as(helper), gone.publicId);
    const inner = await community.board({
      visibility: 'group',
      groupId: (await community.groupBoard([], false)).groupId,
    });
    const before = await community.snapshotOf(...TABLES);
    await expect(split(from, [opening!, reply])).rejects.toThrow(InvalidInput);
    await expect(split(from, [gone])).rejects.toThrow(InvalidInput);
    await expect(split(from, [reply, elsewhere!])).rejects.toThrow(InvalidInput);
    await expect(split(from, [reply], { boardId: inner.publicId })).rejects.toThrow(NotFound);
    for (const refused of [asker, stranger, otherModerator]) {
      const ctx = await community.as(refused);
      const input = {
        ...{
          threadId: from.publicId,
          postIds: [reply.publicId],
          following: false,
          title: 'Eine andere Frage',
        },
        ...{ boardId: board.publicId, reason: null, clientKey: randomUUID() },
      };
      await expect(community.get(SplitThreadService).execute(ctx, input)).rejects.toThrow(NotFound);
    }
    expect(await community.snapshotOf(...TABLES)).toEqual(before);
  });

  it('is done once, and loses no reply that comes at the same moment', async () => {
    const reply = await community.reply(helper, from);
    const key = randomUUID();
    const outcomes = await Promise.allSettled([
      split(from, [reply], { clientKey: key }),
      split(from, [reply], { clientKey: key }),
      community.reply(asker, from, { body: 'Danke schon einmal.' }),
    ]);
    expect(outcomes[2]!.status).toBe('fulfilled');
    const again = await split(from, [reply], { clientKey: key });
    const [{ count }] = await community.owner.query<[{ count: number }]>(
      `SELECT count(*)::int FROM forum.thread WHERE board_id = $1`,
      [board.id],
    );
    expect(count).toBe(3);
    expect((await postsOf(again)).map(({ publicId }) => publicId)).toEqual([reply.publicId]);
    expect((await postsOf(from)).length).toBe(2);
    await expectAllCounted();
  });
});
