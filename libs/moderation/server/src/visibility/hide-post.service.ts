import { Injectable } from '@nestjs/common';
import { forumPolicy, PostAccess, PostRepository, type Post, type Thread } from '@kundig/forum/server';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { PostHiding } from './post-hiding.js';

export interface ModeratePost {
  /** Public id of the post. */
  readonly postId: string;
  /** For the stub, the author and the log. */
  readonly reason: string;
}

/** Hides a post: a stub with the reason keeps its place, and the text can come back. */
@Injectable()
export class HidePostService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly posts: PostRepository,
    private readonly hiding: PostHiding,
  ) {}

  /**
   * Safe to repeat: the first reason stays.
   * @throws NotFound no such post, or not on a board the actor moderates
   */
  async execute(
    ctx: RequestContext,
    { postId, reason }: ModeratePost,
  ): Promise<{ post: Post; thread: Thread }> {
    const { post, thread } = await this.access.require(ctx, postId);
    forumPolicy.mayModerate(ctx.actor, thread).orThrow();
    await this.database.transaction(ctx, (tx) => this.hiding.hide(tx, post, reason));
    return { thread, post: (await this.posts.findReadableByIds(ctx, [post.id]))[0]! };
  }
}
