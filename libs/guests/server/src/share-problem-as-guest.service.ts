import { Injectable } from '@nestjs/common';
import {
  BoardRepository,
  forumPolicy,
  ShareProblemService,
  ThreadRepository,
  type Board,
  type Thread,
} from '@kundig/forum/server';
import { ConfirmSharedProblemService } from '@kundig/identity/server';
import { InvalidInput, NotFound, type RequestContext } from '@kundig/platform/server';
import { MemberRequests } from './member-requests.js';

/** *Dasselbe Problem* of somebody who is not signed in, by the link of their mail. */
@Injectable()
export class ShareProblemAsGuestService {
  constructor(
    private readonly confirming: ConfirmSharedProblemService,
    private readonly sharing: ShareProblemService,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly requests: MemberRequests,
  ) {}

  /** What the link is about, for whoever holds it; asking changes nothing. @returns null when it is not to be read any more */
  async find(ctx: RequestContext, token: string): Promise<Thread | null> {
    const threadId = await this.confirming.find(ctx, token);
    const found = threadId && (await this.read(ctx, threadId));
    return found && found.board.visibility === 'public' && !found.thread.hiddenAt && !found.thread.deletedAt
      ? found.thread
      : null;
  }

  /**
   * Counts the person once, as the member they are where the mail has an account. Safe to repeat.
   * @throws InvalidInput the link is too old or not ours
   * @throws NotFound     the question is gone, or not for everybody any more
   * @throws NotAllowed   it is solved, or the person's own
   * @throws Suspended    the person is a member who may not write at present
   */
  async execute(ctx: RequestContext, token: string): Promise<Thread> {
    const threadId = await this.confirming.find(ctx, token);
    if (threadId === null) throw new InvalidInput('token', 'identity:error.linkExpired');
    const found = await this.read(ctx, threadId);
    if (!found) throw new NotFound();
    const { thread, board } = found;
    forumPolicy.mayShareProblemAsGuest(thread, board).orThrow();
    const { memberId } = await this.confirming.execute(ctx, token);
    if (memberId === null) await this.sharing.recount(ctx, threadId);
    else await this.sharing.execute(await this.requests.of(ctx, memberId), thread.publicId, true);
    return thread;
  }

  private async read(
    ctx: RequestContext,
    threadId: string,
  ): Promise<{ thread: Thread; board: Board } | null> {
    const [thread] = await this.threads.findReadableByIds(ctx, [threadId]);
    if (!thread) return null;
    const known = await this.boards.known(ctx);
    return { thread, board: known.find(({ board: { id } }) => id === thread.boardId)!.board };
  }
}
