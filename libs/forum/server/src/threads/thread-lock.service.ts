import { Injectable } from '@nestjs/common';
import { Clock, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { ThreadRepository } from '../storage/thread.repository.js';

/** Closes a thread for replies or opens it again; who may do so is decided by the caller, in the caller's transaction. */
@Injectable()
export class ThreadLock {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /** @returns false when it was so already */
  async set(tx: RequestContext, threadId: string, locked: boolean): Promise<boolean> {
    const thread = await this.threads.lock(tx, threadId);
    if ((thread.lockedAt !== null) === locked) return false;
    await this.threads.update(tx, threadId, { lockedAt: locked ? this.clock.now() : null });
    await this.pages.drop(tx, `thread:${thread.id}`);
    return true;
  }
}
