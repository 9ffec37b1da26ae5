import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeletePostService, EditPostService, PostRepository, ThreadRepository } from '@kundig/forum/server';
import { NotFound } from '@kundig/platform/server';
import { TestCommunity } from '../../support/community.js';

let community: TestCommunity;
beforeAll(async () => {
  community = await TestCommunity.start();
});
afterAll(() => community.close());

describe('a deleted post', () => {
  it('keeps its place and loses its text; the thread no longer names its author as the last', async () => {
    const [asker, helper] = [await community.member(), await community.member()];
    const thread = await community.question(asker, await community.board());
    const reply = await community.reply(helper, thread, { body: 'Das hätte ich nicht schreiben sollen.' });
    await community.get(DeletePostService).execute(await community.as(helper), reply.publicId);
    const [row] = await community.owner.query('SELECT position, body_md, body_html, deleted_at FROM forum.post WHERE id = $1', [reply.id]);
    expect(row).toMatchObject({ position: 2, body_md: '', body_html: '', deleted_at: expect.any(Date) });
    const after = await community.get(ThreadRepository).findReadable(community.visitor(), thread.publicId);
    expect(after).toMatchObject({ replyCount: 0, postCount: 2, lastAuthorId: asker.memberId });
  });

  it('takes its thread out of the lists when nobody has answered', async () => {
    const [asker, board] = [await community.member(), await community.board()];
    const thread = await community.question(asker, board);
    const [opening] = await community.get(PostRepository).parts(community.visitor(), [{ threadId: thread.id, from: 1, to: 1 }]);
    await community.get(DeletePostService).execute(await community.as(asker), opening!.publicId);
    expect(await community.get(ThreadRepository).page(community.visitor(), { boardIds: [board.id], state: 'any', order: 'activity' }, 1)).toEqual([]);
    const [{ thread_count: count }] = await community.owner.query('SELECT thread_count FROM forum.board WHERE id = $1', [board.id]);
    expect(count).toBe(0);
  });

  it('cannot be deleted, edited or seen through by others', async () => {
    const [helper, stranger] = [await community.member(), await community.member()];
    const thread = await community.question(await community.member(), await community.board());
    const reply = await community.reply(helper, thread);
    const before = await community.snapshotOf('forum.post', 'forum.thread');
    for (const who of [await community.as(stranger), community.visitor()]) {
      await expect(community.get(DeletePostService).execute(who, reply.publicId)).rejects.toBeInstanceOf(NotFound);
      await expect(community.get(EditPostService).execute(who, { postId: reply.publicId, body: 'Fremd' })).rejects.toBeInstanceOf(NotFound);
    }
    expect(await community.snapshotOf('forum.post', 'forum.thread')).toEqual(before);
  });
});

describe('an edited post', () => {
  it('is rendered anew, and an opening post changes title, address and tags of its thread', async () => {
    const asker = await community.member();
    const thread = await community.question(asker, await community.board());
    const [opening] = await community.get(PostRepository).parts(community.visitor(), [{ threadId: thread.id, from: 1, to: 1 }]);
    community.clock.advance({ minutes: 20 });
    const edited = await community.get(EditPostService).execute(await community.as(asker), {
      postId: opening!.publicId,
      body: 'Jetzt **mit** allen Angaben.',
      title: 'Telefon klingelt nur in der Zentrale',
      tags: ['rufgruppe'],
    });
    expect(edited).toMatchObject({ bodyHtml: expect.stringContaining('<strong>mit</strong>'), editedAt: community.clock.now() });
    expect(await community.get(ThreadRepository).findReadable(community.visitor(), thread.publicId)).toMatchObject({
      title: 'Telefon klingelt nur in der Zentrale',
      slug: 'telefon-klingelt-nur-in-der-zentrale',
      tags: ['rufgruppe'],
      excerpt: 'Jetzt mit allen Angaben.',
    });
  });
});
