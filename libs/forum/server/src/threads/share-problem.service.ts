import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  EventBus,
  JobHandler,
  NotFound,
  PageInvalidation,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { SameProblemCounted } from '../forum.events.js';
import { forumPolicy } from '../forum.policy.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

const THREADS_PER_BATCH = 1000;

/**
 * *Dasselbe Problem*: how many share the problem of a question. Who they are lies with identity, one row per account and
 * thread; here is the number alone, which therefore cannot tie anybody to the thread, under whatever voice they speak in it.
 */
@Injectable()
export class ShareProblemService {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly voices: Voices,
    private readonly limits: WriteLimits,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts the actor once and follows the thread, or takes that back. Safe to repeat.
   * @param publicId of the thread
   * @param has      whether the actor has the problem
   * @throws NotFound   no such question, or not to be read by the actor
   * @throws NotAllowed the actor's own question, or one that is solved; taking it back is always allowed
   * @throws SignInRequired, TooManyRequests
   */
  async execute(ctx: RequestContext, publicId: string, has: boolean): Promise<Thread> {
    const thread = await this.threads.findReadable(ctx, publicId);
    if (!thread) throw new NotFound();
    if (has) {
      const { ownIds } = await this.voices.viewerIn(ctx, thread.id);
      forumPolicy.mayShareProblem(ctx.actor, thread, ownIds).orThrow();
    }
    await this.limits.consume(ctx, 'kudos');
    await this.voices.shareProblem(ctx, thread.id, has);
    await this.recount(ctx, thread.id);
    return (await this.threads.findReadableByIds(ctx, [thread.id]))[0]!;
  }

  /** Compares every number with identity's, which a crash between the two could part. @returns how many were wrong */
  async recountAll(ctx: RequestContext): Promise<number> {
    let wrong = 0;
    let after: string | null = null;
    for (;;) {
      const batch = await this.threads.sameProblemsAfter(ctx, after, THREADS_PER_BATCH);
      const counts = await this.voices.sameProblemCounts(batch.map(({ id }) => id));
      for (const { id, count } of batch)
        if (counts.get(id) !== count && (await this.recount(ctx, id))) wrong += 1;
      if (batch.length < THREADS_PER_BATCH) return wrong;
      after = batch.at(-1)!.id;
    }
  }

  /** Also when an account with its rows is gone. */
  @JobHandler({ task: 'forum.recount-same-problems', cron: '41 3 * * *' })
  async recountNightly(ctx: RequestContext): Promise<void> {
    await this.recountAll(ctx);
  }

  /**
   * Writes down the number that holds for a thread at this moment. It is asked for under the lock of the thread: of parallel calls the
   * last one to write has seen what all of them did.
   * @returns whether it was another one
   */
  recount(ctx: RequestContext, threadId: string): Promise<boolean> {
    return this.database.transaction(ctx, async (tx) => {
      await this.threads.lock(tx, threadId);
      const count = (await this.voices.sameProblemCounts([threadId])).get(threadId)!;
      if (!(await this.threads.setSameProblemCount(tx, threadId, count))) return false;
      await this.events.emit(tx, this.clock.now(), new SameProblemCounted({ threadId }));
      await this.pages.drop(tx, `thread:${threadId}`);
      return true;
    });
  }
}
