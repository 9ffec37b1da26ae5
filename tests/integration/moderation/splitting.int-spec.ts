import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DeletePostService, MarkSolutionService, PostAccess } from '@kundig/forum/server';
import { InvalidInput, NotFound } from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { RegroupingDesk } from './regrouping-desk.js';

const desk = RegroupingDesk.open();

describe('splitting', () => {
  it('makes chosen posts a thread of their own, and the others close up', async () => {
    const replies = [];
    for (const body of ['Eins', 'Zwei', 'Drei', 'Vier'])
      replies.push(await desk.community.reply(desk.helper, desk.from, { body }));
    await desk.community
      .get(MarkSolutionService)
      .execute(await desk.community.as(desk.asker), replies[3]!.publicId, true);
    const part = await desk.split(desk.from, [replies[1]!, replies[3]!]);
    expect((await desk.postsOf(part)).map(({ bodyMd, kind, position }) => [position, kind, bodyMd])).toEqual([
      [1, 'opening', 'Zwei'],
      [2, 'reply', 'Vier'],
    ]);
    expect((await desk.postsOf(desk.from)).map(({ bodyMd }) => bodyMd).slice(1)).toEqual(['Eins', 'Drei']);
    expect(await desk.fresh(part)).toMatchObject({
      authorId: desk.helper.memberId,
      solutionCount: 1,
      postCount: 2,
    });
    expect(await desk.fresh(desk.from)).toMatchObject({
      solutionCount: 0,
      postCount: 3,
      solutionExcerpt: null,
    });
    await desk.expectAllCounted();
    await desk.merge(desk.moderator, part, desk.from); // and back
    expect((await desk.postsOf(desk.from)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    await desk.expectAllCounted();
  });

  it('takes all that follows along where that is wanted', async () => {
    const first = await desk.community.reply(desk.helper, desk.from);
    await desk.community.reply(desk.asker, desk.from);
    await desk.community.reply(desk.helper, desk.from);
    expect(await desk.split(desk.from, [first], { following: true })).toMatchObject({ postCount: 3 });
    expect(await desk.fresh(desk.from)).toMatchObject({ postCount: 1, replyCount: 0 });
    await desk.expectAllCounted();
  });

  it('leaves posts with their persona, which edits them and goes on there, and ties it to nothing new', async () => {
    await desk.community.reply(desk.helper, desk.from); // with the nickname elsewhere in the community
    const writer = await desk.community.member();
    const posts = [
      await desk.community.reply(writer, desk.from, { anonymous: true }),
      await desk.community.reply(writer, desk.from, { anonymous: true }),
    ];
    const part = await desk.split(desk.from, [posts[1]!]);
    expect((await desk.postsOf(part))[0]!.authorId).toBe(posts[0]!.authorId);
    expect((await desk.viewer(writer, part)).ownIds).toContain(posts[0]!.authorId);
    expect(
      (await desk.community.get(PostAccess).require(await desk.community.as(writer), posts[1]!.publicId))
        .ownIds,
    ).toContain(posts[1]!.authorId);
    await desk.edit(writer, posts[1]!);
    expect((await desk.community.reply(writer, part)).authorId).toBe(posts[0]!.authorId);
    expect((await desk.community.reply(writer, desk.from)).authorId).toBe(posts[0]!.authorId);
    await desk.community.runJobs();
    const answer = await desk.community.reply(desk.stranger, part);
    await desk.community.runJobs();
    const told = await desk.community.owner.query<{ mail: string }[]>(
      `SELECT recipient AS mail FROM identity.outbox_mail WHERE text LIKE '%' || $1 || '%'`,
      [answer.publicId],
    );
    expect(told.map(({ mail }) => mail)).toEqual(expect.arrayContaining([writer.mail, desk.asker.mail]));
    await desk.expectAllCounted();
  });

  it('lets who wrote with two voices go on with the one that comes first', async () => {
    const persona = await desk.community.reply(desk.helper, desk.from, { anonymous: true });
    await desk.merge();
    const nickname = await desk.community.reply(desk.helper, desk.into);
    const part = await desk.split(desk.into, [persona, nickname]);
    expect((await desk.viewer(desk.helper, part)).voice).toBe('anonymous');
    expect((await desk.community.reply(desk.helper, part)).authorId).toBe(persona.authorId);
    await desk.edit(desk.helper, nickname);
  });

  it('keeps read state and notices with their posts', async () => {
    const replies = [
      await desk.community.reply(desk.helper, desk.from),
      await desk.community.reply(desk.helper, desk.from),
    ];
    const last = await desk.community.reply(desk.stranger, desk.from);
    await desk.community.runJobs();
    await desk.community.get(Voices).markRead(await desk.community.as(desk.asker), desk.from.id, 3);
    const part = await desk.split(desk.from, [replies[0]!, last]);
    expect((await desk.viewer(desk.asker, desk.from)).readPosition).toBe(2);
    expect(await desk.viewer(desk.asker, part)).toMatchObject({ readPosition: 1, following: true });
    const placed = await desk.community.owner.query(
      `SELECT n.id FROM identity.notice n JOIN forum.post p ON p.id = n.post_id
       WHERE p.thread_id <> n.thread_id OR p.position <> n.position`,
    );
    expect(placed).toEqual([]);
  });

  it('refuses the opening, a stub in front, posts of elsewhere, and boards the thread could not go to', async () => {
    const [opening] = await desk.postsOf(desk.from);
    const [, elsewhere] = await desk.postsOf(desk.into);
    const reply = await desk.community.reply(desk.helper, desk.from);
    const gone = await desk.community.reply(desk.helper, desk.from);
    await desk.community.get(DeletePostService).execute(await desk.community.as(desk.helper), gone.publicId);
    const inner = await desk.community.board({
      visibility: 'group',
      groupId: (await desk.community.groupBoard([], false)).groupId,
    });
    const before = await desk.community.snapshotOf(...RegroupingDesk.tables);
    await expect(desk.split(desk.from, [opening!, reply])).rejects.toThrow(InvalidInput);
    await expect(desk.split(desk.from, [gone])).rejects.toThrow(InvalidInput);
    await expect(desk.split(desk.from, [reply, elsewhere!])).rejects.toThrow(InvalidInput);
    await expect(desk.split(desk.from, [reply], { boardId: inner.publicId })).rejects.toThrow(NotFound);
    for (const refused of [desk.asker, desk.stranger, desk.otherModerator])
      await expect(desk.split(desk.from, [reply], {}, refused)).rejects.toThrow(NotFound);
    expect(await desk.community.snapshotOf(...RegroupingDesk.tables)).toEqual(before);
  });

  it('is done once, and loses no reply that comes at the same moment', async () => {
    const reply = await desk.community.reply(desk.helper, desk.from);
    const key = randomUUID();
    const outcomes = await Promise.allSettled([
      desk.split(desk.from, [reply], { clientKey: key }),
      desk.split(desk.from, [reply], { clientKey: key }),
      desk.community.reply(desk.asker, desk.from, { body: 'Danke schon einmal.' }),
    ]);
    expect(outcomes[2]!.status).toBe('fulfilled');
    const again = await desk.split(desk.from, [reply], { clientKey: key });
    const [{ count }] = await desk.community.owner.query<[{ count: number }]>(
      `SELECT count(*)::int FROM forum.thread WHERE board_id = $1`,
      [desk.board.id],
    );
    expect(count).toBe(3);
    expect((await desk.postsOf(again)).map(({ publicId }) => publicId)).toEqual([reply.publicId]);
    expect((await desk.postsOf(desk.from)).length).toBe(2);
    await desk.expectAllCounted();
  });
});
