import { Injectable } from '@nestjs/common';
import {
  forumPolicy,
  PostAccess,
  PostRepository,
  PostVisibility,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import type { ModeratePost } from './hide-post.service.js';

/** Shows a hidden post again. */
@Injectable()
export class RestorePostService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly posts: PostRepository,
    private readonly visibility: PostVisibility,
    private readonly audit: AuditLog,
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
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.visibility.restore(tx, post.id))) return;
      await this.audit.record(tx, {
        action: 'post-restored',
        subjectType: 'post',
        subjectId: postId,
        reason,
      });
    });
    return { thread, post: (await this.posts.findReadableByIds(ctx, [post.id]))[0]! };
  }
}
