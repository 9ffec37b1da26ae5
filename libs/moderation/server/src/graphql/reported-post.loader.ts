import { Injectable } from '@nestjs/common';
import { PostRepository, type Post } from '@kundig/forum/server';
import { BatchLoader, inOrderOf, type RequestContext } from '@kundig/platform/server';

/** Post by key, where the viewer may read it. */
@Injectable()
export class ReportedPostLoader extends BatchLoader<Post> {
  constructor(private readonly posts: PostRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<(Post | null)[]> {
    return inOrderOf(ids, await this.posts.findReadableByIds(ctx, ids), ({ id }) => id);
  }
}
