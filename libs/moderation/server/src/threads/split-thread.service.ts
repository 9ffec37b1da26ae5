import { Injectable } from '@nestjs/common';
import {
  BoardRepository,
  FollowRegrouping,
  forumPolicy,
  PostRepository,
  SplitOffThread,
  ThreadRepository,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import {
  AppDatabase,
  InvalidInput,
  NotFound,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import type { ThreadToModerate } from './moderated-thread.js';

export interface SplitThread extends ThreadToModerate {
  /** Public ids of posts of the thread. */
  readonly postIds: readonly string[];
  /** Whether all posts that come after the first of them go, too. */
  readonly following: boolean;
  readonly title: string;
  /** Public id of the board of the new thread. */
  readonly boardId: string;
  readonly clientKey: string;
}

/** Makes chosen posts of a thread a thread of their own, whose first one opens it. */
@Injectable()
export class SplitThreadService {
  constructor(
    private readonly database: AppDatabase,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly splitOff: SplitOffThread,
    private readonly follow: FollowRegrouping,
    private readonly audit: AuditLog,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat with the same client key.
   * @returns the new thread
   * @throws NotFound     no such thread, or hidden, or not on a board the actor moderates; no such board
   * @throws NotAllowed   the thread could not be moved to that board by the actor
   * @throws InvalidInput none or the opening post was chosen, one that is not there, or the first one cannot be read
   */
  async execute(ctx: RequestContext, input: SplitThread): Promise<Thread> {
    const found = await this.threads.findReadable(ctx, input.threadId);
    if (!found) throw new NotFound();
    forumPolicy.mayModerate(ctx.actor, found).orThrow();
    const id = this.random.repeatableUuid(ctx.actor.memberId!, input.clientKey);
    const [made] = await this.threads.findReadableByIds(ctx, [id]);
    if (made) return made;
    const refs = await this.database.transaction(ctx, async (tx) => {
      const from = await this.threads.lock(tx, found.id);
      const board = await this.boardOf(tx, from, input.boardId);
      const chosen = await this.posts.lockChosen(tx, from.id, input.postIds, input.following);
      requirePart(chosen, input);
      await this.splitOff.apply(tx, from, chosen, { id, title: input.title, boardId: board.id });
      const [part] = await this.threads.findReadableByIds(tx, [id]);
      await this.audit.record(tx, {
        action: 'thread-split',
        subjectType: 'thread',
        subjectId: part!.publicId,
        reason: input.reason,
      });
      return { fromId: from.id, intoId: id, positions: chosen.map(({ position }) => position) };
    });
    await this.follow.split(ctx, refs);
    return (await this.threads.findReadableByIds(ctx, [id]))[0]!;
  }

  private async boardOf(ctx: RequestContext, thread: Thread, publicId: string): Promise<Board> {
    const boards = (await this.boards.known(ctx)).flatMap(({ board, readable }) => (readable ? [board] : []));
    const board = boards.find(({ id }) => id === thread.boardId);
    const to = boards.find((candidate) => candidate.publicId === publicId);
    if (!board || !to) throw new NotFound();
    forumPolicy.maySplit(ctx.actor, { thread, board }, to).orThrow();
    return to;
  }
}

function requirePart(chosen: readonly Post[], { postIds, following }: SplitThread): void {
  const first = chosen[0];
  const isComplete = following ? first : chosen.length === new Set(postIds).size;
  if (!first || !isComplete) throw new InvalidInput('postIds', 'moderation:error.splitWithoutPosts');
  if (first.position === 1) throw new InvalidInput('postIds', 'moderation:error.splitWithOpening');
  if (first.isStub) throw new InvalidInput('postIds', 'moderation:error.splitBeginsWithStub');
}
