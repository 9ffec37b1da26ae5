import { Injectable } from '@nestjs/common';
import { AppDatabase, LongWork, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { BoardRepository } from '../storage/board.repository.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { ShareProblemService } from '../threads/share-problem.service.js';

/** What was found wrong, and put right. */
export interface Miscounted {
  readonly threads: number;
  /** Slugs of boards. */
  readonly boards: readonly string[];
  /** Threads whose number of people with the same problem was wrong. */
  readonly sameProblems: number;
}

/** Compares the counters in threads and boards with what they count, and puts wrong ones right. */
@Injectable()
export class RecountForumService {
  constructor(
    private readonly database: AppDatabase,
    private readonly threads: ThreadRepository,
    private readonly boards: BoardRepository,
    private readonly sameProblems: ShareProblemService,
    private readonly pages: PageInvalidation,
    private readonly works: LongWork,
  ) {}

  /** Safe beside other writes: every row is locked, then counted again. */
  execute(ctx: RequestContext): Promise<Miscounted> {
    return this.works.watch('forum-recount', () => this.recount(ctx));
  }

  private async recount(ctx: RequestContext): Promise<Miscounted> {
    const threads = await this.threads.miscounted(ctx);
    for (const id of threads) {
      await this.database.transaction(ctx, async (tx) => {
        await this.threads.lock(tx, id);
        await this.threads.recount(tx, id);
        await this.pages.drop(tx, 'home', `thread:${id}`);
      });
    }
    const boards = await this.boards.miscounted(ctx);
    for (const slug of boards) await this.boards.recount(ctx, slug);
    if (boards.length > 0) await this.pages.drop(ctx, 'boards', 'home');
    const sameProblems = await this.sameProblems.recountAll(ctx);
    return { threads: threads.length, boards, sameProblems };
  }
}
