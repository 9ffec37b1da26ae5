import { Injectable } from '@nestjs/common';
import {
  BoardRepository,
  PostRepository,
  ThreadRepository,
  type Board,
  type Post,
  type PostRef,
  type Thread,
} from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { rolesWith, type RequestContext } from '@kundig/platform/server';

/** A post people are to be told of, as it is now. */
export interface NoticedPost {
  readonly post: Post;
  readonly thread: Thread;
  readonly board: Board;
  /** Members who may read it now; null for all. */
  readonly readers: readonly string[] | null;
}

/** Looks at posts again at the moment people are told: between the act and then everything may have changed. */
@Injectable()
export class NoticedPosts {
  constructor(
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly groups: GroupRepository,
  ) {}

  /**
   * @param ctx of a job, which may look everywhere
   * @returns null when there is no such post any more; a stub is one
   */
  async find(ctx: RequestContext, ref: PostRef): Promise<NoticedPost | null> {
    return (await this.findMany(ctx, [ref]))[0] ?? null;
  }

  /** The same for many posts at once; what is gone is left out. */
  async findMany(ctx: RequestContext, refs: readonly PostRef[]): Promise<NoticedPost[]> {
    const posts = await this.posts.findReadableByIds(ctx, [...new Set(refs.map(({ postId }) => postId))]);
    const threadIds = [...new Set(posts.map(({ threadId }) => threadId))];
    const threads = new Map(
      (await this.threads.findReadableByIds(ctx, threadIds)).map((thread) => [thread.id, thread]),
    );
    const boards = new Map((await this.boards.known(ctx)).map(({ board }) => [board.id, board]));
    return Promise.all(
      posts.map(async (post) => {
        const thread = threads.get(post.threadId)!;
        const board = boards.get(thread.boardId)!;
        return { post, thread, board, readers: await this.readersOf(ctx, board) };
      }),
    );
  }

  /**
   * Who may read a board, asked the other way round than `onlyReadableBoards` of the forum does: which members, not
   * which boards. A test holds the two together.
   */
  private async readersOf(ctx: RequestContext, board: Board): Promise<readonly string[] | null> {
    const { groupId } = board;
    if (groupId === null) return null;
    const roles = [...rolesWith('forum:moderate')];
    return ctx.remember(`notifications:readers:${board.id}`, () =>
      this.groups.membersOrHolders(ctx, { groupId, boardId: board.id, roles }),
    );
  }
}

/** Whether somebody has answered their own question, and it is solved by that. */
export const isSolvedByAsker = ({ post, thread }: NoticedPost): boolean =>
  post.solutionAt !== null && post.authorId !== null && post.authorId === thread.authorId;

/** Whether there is still something to be read. */
export const isTold = ({ post, thread }: NoticedPost): boolean =>
  !post.isStub && !thread.hiddenAt && !thread.deletedAt;
