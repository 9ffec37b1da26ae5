import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WithdrawArticleService, WriteCommentService } from '@kundig/blog/server';
import { DeletePostService, type Board, type Post, type Thread } from '@kundig/forum/server';
import {
  FileNoticeService,
  HidePostService,
  MergeThreadService,
  ModerateCommentService,
} from '@kundig/moderation/server';
import { TestCommunity, type TestMember } from '../../support/community.js';
import { statementsOf } from '../../support/statements.js';

let community: TestCommunity;
let board: Board, asker: TestMember, helper: TestMember;
/** One who moderates everywhere, and one who moderates this board alone. */
let moderator: TestMember, here: TestMember, editor: TestMember;
let thread: Thread, reply: Post;

beforeAll(async () => {
  community = await TestCommunity.start();
  board = await community.board();
  [asker, helper] = [await community.member(), await community.member()];
  moderator = await community.withRole('moderator');
  here = await community.withRole('moderator', board);
  editor = await community.withRole('administrator');
});
afterAll(() => community.close());

beforeEach(async () => {
  thread = await community.question(asker, board, { body: 'So fing es an.' });
  await community.reply(asker, thread, { body: 'Das stand davor.' });
  reply = await community.reply(helper, thread, { body: 'Das ist gemeldet.' });
});

/** @returns the link of its sender */
const file = async (addresses: readonly string[]): Promise<string> =>
  (await community.get(FileNoticeService).execute(community.visitor(), {
    ...{ addresses, matter: 'child-abuse', name: null, mail: null, website: null },
    explanation: 'Hier wird über meine Firma etwas Falsches behauptet.',
  }))!;

interface Content {
  kind: string;
  addresses: string[];
  post: {
    id: string;
    html: string | null;
    stub: { byAuthor: boolean } | null;
    viewer: { body: string | null; mayRedact: boolean };
    surroundings: { html: string }[];
  } | null;
  comment: {
    comment: { id: string; html: string | null; deleted: boolean; viewerMayRedact: boolean };
  } | null;
}
const CONTENTS = `contents { kind addresses
  post { id html stub { byAuthor } viewer { body mayRedact } surroundings { html } thread { title board { name } } }
  comment { articleTitle comment { id html deleted viewerMayRedact } } }`;

/** What the desk shows of the notice with this link. */
const contentsOf = async (member: TestMember, token: string): Promise<Content[]> => {
  const { contentNotices } = await community.ask<{ contentNotices: { id: string; contents: Content[] }[] }>(
    await community.as(member),
    `{ contentNotices { id ${CONTENTS} } }`,
  );
  return contentNotices.find(({ id }) => token.startsWith(`${id}.`))?.contents ?? [];
};
const contentsBy = async (ctx: Awaited<ReturnType<TestCommunity['as']>>, token: string) =>
  (
    await community.ask<{ contentNotice: { contents: Content[] } }>(
      ctx,
      `query ($token: String!) { contentNotice(token: $token) { ${CONTENTS} } }`,
      { token },
    )
  ).contentNotice.contents;
const comment = async () => {
  const article = await community.article(editor);
  const written = await community.get(WriteCommentService).execute(await community.as(helper), {
    ...{ articleId: article.publicId, body: 'Das steht im Blog.', clientKey: randomUUID() },
  });
  const address = `/blog/egal/${article.publicId}#c-${written.publicId}`;
  return { article, written, address };
};

