import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DeletePostService,
  MarkSolutionService,
  PostRepository,
  RecountForumService,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { HidePostService, RestorePostService } from '@kundig/moderation/server';
import { RequestContext } from '@kundig/platform/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

let community: TestCommunity;
let moderator: TestMember;
let asker: TestMember;
let board: Board;
beforeAll(async () => {
  community = await TestCommunity.start();
  moderator = await community.withRole('moderator');
});
afterAll(() => community.close());
beforeEach(async () => {
  asker = await community.member();
  board = await community.board();
});

const counters = async ({ id }: Board) => {
  const [row] = await community.owner.query(
    'SELECT thread_count, open_count FROM forum.board WHERE id = $1',
    [id],
  );
  return [row.thread_count, row.open_count];
};

const openingOf = async (thread: Thread): Promise<Post> => {
  const [opening] = await community
    .get(PostRepository)
    .parts(community.visitor(), [{ threadId: thread.id, from: 1, to: 1 }]);
  return opening!;
};

describe('the counters of a board', () => {
  it('tell questions from discussions', async () => {
    await community.question(asker, board);
    await community.question(asker, board, { kind: 'discussion' });
    expect(await counters(board)).toEqual([2, 1]);
  });

  it('follow a solution given and taken back', async () => {
    const thread = await community.question(asker, board);
    const answer = await community.reply(await community.member(), thread);
    const mark = community.get(MarkSolutionService);
    await mark.execute(await community.as(asker), answer.publicId, true);
    expect(await counters(board)).toEqual([1, 0]);
    await mark.execute(await community.as(asker), answer.publicId, false);
    expect(await counters(board)).toEqual([1, 1]);
  });

  it('follow what is hidden, restored and deleted', async () => {
    const postId = (await openingOf(await community.question(asker, board))).publicId;
    const as = await community.as(moderator);
    await community.get(HidePostService).execute(as, { postId, reason: 'Nennt einen Kunden' });
    expect(await counters(board)).toEqual([0, 0]);
    await community.get(RestorePostService).execute(as, { postId, reason: 'Irrtum' });
    expect(await counters(board)).toEqual([1, 1]);
    await community.get(DeletePostService).execute(await community.as(asker), postId);
    expect(await counters(board)).toEqual([0, 0]);
  });

  it('follow a thread from board to board', async () => {
    const [there, thread] = [await community.board(), await community.question(asker, board)];
    await community.owner.query('UPDATE forum.thread SET board_id = $2 WHERE id = $1', [thread.id, there.id]);
    expect([await counters(board), await counters(there)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('agree after fifty questions and thirty solutions at once', async () => {
    const askers = await Promise.all(Array.from({ length: 10 }, () => community.member()));
    const asked = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const from = askers[index % askers.length]!;
        return { from, thread: await community.question(from, board) };
      }),
    );
    await Promise.all(
      asked.slice(0, 30).map(async ({ from, thread }) => {
        const answer = await community.reply(from, thread);
        await community.get(MarkSolutionService).execute(await community.as(from), answer.publicId, true);
      }),
    );
    expect(await counters(board)).toEqual([50, 20]);
  });

  it('are put right by a recount, and found wrong only when they are', async () => {
    await community.question(asker, board);
    const recount = community.get(RecountForumService);
    expect(await recount.execute(RequestContext.system())).toEqual({
      threads: 0,
      boards: [],
      sameProblems: 0,
    });
    await community.owner.query('UPDATE forum.board SET thread_count = 7, open_count = 3 WHERE id = $1', [
      board.id,
    ]);
    expect(await recount.execute(RequestContext.system())).toEqual({
      threads: 0,
      boards: [board.slug],
      sameProblems: 0,
    });
    expect(await counters(board)).toEqual([1, 1]);
  });
});
