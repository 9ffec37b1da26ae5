import { Injectable } from '@nestjs/common';
import { DuplicateMarks, forumPolicy, ThreadRepository, type Thread } from '@kundig/forum/server';
import { AppDatabase, InvalidInput, NotFound, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import type { ThreadToModerate } from './moderated-thread.js';

export interface MarkDuplicate extends ThreadToModerate {
  /** Public id of the thread that asked the same before. */
  readonly ofId: string;
}

/** Leads readers of a thread to the one that asked the same before; both stay where they are. */
@Injectable()
export class MarkDuplicateService {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly marks: DuplicateMarks,
    private readonly audit: AuditLog,
  ) {}

  /**
   * A duplicate of a duplicate leads where that one leads, and what led to the thread follows it. Safe to repeat.
   * @returns the thread that is marked
   * @throws NotFound     one of them does not exist, is hidden, or stands on a board the actor does not moderate
   * @throws InvalidInput the thread itself, or one that leads to it
   * @throws Conflict     one of them went over into another thread, or leads elsewhere meanwhile
   */
  async execute(ctx: RequestContext, { threadId, ofId, reason }: MarkDuplicate): Promise<Thread> {
    const found = await this.threads.findReadable(ctx, threadId);
    const named = await this.threads.findReadable(ctx, ofId);
    if (!found || !named) throw new NotFound();
    for (const thread of [found, named]) forumPolicy.mayModerate(ctx.actor, thread).orThrow();
    if (found.id === named.id) throw new InvalidInput('ofId', 'moderation:error.duplicateOfItself');
    return this.database.transaction(ctx, async (tx) => {
      const pair = await this.marks.lock(tx, found.id, named);
      const { thread, canonical } = pair;
      forumPolicy.mayMarkDuplicate(ctx.actor, thread, canonical).orThrow();
      if (thread.id === canonical.id) throw new InvalidInput('ofId', 'moderation:error.duplicateLeadsBack');
      if (thread.duplicateOfId === canonical.id) return thread;
      await this.marks.mark(tx, pair);
      await this.audit.record(tx, {
        action: 'duplicate-marked',
        subjectType: 'thread',
        subjectId: thread.publicId,
        reason,
      });
      return { ...thread, duplicateOfId: canonical.id };
    });
  }
}
