import { Injectable } from '@nestjs/common';
import type { Thread } from '@kundig/forum/server';
import { NotAllowed, type RequestContext } from '@kundig/platform/server';
import { ModeratedThread, type ThreadToModerate } from './moderated-thread.js';

export interface ChangeKind extends ThreadToModerate {
  readonly kind: Thread['kind'];
}

/** Makes a discussion of a question, or a question of a discussion. */
@Injectable()
export class ChangeKindService {
  constructor(private readonly moderated: ModeratedThread) {}

  /**
   * Safe to repeat.
   * @throws NotFound no such thread, or not on a board the actor moderates
   * @throws NotAllowed the question is solved: a discussion has no solutions
   */
  execute(ctx: RequestContext, { kind, ...which }: ChangeKind): Promise<Thread> {
    return this.moderated.execute(ctx, which, (_tx, thread) => {
      if (thread.kind === kind) return null;
      if (thread.solutionCount > 0) throw new NotAllowed('forum:error.solvedStaysQuestion');
      const action = kind === 'question' ? 'thread-made-question' : 'thread-made-discussion';
      return { action, facts: { kind } };
    });
  }
}
