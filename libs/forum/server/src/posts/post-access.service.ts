import { Injectable } from '@nestjs/common';
import { NotFound, type RequestContext } from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import type { Post } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';

/** A post in its thread, and the names under which the actor speaks there. */
export interface PostInThread {
  readonly post: Post;
  readonly thread: Thread;
  readonly ownIds: readonly string[];
}

/** The first step of everything done to a post. */
@Injectable()
export class PostAccess {
  constructor(
    private readonly posts: PostRepository,
    private readonly voices: Voices,
  ) {}

  /**
   * @param publicId of the post
   * @throws NotFound no such post, or in a board the actor may not read
   */
  async require(ctx: RequestContext, publicId: string): Promise<PostInThread> {
    const place = await this.posts.findReadableInThread(ctx, publicId);
    if (!place) throw new NotFound();
    const { ownIds } = await this.voices.viewerIn(ctx, place.thread.id);
    return { ...place, ownIds };
  }
}
