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

/** A post a mail is to tell of, as it is now. */
export interface NoticedPost {
  readonly post: Post;
  readonly thread: Thread;
  /** Members who may read it now; null for all. */
  readonly readers: readonly string[] | null;
}

/** Looks at a post again at the moment a mail is written: between the act and the mail everything may have changed. */
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
  async find(ctx: RequestContext, { threadId, postId }: PostRef): Promise<NoticedPost | null> {
    const [post] = await this.posts.findReadableByIds(ctx, [postId]);
    const [thread] = await this.threads.findReadableByIds(ctx, [threadId]);
    if (!post || !thread) return null;
    const { board } = (await this.boards.known(ctx)).find(({ board: { id } }) => id === thread.boardId)!;
    return { post, thread, readers: await this.readersOf(ctx, board) };
  }

  /**
   * Who may read a board, asked the other way round than `onlyReadableBoards` of the forum does: which members, not
   * which boards. A test holds the two together.
   */
  private async readersOf(ctx: RequestContext, board: Board): Promise<readonly string[] | null> {
    if (board.groupId === null) return null;
    const roles = [...rolesWith('forum:moderate')];
    return this.groups.membersOrHolders(ctx, { groupId: board.groupId, boardId: board.id, roles });
  }
}
