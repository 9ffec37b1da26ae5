import { Injectable } from '@nestjs/common';
import {
  forumPolicy,
  ThreadChange,
  ThreadRepository,
  type Thread,
  type ThreadFacts,
} from '@kundig/forum/server';
import { AppDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import type { AuditAction } from '../storage/audit.repository.js';

export interface ThreadToModerate {
  /** Public id of the thread. */
  readonly threadId: string;
  /** For the audit log. */
  readonly reason: string | null;
}

/** What a change of a thread comes to, and under which name it is logged. */
export interface ThreadVerdict {
  readonly action: AuditAction;
  readonly facts: ThreadFacts;
}

/** The frame of everything moderators change about a thread as a whole: who may, the lock, the change, the log. */
@Injectable()
export class ModeratedThread {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly change: ThreadChange,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param decide looks at the locked thread; null when it is so already, which changes and logs nothing
   * @returns the thread as it is then
   * @throws NotFound no such thread, or not on a board the actor moderates
   */
  async execute(
    ctx: RequestContext,
    { threadId, reason }: ThreadToModerate,
    decide: (tx: RequestContext, thread: Thread) => ThreadVerdict | null | Promise<ThreadVerdict | null>,
  ): Promise<Thread> {
    const found = await this.threads.findReadable(ctx, threadId);
    if (!found) throw new NotFound();
    forumPolicy.mayModerate(ctx.actor, found).orThrow();
    return this.database.transaction(ctx, async (tx) => {
      const thread = await this.threads.lock(tx, found.id);
      forumPolicy.mayModerate(ctx.actor, thread).orThrow(); // it may have been moved meanwhile
      const verdict = await decide(tx, thread);
      if (!verdict) return thread;
      await this.change.apply(tx, thread, verdict.facts);
      await this.audit.record(tx, {
        action: verdict.action,
        subjectType: 'thread',
        subjectId: thread.publicId,
        reason,
      });
      return this.threads.lock(tx, thread.id);
    });
  }
}
