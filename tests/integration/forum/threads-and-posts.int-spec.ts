import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EditPostService,
  MarkSolutionService,
  PostRepository,
  ReplyService,
  StartThreadService,
  ThreadRepository,
  type Board,
} from '@kundig/forum/server';
import { Conflict, NotAllowed, NotFound, SignInRequired, type RequestContext } from '@kundig/platform/server';
import { TestCommunity } from '../../support/community.js';

const TEASER = `query ($id: ID!) { board(id: $id) {
  name path readable threadCount openCount newestThread { id } pinned { id } children { id }
  any: threads { page pageCount total items { id } } open: threads(state: OPEN) { page pageCount total items { id } } } }`;

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());

describe('a question', () => {
  it('is begun once, however often the form is sent', async () => {
    const [asker, board] = [await community.member(), await community.board()];
    const ctx = await community.as(asker);
    const question = {
      boardId: board.publicId,
      kind: 'question' as const,
      title: 'Wie richte ich die Rufumleitung ein?',
      body: 'Im Portal finde ich sie nicht.',
      tags: ['rufumleitung'],
      anonymous: false,
      clientKey: randomUUID(),
    };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => community.get(StartThreadService).execute(ctx, question)),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const [{ count }] = await community.owner.query(
      'SELECT thread_count AS count FROM forum.board WHERE id = $1',
      [board.id],
    );
    expect(count).toBe(1);
  });

  it('is refused to visitors, and leaves nothing behind', async () => {
    const board = await community.board();
    const before = await community.snapshotOf(
      'forum.thread',
      'forum.post',
      'forum.board',
      'jobs_app._private_jobs',
    );
    const input = {
      boardId: board.publicId,
      kind: 'question' as const,
      title: 'Darf ich?',
      body: 'Nein.',
      tags: [],
      anonymous: false,
      clientKey: randomUUID(),
    };
    await expect(
      community.get(StartThreadService).execute(community.visitor(), input),
    ).rejects.toBeInstanceOf(SignInRequired);
    expect(
      await community.snapshotOf('forum.thread', 'forum.post', 'forum.board', 'jobs_app._private_jobs'),
    ).toEqual(before);
  });

  it('may be begun by staff alone where the board says so', async () => {
    const board = await community.board({ posting: 'staff' });
    const staff = await community.withRole('staff');
    await expect(community.question(await community.member(), board)).rejects.toBeInstanceOf(NotAllowed);
    await expect(community.question(staff, board)).resolves.toMatchObject({ boardId: board.id });
  });

  it('asked anonymously shows a persona and the quarter of an hour, and nothing of the member', async () => {
    const asker = await community.member();
    const thread = await community.question(asker, await community.board(), { anonymous: true });
    const [row] = await community.owner.query('SELECT * FROM forum.thread WHERE id = $1', [thread.id]);
    const [author] = await community.owner.query(
      'SELECT kind, name::text FROM pseudonyms.pseudonym WHERE id = $1',
      [row.author_id],
    );
    expect(author.kind).toBe('persona');
    expect(author.name).not.toContain(asker.nickname);
    expect(row.created_at.getTime() % (15 * 60 * 1000)).toBe(0);
    expect(JSON.stringify(row)).not.toContain(asker.memberId);
  });
});

describe('replies', () => {
  it('take dense positions, also when fifty come at once', async () => {
    const thread = await community.question(await community.member(), await community.board());
    const authors = await Promise.all(Array.from({ length: 10 }, () => community.member()));
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => community.reply(authors[index % 10]!, thread)),
    );
    const rows = await community.owner.query(
      'SELECT position FROM forum.post WHERE thread_id = $1 ORDER BY position',
      [thread.id],
    );
    expect(rows.map(({ position }: { position: number }) => position)).toEqual(
      Array.from({ length: 51 }, (_, index) => index + 1),
    );
    const [counted] = await community.owner.query(
      'SELECT post_count, reply_count FROM forum.thread WHERE id = $1',
      [thread.id],
    );
    expect(counted).toEqual({ post_count: 51, reply_count: 50 });
  });

  it('are one, however often the form is sent', async () => {
    const thread = await community.question(await community.member(), await community.board());
    const ctx = await community.as(await community.member());
    const reply = {
      threadId: thread.publicId,
      body: 'Nur einmal.',
      anonymous: null,
      clientKey: randomUUID(),
    };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => community.get(ReplyService).execute(ctx, reply)),
    );
    expect(new Set(sent.map(({ post }) => post.id)).size).toBe(1);
    const stored = await community
      .get(PostRepository)
      .findByClientKey(ctx, ctx.actor.memberId!, reply.clientKey);
    for (const { post } of sent) expect(post).toEqual(stored);
    const [{ reply_count: replies }] = await community.owner.query(
      'SELECT reply_count FROM forum.thread WHERE id = $1',
      [thread.id],
    );
    expect(replies).toBe(1);
  });

  it('keep the voice of the first: who began under the nickname cannot become anonymous', async () => {
    const [asker, helper] = [await community.member(), await community.member()];
    const thread = await community.question(asker, await community.board());
    await community.reply(helper, thread);
    await expect(community.reply(helper, thread, { anonymous: true })).rejects.toBeInstanceOf(Conflict);
    await expect(community.reply(helper, thread)).resolves.toMatchObject({ authorId: helper.memberId });
  });

  it('give one persona to one account in one thread, and another in the next', async () => {
    const [author, board] = [await community.member(), await community.board()];
    const threads = [
      await community.question(await community.member(), board),
      await community.question(await community.member(), board),
    ];
    const [one, again] = [
      await community.reply(author, threads[0]!, { anonymous: true }),
      await community.reply(author, threads[0]!),
    ];
    const other = await community.reply(author, threads[1]!, { anonymous: true });
    expect(again.authorId).toBe(one.authorId);
    expect(other.authorId).not.toBe(one.authorId);
  });
});

