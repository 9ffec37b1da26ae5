import { Injectable } from '@nestjs/common';
import type { Thread } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { ModeratedThread, type ThreadToModerate } from './moderated-thread.js';

export interface SlowThread extends ThreadToModerate {
  /** Between two replies of one person; null lets everybody write as they like. */
  readonly minutes: number | null;
}

/** Calms a thread down: one reply per person in so many minutes. Moderators of the board are exempt. */
@Injectable()
export class SlowThreadService {
  constructor(private readonly moderated: ModeratedThread) {}

  /**
   * Safe to repeat.
   * @throws NotFound no such thread, or not on a board the actor moderates
   */
  execute(ctx: RequestContext, { minutes, ...which }: SlowThread): Promise<Thread> {
    return this.moderated.execute(ctx, which, (_tx, { slowMinutes }) =>
      slowMinutes === minutes
        ? null
        : {
            action: minutes === null ? 'thread-unslowed' : 'thread-slowed',
            facts: { slowMinutes: minutes },
          },
    );
  }
}
