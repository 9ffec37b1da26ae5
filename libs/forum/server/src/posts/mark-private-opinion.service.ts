import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  NotFound,
  PageInvalidation,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { forumPolicy } from '../forum.policy.js';
import type { Post } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { PostAccess } from './post-access.service.js';
import { PostTexts } from './post-text.service.js';

/** Staff say of a post that it is their private opinion, or take that back. */
@Injectable()
export class MarkPrivateOpinionService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly texts: PostTexts,
    private readonly limits: WriteLimits,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * Safe to repeat.
   * @param postId public id of the post
   * @throws NotFound no such post, a stub, not written by the actor under the own name, or the actor is no staff
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, postId: string, isPrivate: boolean): Promise<Post> {
    const { post, thread } = await this.access.require(ctx, postId);
    forumPolicy.maySpeakPrivately(ctx.actor, post.authorId).orThrow();
    await this.limits.consume(ctx, 'edit');
    await this.database.transaction(ctx, async (tx) => {
      await this.threads.lock(tx, thread.id);
      const current = await this.posts.lock(tx, thread.id, post.id);
      if (current.isStub) throw new NotFound();
      if (current.privateOpinion === isPrivate) return;
      await this.posts.update(tx, post.id, { privateOpinion: isPrivate });
      const [solution] = await this.posts.solutions(tx, [thread.id]);
      await this.threads.update(tx, thread.id, this.texts.ofSolution(solution));
      await this.pages.drop(tx, 'home', `thread:${thread.id}`, `board:${thread.boardId}`);
    });
    return (await this.posts.findReadableByIds(ctx, [post.id]))[0]!;
  }
}
