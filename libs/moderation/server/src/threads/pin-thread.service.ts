import { Injectable } from '@nestjs/common';
import type { Thread } from '@kundig/forum/server';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { ModeratedThread, type ThreadToModerate } from './moderated-thread.js';

/** Keeps a thread on top of its board, or lets it go down with time again. */
@Injectable()
export class PinThreadService {
  constructor(
    private readonly moderated: ModeratedThread,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @param pinned whether it is to stand on top
   * @throws NotFound no such thread, or not on a board the actor moderates
   */
  execute(ctx: RequestContext, which: ThreadToModerate, pinned: boolean): Promise<Thread> {
    return this.moderated.execute(ctx, which, (_tx, thread) => {
      if ((thread.pinnedAt !== null) === pinned) return null;
      return pinned
        ? { action: 'thread-pinned', facts: { pinnedAt: this.clock.now() } }
        : { action: 'thread-unpinned', facts: { pinnedAt: null } };
    });
  }
}
