import { Injectable } from '@nestjs/common';
import { forumPolicy, PostAccess, PostRepository, type Post, type Thread } from '@kundig/forum/server';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { ModeratePost } from './hide-post.service.js';
import { PostHiding } from './post-hiding.js';

/** Shows a hidden post again. */
@Injectable()
export class RestorePostService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly posts: PostRepository,
    private readonly hiding: PostHiding,
  ) {}

  /**
   * Safe to repeat. What its author deleted does not come back.
   * @throws NotFound no such post, or not on a board the actor moderates
   */
  async execute(
    ctx: RequestContext,
    { postId, reason }: ModeratePost,
  ): Promise<{ post: Post; thread: Thread }> {
    const { post, thread } = await this.access.require(ctx, postId);
    forumPolicy.mayModerate(ctx.actor, thread).orThrow();
    await this.database.transaction(ctx, (tx) => this.hiding.show(tx, post, reason));
    return { thread, post: (await this.posts.findReadableByIds(ctx, [post.id]))[0]! };
  }
}
