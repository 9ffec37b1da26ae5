import { Injectable } from '@nestjs/common';
import { DuplicateMarks, forumPolicy, ThreadRepository, type Thread } from '@kundig/forum/server';
import { AppDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import type { ThreadToModerate } from './moderated-thread.js';

/** Takes back that a thread asks what another one has asked: it stands for itself again. */
@Injectable()
export class UnmarkDuplicateService {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly marks: DuplicateMarks,
    private readonly audit: AuditLog,
  ) {}

  /**
   * What followed the thread to the other one stays there. Nothing happens where the actor may not read that one, as if there
   * were none. Safe to repeat.
   * @throws NotFound no such thread, or not on a board the actor moderates
   */
  async execute(ctx: RequestContext, { threadId, reason }: ThreadToModerate): Promise<Thread> {
    const found = await this.threads.findReadable(ctx, threadId);
    if (!found) throw new NotFound();
    forumPolicy.mayModerate(ctx.actor, found).orThrow();
    return this.database.transaction(ctx, async (tx) => {
      const thread = await this.threads.lock(tx, found.id);
      forumPolicy.mayModerate(ctx.actor, thread).orThrow(); // it may have been moved meanwhile
      const { duplicateOfId } = thread;
      const [canonical] = duplicateOfId ? await this.threads.findReadableByIds(tx, [duplicateOfId]) : [];
      if (!canonical) return thread;
      await this.marks.unmark(tx, thread);
      await this.audit.record(tx, {
        action: 'duplicate-unmarked',
        subjectType: 'thread',
        subjectId: thread.publicId,
        reason,
      });
      return { ...thread, duplicateOfId: null };
    });
  }
}
