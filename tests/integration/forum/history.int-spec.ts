import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DeletePostService,
  EditPostService,
  PostRepository,
  ReplyService,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { HidePostService, RelabelThreadService } from '@kundig/moderation/server';
import { RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let stranger: TestMember, moderator: TestMember;
let board: Board, thread: Thread, reply: Post, asker: TestMember, helper: TestMember;

beforeAll(async () => {
  community = await TestCommunity.start();
  stranger = await community.member();
  board = await community.board();
  moderator = await community.withRole('moderator', board);
});
afterAll(() => community.close());

beforeEach(async () => {
  asker = await community.member();
  helper = await community.member();
  thread = await community.question(asker, board);
  reply = await community.reply(helper, thread, { body: 'Der Router ist schuld.' });
});

interface Change {
  number: number;
  at: string;
  atRounded: boolean;
  editor: { name: string };
  title: { kind: string; text: string }[];
  body: { kind: string; text: string }[];
}
const HISTORY = `query ($id: ID!) {
  postHistory(postId: $id) { number at atRounded editor { name } title { kind text } body { kind text } }
}`;
const historyOf = async (post: Post, ctx: RequestContext = community.visitor()): Promise<Change[] | null> =>
  (await community.ask<{ postHistory: Change[] | null }>(ctx, HISTORY, { id: post.publicId })).postHistory;
const edit = async (author: TestMember, post: Post, body: string, title?: string) =>
  community
    .get(EditPostService)
    .execute(await community.as(author), { postId: post.publicId, body, ...(title && { title }) });
const later = (minutes: number) => community.clock.advance({ minutes });
const openingOf = async (of: Thread): Promise<Post> =>
  (
    await community.get(PostRepository).parts(RequestContext.system(), [{ threadId: of.id, from: 1, to: 1 }])
  )[0]!;
const revisions = () => community.snapshotOf('forum.post_revision');

describe('a change', () => {
  it('of the first five minutes leaves nothing, not even the mark', async () => {
    const before = await revisions();
    later(5);
    expect((await edit(helper, reply, 'Die Anlage ist schuld.')).editedAt).toBeNull();
    expect(await revisions()).toEqual(before);
    expect(await historyOf(reply)).toEqual([]);
  });

  it('after that can be read by everybody, word by word, the latest first', async () => {
    later(6);
    await edit(helper, reply, 'Der Router war schuld.');
    later(1);
    await edit(helper, reply, 'Der Router war nicht schuld.');
    const history = await historyOf(reply);
    expect(history).toMatchObject([
      { number: 2, editor: { name: helper.nickname }, atRounded: false, title: [] },
      { number: 1, at: new Date(community.clock.now().getTime() - 60_000).toISOString() },
    ]);
    expect(history![1]!.body).toEqual([
      { kind: 'SAME', text: 'Der Router ' },
      { kind: 'REMOVED', text: 'ist' },
      { kind: 'ADDED', text: 'war' },
      { kind: 'SAME', text: ' schuld.' },
    ]);
  });

  it('of a title tells who made it, author or moderator', async () => {
    const opening = await openingOf(thread);
    later(10);
    await edit(asker, opening, opening.bodyMd, 'Warum klingelt das Telefon nirgends mehr?');
    await community.get(RelabelThreadService).execute(await community.as(moderator), {
      threadId: thread.publicId,
      title: 'Telefon klingelt nirgends mehr',
      tags: [],
      reason: null,
    });
    const history = await historyOf(opening);
    expect(history!.map(({ editor }) => editor.name)).toEqual([moderator.nickname, asker.nickname]);
    expect(history![1]!.title).toContainEqual({ kind: 'ADDED', text: expect.stringContaining('nirgends') });
    expect(history!.map(({ body }) => body)).toEqual([[], []]);
  });

  it('by ten at once leaves ten, each beginning where the last one ended', async () => {
    later(10);
    await Promise.all(Array.from({ length: 10 }, (_, n) => edit(helper, reply, `Fassung ${n}`)));
    const rows = await community.owner.query<{ number: number; body_md: string }[]>(
      'SELECT number, body_md FROM forum.post_revision WHERE post_id = $1 ORDER BY number',
      [reply.id],
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows[0]!.body_md).toBe('Der Router ist schuld.');
    expect(new Set(rows.map(({ body_md }) => body_md)).size).toBe(10);
  });
});

describe('what a persona changed', () => {
  let anonymous: Post;
  beforeEach(async () => {
    const { post } = await community.get(ReplyService).execute(await community.as(stranger), {
      threadId: thread.publicId,
      body: 'Bei uns auch.',
      anonymous: true,
      clientKey: crypto.randomUUID(),
    });
    anonymous = post;
  });

  it('bears the name of the persona and a rounded time', async () => {
    later(31);
    await edit(stranger, anonymous, 'Bei uns übrigens auch.');
    const [change] = (await historyOf(anonymous))!;
    expect(change).toMatchObject({ atRounded: true });
    expect(change!.editor.name).not.toBe(stranger.nickname);
    expect(new Date(change!.at).getTime() % (15 * 60_000)).toBe(0);
    expect(JSON.stringify(await revisions())).not.toContain(stranger.memberId);
  });

  it('right after writing leaves nothing, wherever in the quarter of an hour it was written', async () => {
    for (const minutes of [0, 7, 14]) {
      later(minutes);
      const { post } = await community.get(ReplyService).execute(await community.as(stranger), {
        threadId: thread.publicId,
        body: 'Noch etwas.',
        anonymous: null,
        clientKey: crypto.randomUUID(),
      });
      later(5);
      expect((await edit(stranger, post, 'Noch etwas anderes.')).editedAt).toBeNull();
      expect(await historyOf(post)).toEqual([]);
    }
  });
});

describe('the history of a post', () => {
  beforeEach(async () => {
    later(10);
    await edit(helper, reply, 'Der Router ist unschuldig.');
  });

  it('of a hidden one is for its moderators', async () => {
    await community
      .get(HidePostService)
      .execute(await community.as(moderator), { postId: reply.publicId, reason: 'Zu hart.' });
    for (const ctx of [community.visitor(), await community.as(helper), await community.as(asker)])
      expect(await historyOf(reply, ctx)).toBeNull();
    expect(await historyOf(reply, await community.as(moderator))).toHaveLength(1);
  });

  it('goes with the text that its author deletes', async () => {
    await community.get(DeletePostService).execute(await community.as(helper), reply.publicId);
    const kept = await community.owner.query('SELECT FROM forum.post_revision WHERE post_id = $1', [
      reply.id,
    ]);
    expect(kept).toEqual([]);
    expect(await historyOf(reply, await community.as(moderator))).toEqual([]);
  });

  it('is nothing to people who may not read it', async () => {
    const closed = await community.groupBoard([helper], false);
    const secret = await community.question(helper, closed);
    const opening = await openingOf(secret);
    later(10);
    await edit(helper, opening, 'Ganz anders.');
    expect(await historyOf(opening, await community.as(helper))).toHaveLength(1);
    for (const ctx of [community.visitor(), await community.as(stranger), await community.as(moderator)])
      expect(await historyOf(opening, ctx)).toBeNull();
  });
});