describe('a closed group', () => {
  it('announces its board by name alone: a busy one looks like an empty one', async () => {
    const [insider, outsider] = [await community.member(), await community.member()];
    const [busy, empty] = [await community.groupBoard([insider], true), await community.groupBoard([], true)];
    await community.question(insider, busy);
    const shown = async (ctx: RequestContext, { publicId, slug }: Board) => {
      const asked = await community.ask<object>(ctx, TEASER, { id: publicId });
      return JSON.stringify(asked).replaceAll(publicId, '').replaceAll(slug, '');
    };
    for (const ctx of [await community.as(outsider), community.visitor()])
      expect(await shown(ctx, busy)).toBe(await shown(ctx, empty));
    const ofInsider = await community.as(insider);
    expect(JSON.parse(await shown(ofInsider, busy))).toMatchObject({
      board: { threadCount: 1, any: { total: 1 } },
    });
  });

  it('hides its board, or announces it, and its threads from everybody else', async () => {
    const [insider, outsider] = [await community.member(), await community.member()];
    const hidden = await community.groupBoard([insider], false);
    const announced = await community.groupBoard([insider], true);
    const thread = await community.question(insider, hidden);
    const known = await community.knownBoards(await community.as(outsider));
    expect(known).toContain(announced.slug);
    expect(known).not.toContain(hidden.slug);
    expect(await community.knownBoards(await community.as(insider))).toContain(hidden.slug);
    const threads = community.get(ThreadRepository);
    for (const ctx of [await community.as(outsider), community.visitor()]) {
      expect(await threads.findReadable(ctx, thread.publicId)).toBeNull();
      const listed = await threads.after(ctx, { state: 'any', order: 'activity' }, 50);
      expect(listed.map(({ id }) => id)).not.toContain(thread.id);
    }
    await expect(community.reply(outsider, thread)).rejects.toBeInstanceOf(NotFound);
    expect(await threads.findReadable(await community.as(insider), thread.publicId)).toMatchObject({
      id: thread.id,
    });
  });
});

describe('a solution', () => {
  it('is chosen by the asker or a moderator, and by nobody else', async () => {
    const [asker, helper, board] = [
      await community.member(),
      await community.member(),
      await community.board(),
    ];
    const moderator = await community.withRole('moderator', board);
    const elsewhere = await community.withRole('moderator', await community.board());
    const mark = community.get(MarkSolutionService);
    for (const [who, allowed] of [
      [asker, true],
      [moderator, true],
      [helper, false],
      [elsewhere, false],
    ] as const) {
      const thread = await community.question(asker, board);
      const reply = await community.reply(helper, thread);
      const answer = mark.execute(await community.as(who), reply.publicId, true);
      await (allowed
        ? expect(answer).resolves.toMatchObject({ id: reply.id })
        : expect(answer).rejects.toBeInstanceOf(NotAllowed));
      const [row] = await community.owner.query(
        'SELECT solution_count, solution_excerpt FROM forum.thread WHERE id = $1',
        [thread.id],
      );
      expect(row).toEqual(
        allowed
          ? { solution_count: 1, solution_excerpt: expect.stringContaining('Rufgruppe') }
          : { solution_count: 0, solution_excerpt: null },
      );
    }
  });

  it('may be several, and each can be taken back; repeating changes nothing', async () => {
    const [asker, board] = [await community.member(), await community.board()];
    const thread = await community.question(asker, board);
    const helpers = [await community.member(), await community.member()];
    const replies = [await community.reply(helpers[0]!, thread), await community.reply(helpers[1]!, thread)];
    const mark = community.get(MarkSolutionService);
    await Promise.all(
      replies.flatMap(({ publicId }) =>
        [1, 2].map(async () => mark.execute(await community.as(asker), publicId, true)),
      ),
    );
    const solutions = () => community.get(PostRepository).solutions(community.visitor(), [thread.id]);
    expect((await solutions()).map(({ id }) => id)).toEqual(replies.map(({ id }) => id));
    const excerpt = async () =>
      (await community.get(ThreadRepository).findReadable(community.visitor(), thread.publicId))!
        .solutionExcerpt;
    const edit = async (index: number, body: string) =>
      community
        .get(EditPostService)
        .execute(await community.as(helpers[index]!), { postId: replies[index]!.publicId, body });
    await edit(1, 'Der zweite hilft nur in Ausnahmen.');
    expect(await excerpt()).toContain('Die Rufgruppe zeigt');
    await edit(0, 'Beim ersten half ein Neustart.');
    expect(await excerpt()).toBe('Beim ersten half ein Neustart.');
    await mark.execute(await community.as(asker), replies[0]!.publicId, false);
    expect((await solutions()).map(({ id }) => id)).toEqual([replies[1]!.id]);
  });

  it('is chosen by the asker who asked anonymously', async () => {
    const asker = await community.member();
    const thread = await community.question(asker, await community.board(), { anonymous: true });
    const reply = await community.reply(await community.member(), thread);
    await community.get(MarkSolutionService).execute(await community.as(asker), reply.publicId, true);
    expect(
      await community.get(ThreadRepository).findReadable(community.visitor(), thread.publicId),
    ).toMatchObject({ solutionCount: 1 });
  });
});
