import { Injectable } from '@nestjs/common';
import { BatchLoader, inOrderOf, type RequestContext } from '@kundig/platform/server';
import { DuplicateRepository } from '../storage/duplicate.repository.js';
import type { Post } from '../storage/post.entity.js';
import { PostRepository, type ThreadPart } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';

/**
 * Parts of threads, all that a page wants in one statement. The forms of a key: `<thread>:opening`, `<thread>:solutions`
 * and `<thread>:<from>-<to>` by position.
 */
@Injectable()
export class PostsOfThreadLoader extends BatchLoader<Post[]> {
  constructor(private readonly posts: PostRepository) {
    super();
  }

  async opening(ctx: RequestContext, threadId: string): Promise<Post> {
    return (await this.load(ctx, `${threadId}:opening`))![0]!;
  }

  async solutions(ctx: RequestContext, threadId: string): Promise<Post[]> {
    return (await this.load(ctx, `${threadId}:solutions`)) ?? [];
  }

  async between(ctx: RequestContext, threadId: string, from: number, to: number): Promise<Post[]> {
    return (await this.load(ctx, `${threadId}:${from}-${to}`)) ?? [];
  }

  protected async loadBatch(ctx: RequestContext, keys: readonly string[]): Promise<Post[][]> {
    const parts = keys.map(partOf);
    const posts = await this.posts.parts(ctx, parts);
    return parts.map((part) => posts.filter((post) => belongsTo(post, part)));
  }
}

function partOf(key: string): ThreadPart {
  const [threadId = '', what = ''] = key.split(':');
  if (what === 'solutions') return { threadId, solutions: true };
  const [from = 1, to = from] = what === 'opening' ? [1, 1] : what.split('-').map(Number);
  return { threadId, from, to };
}

const belongsTo = (post: Post, part: ThreadPart): boolean =>
  post.threadId === part.threadId &&
  ('solutions' in part
    ? post.solutionAt !== null && !post.isStub
    : post.position >= part.from && post.position <= part.to);

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

/** Keys of the threads that were marked as duplicates, by the one they lead to; whoever shows them asks who may read them. */
@Injectable()
export class DuplicatesLoader extends BatchLoader<string[]> {
  constructor(private readonly duplicates: DuplicateRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<string[][]> {
    const pairs = await this.duplicates.of(ctx, ids);
    return ids.map((id) => pairs.flatMap((pair) => (pair.canonicalId === id ? [pair.id] : [])));
  }
}
