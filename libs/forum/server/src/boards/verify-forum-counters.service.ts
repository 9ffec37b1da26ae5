import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { BoardRepository } from '../storage/board.repository.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/** Whose counters are wrong. */
export interface WrongCounters {
  /** Uuids of threads. */
  readonly threads: readonly string[];
  /** Slugs of boards. */
  readonly boards: readonly string[];
}

/** Compares the counters in threads and boards with what they count, and changes nothing. */
@Injectable()
export class VerifyForumCounters {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly boards: BoardRepository,
  ) {}

  async execute(ctx: RequestContext): Promise<WrongCounters> {
    return { threads: await this.threads.miscounted(ctx), boards: await this.boards.miscounted(ctx) };
  }
}
