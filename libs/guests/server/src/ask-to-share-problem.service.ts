import { Injectable } from '@nestjs/common';
import { BoardRepository, forumPolicy, ThreadRepository } from '@kundig/forum/server';
import { RequestSharedProblemService } from '@kundig/identity/server';
import { NotFound, type RequestContext } from '@kundig/platform/server';

/** What somebody who is not signed in says about a question. */
export interface SharedProblemRequest {
  /** Public id. */
  readonly threadId: string;
  readonly mail: string;
  /** A field no person sees: whoever fills it is a program. */
  readonly website: string | null;
}

/** Asks somebody by mail to confirm that they have the problem of a question, too. */
@Injectable()
export class AskToShareProblemService {
  constructor(
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly requesting: RequestSharedProblemService,
  ) {}

  /**
   * A program is answered like everybody, and nothing is sent.
   * @throws NotFound   no such question, or not one everybody reads
   * @throws NotAllowed it is solved
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, { threadId, mail, website }: SharedProblemRequest): Promise<void> {
    const thread = await this.threads.findReadable(ctx, threadId);
    if (!thread) throw new NotFound();
    const known = await this.boards.known(ctx);
    const { board } = known.find(({ board: { id } }) => id === thread.boardId)!;
    forumPolicy.mayShareProblemAsGuest(thread, board).orThrow();
    if (!website) await this.requesting.execute(ctx, thread.id, mail);
  }
}
