import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { forumPolicy } from '../forum.policy.js';
import type { Thread } from '../storage/thread.entity.js';
import { PostAccess } from './post-access.service.js';
import { PostVisibility } from './post-visibility.service.js';

/** Deletes one's own post: the text is gone, a stub keeps its place. */
@Injectable()
export class DeletePostService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly visibility: PostVisibility,
  ) {}

  /**
   * @param postId public id
   * @throws NotFound   no such post, or not the actor's own, or a stub already
   * @throws NotAllowed the thread is locked
   */
  async execute(ctx: RequestContext, postId: string): Promise<Thread> {
    const { post, thread, ownIds } = await this.access.require(ctx, postId);
    forumPolicy.mayDelete(ctx.actor, thread, post, ownIds).orThrow();
    await this.database.transaction(ctx, (tx) => this.visibility.withdraw(tx, post.id, 'deleted'));
    return thread;
  }
}
