import { Injectable } from '@nestjs/common';
import {
  PostEdited,
  PostRepository,
  PostRestored,
  PostWithdrawn,
  ReplyPosted,
  SameProblemCounted,
  SolutionChanged,
  ThreadChanged,
  ThreadImported,
  ThreadsMerged,
  ThreadSplit,
  ThreadStarted,
  type MergedThreadRefs,
  type PostRef,
  type SplitThreadRefs,
} from '@kundig/forum/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { POSTS_PER_BATCH } from './batches.js';
import { IndexPosts } from './index-posts.service.js';

/** Keeps the index current: every event leads to a look at the forum as it is when the job runs. */
@Injectable()
export class KeepSearchCurrent {
  constructor(
    private readonly indexPosts: IndexPosts,
    private readonly posts: PostRepository,
  ) {}

  @OnEvent(ThreadStarted)
  async threadStarted(ctx: RequestContext, place: PostRef): Promise<void> {
    await this.indexPosts.execute(ctx, [place]);
  }

  @OnEvent(ReplyPosted)
  async replyPosted(ctx: RequestContext, place: PostRef): Promise<void> {
    await this.follow(ctx, place);
  }

  @OnEvent(PostEdited)
  async postEdited(ctx: RequestContext, place: PostRef): Promise<void> {
    await this.follow(ctx, place);
  }

  @OnEvent(PostWithdrawn)
  async postWithdrawn(ctx: RequestContext, place: PostRef): Promise<void> {
    await this.follow(ctx, place);
  }

  /** A thread that was hidden with its opening post comes back whole. */
  @OnEvent(PostRestored)
  async postRestored(ctx: RequestContext, { threadId }: PostRef): Promise<void> {
    await this.followWhole(ctx, threadId);
  }

  @OnEvent(ThreadImported)
  async threadImported(ctx: RequestContext, { threadId }: { threadId: string }): Promise<void> {
    await this.followWhole(ctx, threadId);
  }

  @OnEvent(ThreadChanged)
  async threadChanged(ctx: RequestContext, { threadId }: { threadId: string }): Promise<void> {
    await this.followWhole(ctx, threadId);
  }

  @OnEvent(ThreadsMerged)
  async threadsMerged(ctx: RequestContext, { fromId, intoId }: MergedThreadRefs): Promise<void> {
    await this.followWhole(ctx, intoId);
    await this.indexPosts.executeForThread(ctx, fromId);
  }

  @OnEvent(ThreadSplit)
  async threadSplit(ctx: RequestContext, { fromId, intoId }: SplitThreadRefs): Promise<void> {
    await this.followWhole(ctx, intoId);
    await this.indexPosts.executeForThread(ctx, fromId);
  }

  @OnEvent(SolutionChanged)
  async solutionChanged(ctx: RequestContext, place: PostRef): Promise<void> {
    await this.follow(ctx, place);
  }

  @OnEvent(SameProblemCounted)
  async sameProblemCounted(ctx: RequestContext, { threadId }: { threadId: string }): Promise<void> {
    await this.indexPosts.executeForThread(ctx, threadId);
  }

  private async follow(ctx: RequestContext, place: PostRef): Promise<void> {
    await this.indexPosts.execute(ctx, [place]);
    await this.indexPosts.executeForThread(ctx, place.threadId);
  }

  private async followWhole(ctx: RequestContext, threadId: string): Promise<void> {
    let position = 0;
    for (;;) {
      const places = await this.posts.placesAfter(ctx, { threadId, position }, POSTS_PER_BATCH);
      const own = places.filter((place) => place.threadId === threadId);
      await this.indexPosts.execute(ctx, own);
      if (own.length < POSTS_PER_BATCH) break;
      position = own.at(-1)!.position;
    }
    await this.indexPosts.executeForThread(ctx, threadId);
  }
}
