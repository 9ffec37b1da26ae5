import { Injectable } from '@nestjs/common';
import { BatchLoader, inOrderOf, type RequestContext } from '@kundig/platform/server';
import type { Post } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/** Opening post by thread. */
@Injectable()
export class OpeningLoader extends BatchLoader<Post> {
  constructor(private readonly posts: PostRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, threadIds: readonly string[]): Promise<(Post | null)[]> {
    return inOrderOf(threadIds, await this.posts.openings(ctx, threadIds), ({ threadId }) => threadId);
  }
}

/** Solutions by thread. */
@Injectable()
export class SolutionsLoader extends BatchLoader<Post[]> {
  constructor(private readonly posts: PostRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, threadIds: readonly string[]): Promise<Post[][]> {
    const solutions = await this.posts.solutions(ctx, threadIds);
    return threadIds.map((threadId) => solutions.filter((post) => post.threadId === threadId));
  }
}

/** Thread by key, where the viewer may read it. */
@Injectable()
export class ThreadLoader extends BatchLoader<Thread> {
  constructor(private readonly threads: ThreadRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<(Thread | null)[]> {
    return inOrderOf(ids, await this.threads.findReadableByIds(ctx, ids), ({ id }) => id);
  }
}

/** Newest listed thread by board. */
@Injectable()
export class NewestThreadLoader extends BatchLoader<Thread> {
  constructor(private readonly threads: ThreadRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, boardIds: readonly string[]): Promise<(Thread | null)[]> {
    return inOrderOf(boardIds, await this.threads.newestOf(ctx, boardIds), ({ boardId }) => boardId);
  }
}

/** Number of questions without a solution by board. */
@Injectable()
export class OpenCountLoader extends BatchLoader<number> {
  constructor(private readonly threads: ThreadRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, boardIds: readonly string[]): Promise<number[]> {
    const counts = await this.threads.openCounts(ctx, boardIds);
    return boardIds.map((id) => counts.get(id) ?? 0);
  }
}