describe('what a notice points to', () => {
  it('is shown with what stands around it to those who decide, and to nobody else', async () => {
    await community.reply(asker, thread, { body: 'Das stand danach.' });
    const { written, address } = await comment();
    const token = await file([`/p/${reply.publicId}`, address]);
    const [post, second, ...others] = await contentsOf(moderator, token);
    expect(others).toEqual([]);
    expect(post).toMatchObject({
      ...{ kind: 'POST', addresses: [`/p/${reply.publicId}`], comment: null },
      post: { id: reply.publicId, html: expect.stringContaining('gemeldet'), viewer: { mayRedact: true } },
    });
    expect(post!.post!.surroundings.map(({ html }) => html)).toEqual([
      expect.stringContaining('fing es an'),
      expect.stringContaining('davor'),
      expect.stringContaining('danach'),
    ]);
    expect(second).toMatchObject({
      ...{ kind: 'COMMENT', addresses: [address], post: null },
      comment: {
        comment: {
          ...{ id: written.publicId, html: expect.stringContaining('im Blog'), viewerMayRedact: true },
        },
      },
    });
    for (const ctx of [community.visitor(), await community.as(helper), await community.as(here)])
      expect(await contentsBy(ctx, token)).toEqual([]);
    expect(await contentsOf(here, token)).toEqual([]);
    expect(await contentsBy(await community.as(moderator), token)).toHaveLength(2);
  });

  it('is shown also when it is hidden, and is a stub when its author has deleted it', async () => {
    const { written, article, address } = await comment();
    const token = await file([`/p/${reply.publicId}`, address]);
    await community.get(HidePostService).execute(await community.as(moderator), {
      ...{ postId: reply.publicId, reason: 'Darüber wird entschieden' },
    });
    await community.get(ModerateCommentService).hide(await community.as(moderator), {
      commentId: written.publicId,
      reason: 'Darüber wird entschieden',
    });
    const [post, hidden] = await contentsOf(moderator, token);
    expect(post!.post).toMatchObject({
      ...{ html: null, stub: { byAuthor: false }, viewer: { body: 'Das ist gemeldet.' } },
    });
    expect(hidden!.comment!.comment).toMatchObject({ html: null, deleted: false });

    const deleted = await community.reply(helper, thread);
    const second = await file([`/p/${deleted.publicId}`]);
    await community.get(DeletePostService).execute(await community.as(helper), deleted.publicId);
    const [gone] = await contentsOf(moderator, second);
    expect(gone!.post).toMatchObject({ html: null, stub: { byAuthor: true } });

    await community.get(WithdrawArticleService).execute(await community.as(editor), article.publicId);
    expect((await contentsOf(moderator, token))[1]).toMatchObject({ kind: 'COMMENT', comment: null });
  });

  it('says of an address without post and comment what it is', async () => {
    const { article } = await comment();
    const closed = await community.reply(
      asker,
      await community.question(asker, await community.groupBoard([asker], true)),
    );
    const addresses = [
      ...[
        `/blog/egal/${article.publicId}`,
        `/p/${closed.publicId}`,
        '/p/gibtsnicht',
        `/u/${helper.nickname}`,
      ],
    ];
    const contents = await contentsOf(moderator, await file(addresses));
    expect(contents).toEqual(
      ['ARTICLE', 'NOTHING', 'NOTHING', 'ELSEWHERE'].map((kind, index) => ({
        ...{ kind, addresses: [addresses[index]], post: null, comment: null },
      })),
    );
  });

  it('stays what it is when its thread is merged into another', async () => {
    const address = `/t/egal/${thread.publicId}`;
    const token = await file([address]);
    const into = await community.question(asker, board);
    await community.get(MergeThreadService).execute(await community.as(moderator), {
      ...{ threadId: thread.publicId, intoId: into.publicId, reason: null },
    });
    const [content, ...others] = await contentsOf(moderator, token);
    expect(others).toEqual([]);
    expect(content).toMatchObject({
      addresses: [address],
      post: { html: expect.stringContaining('fing es an') },
    });
  });

  it('costs as many statements with many notices as with one', async () => {
    const ask = async () => {
      const ctx = await community.as(moderator);
      return statementsOf(community, () => community.ask(ctx, `{ contentNotices { id ${CONTENTS} } }`));
    };
    await file([`/p/${reply.publicId}`, (await comment()).address]);
    const few = (await ask()).length;
    for (let n = 0; n < 4; n += 1) {
      const other = await community.reply(helper, await community.question(asker, board));
      await file([`/p/${other.publicId}`, (await comment()).address]);
    }
    expect(await ask()).toHaveLength(few);
  });
});
