import { Injectable } from '@nestjs/common';
import {
  BoardRepository,
  FollowRegrouping,
  forumPolicy,
  MergeThreads,
  ThreadRepository,
  type Thread,
  type ThreadInBoard,
} from '@kundig/forum/server';
import { AppDatabase, InvalidInput, NotFound, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import type { ThreadToModerate } from './moderated-thread.js';

export interface MergeThread extends ThreadToModerate {
  /** Public id of the thread into which it goes. */
  readonly intoId: string;
}

/** Lets a thread go over into another one: its posts stand behind the other's, and its address leads there. */
@Injectable()
export class MergeThreadService {
  constructor(
    private readonly database: AppDatabase,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly mergeThreads: MergeThreads,
    private readonly follow: FollowRegrouping,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Safe to repeat.
   * @returns the thread that stays
   * @throws NotFound     one of them does not exist, is hidden, or stands on a board the actor does not moderate
   * @throws NotAllowed   more people read the other one and the actor moderates single boards, or the other one is a
   *   discussion and this one is solved
   * @throws InvalidInput the thread itself
   * @throws Conflict     it went over into a third one meanwhile
   */
  async execute(ctx: RequestContext, { threadId, intoId, reason }: MergeThread): Promise<Thread> {
    const found = await this.threads.findReadable(ctx, threadId);
    const target = await this.threads.findReadable(ctx, intoId);
    if (!found || !target) throw new NotFound();
    if (found.id === target.id) throw new InvalidInput('intoId', 'moderation:error.mergeIntoItself');
    forumPolicy.mayModerate(ctx.actor, found).orThrow();
    if (found.mergedIntoId === target.id) return target;
    const refs = await this.database.transaction(ctx, async (tx) => {
      const [from, into] = await this.threads.lockBoth(tx, found.id, target.id);
      forumPolicy.mayMerge(ctx.actor, await this.inBoard(tx, from), await this.inBoard(tx, into)).orThrow();
      const merged = await this.mergeThreads.apply(tx, from, into);
      await this.audit.record(tx, {
        action: 'thread-merged',
        subjectType: 'thread',
        subjectId: from.publicId,
        reason,
      });
      return merged;
    });
    await this.follow.merged(ctx, refs);
    return (await this.threads.findReadableByIds(ctx, [target.id]))[0]!;
  }

  private async inBoard(ctx: RequestContext, thread: Thread): Promise<ThreadInBoard> {
    const place = (await this.boards.known(ctx)).find(({ board }) => board.id === thread.boardId);
    if (!place?.readable) throw new NotFound();
    return { thread, board: place.board };
  }
}
