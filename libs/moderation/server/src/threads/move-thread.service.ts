import { Injectable } from '@nestjs/common';
import { BoardRepository, forumPolicy, type Board, type Thread } from '@kundig/forum/server';
import { NotFound, type RequestContext } from '@kundig/platform/server';
import { ModeratedThread, type ThreadToModerate } from './moderated-thread.js';

export interface MoveThread extends ThreadToModerate {
  /** Public id of the board it goes to. */
  readonly boardId: string;
}

/** Brings a thread to another board, whose rights hold for it from then on. Its address and its personas stay. */
@Injectable()
export class MoveThreadService {
  constructor(
    private readonly moderated: ModeratedThread,
    private readonly boards: BoardRepository,
  ) {}

  /**
   * Safe to repeat. A thread that was pinned is not pinned in its new board.
   * @throws NotFound no such thread, or not on a board the actor moderates; no such board, or not to be read by the actor
   * @throws NotAllowed the actor may not begin threads there, or more people read there and the actor moderates single boards
   */
  async execute(ctx: RequestContext, { boardId, ...which }: MoveThread): Promise<Thread> {
    const boards = await this.readable(ctx);
    return this.moderated.execute(ctx, which, (_tx, thread) => {
      const from = boards.find(({ id }) => id === thread.boardId);
      const to = boards.find(({ publicId }) => publicId === boardId);
      if (!from || !to) throw new NotFound();
      if (from === to) return null;
      forumPolicy.mayMove(ctx.actor, from, to).orThrow();
      return { action: 'thread-moved', facts: { boardId: to.id, pinnedAt: null } };
    });
  }

  /** @returns the boards to which the actor may move a thread; none for those who do not moderate it */
  async targetsOf(ctx: RequestContext, thread: Thread): Promise<Board[]> {
    const boards = await this.readable(ctx);
    const from = boards.find(({ id }) => id === thread.boardId);
    return boards.filter((to) => from && to !== from && forumPolicy.mayMove(ctx.actor, from, to).allowed);
  }

  private async readable(ctx: RequestContext): Promise<Board[]> {
    return (await this.boards.known(ctx)).flatMap(({ board, readable }) => (readable ? [board] : []));
  }
}
