import { Injectable } from '@nestjs/common';
import { forumPolicy, ThreadLock, ThreadRepository, type Thread } from '@kundig/forum/server';
import { AppDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';

export interface ModerateThread {
  /** Public id of the thread. */
  readonly threadId: string;
  readonly reason: string | null;
}

/** Closes a thread for replies, or opens it again. */
@Injectable()
export class LockThreadService {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly lock: ThreadLock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Safe to repeat.
   * @param locked whether it is to be closed
   * @throws NotFound no such thread, or not on a board the actor moderates
   */
  async execute(ctx: RequestContext, { threadId, reason }: ModerateThread, locked: boolean): Promise<Thread> {
    const thread = await this.threads.findReadable(ctx, threadId);
    if (!thread) throw new NotFound();
    forumPolicy.mayModerate(ctx.actor, thread).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.lock.set(tx, thread.id, locked))) return;
      const action = locked ? 'thread-locked' : 'thread-unlocked';
      await this.audit.record(tx, { action, subjectType: 'thread', subjectId: threadId, reason });
    });
    return (await this.threads.findReadable(ctx, threadId))!;
  }
}
