import { Injectable } from '@nestjs/common';
import type { Thread } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { ModeratedThread, type ThreadToModerate } from './moderated-thread.js';

export interface RelabelThread extends ThreadToModerate {
  readonly title: string;
  readonly tags: readonly string[];
}

/** Gives a thread a title and tags under which others find it. */
@Injectable()
export class RelabelThreadService {
  constructor(private readonly moderated: ModeratedThread) {}

  /**
   * Safe to repeat. Old addresses lead to the new one.
   * @throws NotFound no such thread, or not on a board the actor moderates
   */
  execute(ctx: RequestContext, { title, tags, ...which }: RelabelThread): Promise<Thread> {
    return this.moderated.execute(ctx, which, (_tx, thread) =>
      thread.title === title && thread.tags.join() === tags.join()
        ? null
        : { action: 'thread-relabelled', facts: { title, tags: [...tags] } },
    );
  }
}
