import { Injectable } from '@nestjs/common';
import {
  PostRestored,
  PostWithdrawn,
  SolutionChanged,
  ThreadImported,
  ThreadsMerged,
  ThreadSplit,
  type MergedThreadRefs,
  type PostRef,
  type SplitThreadRefs,
} from '@kundig/forum/server';
import { KudosChanged } from '@kundig/kudos/server';
import { AppDatabase, JobHandler, LongWork, OnEvent, type RequestContext } from '@kundig/platform/server';
import { CreditRepository } from './credit.repository.js';

/** Imported kudos are set after the thread's own transaction. */
const AFTER_THE_IMPORT = { delaySeconds: 60 } as const;

/** Keeps the credits current: every event leads to a look at the posts as they are when the job runs. */
@Injectable()
export class RollUpCreditsService {
  constructor(
    private readonly database: AppDatabase,
    private readonly credits: CreditRepository,
    private readonly works: LongWork,
  ) {}

  @OnEvent(KudosChanged)
  kudosChanged(ctx: RequestContext, { postId }: { postId: string }): Promise<void> {
    return this.renew(ctx, [postId]);
  }

  @OnEvent(SolutionChanged)
  solutionChanged(ctx: RequestContext, { postId }: PostRef): Promise<void> {
    return this.renew(ctx, [postId]);
  }

  /** With the opening post the whole thread goes. */
  @OnEvent(PostWithdrawn)
  async postWithdrawn(ctx: RequestContext, { threadId }: PostRef): Promise<void> {
    await this.renew(ctx, await this.credits.postsOf(ctx, threadId));
  }

  @OnEvent(PostRestored)
  async postRestored(ctx: RequestContext, { threadId }: PostRef): Promise<void> {
    await this.renew(ctx, await this.credits.postsOf(ctx, threadId));
  }

  @OnEvent(ThreadImported, AFTER_THE_IMPORT)
  async threadImported(ctx: RequestContext, { threadId }: { threadId: string }): Promise<void> {
    await this.renew(ctx, await this.credits.postsOf(ctx, threadId));
  }

  /** Whose question it is, and in which board, may be another answer now. */
  @OnEvent(ThreadsMerged)
  async threadsMerged(ctx: RequestContext, { intoId }: MergedThreadRefs): Promise<void> {
    await this.renew(ctx, await this.credits.postsOf(ctx, intoId));
  }

  @OnEvent(ThreadSplit)
  async threadSplit(ctx: RequestContext, { intoId }: SplitThreadRefs): Promise<void> {
    await this.renew(ctx, await this.credits.postsOf(ctx, intoId));
  }

  /**
   * Makes all credits anew; every night, and by a command of the operator.
   * @returns number of rows that were wrong
   */
  recount(ctx: RequestContext): Promise<number> {
    return this.works.watch('merits-recount', () =>
      this.database.transaction(ctx, (tx) => this.credits.renewAll(tx)),
    );
  }

  @JobHandler({ task: 'merits.recount', cron: '17 4 * * *' })
  async recountNightly(ctx: RequestContext): Promise<void> {
    await this.recount(ctx);
  }

  private renew(ctx: RequestContext, postIds: readonly string[]): Promise<void> {
    return this.database.transaction(ctx, (tx) => this.credits.renew(tx, postIds));
  }
}
