import { Injectable } from '@nestjs/common';
import { CommentRepository, type PlacedComment } from '@kundig/blog/server';
import { BatchLoader, inOrderOf, type RequestContext } from '@kundig/platform/server';

/** Comment by key, where its article is in force. */
@Injectable()
export class ReportedCommentLoader extends BatchLoader<PlacedComment> {
  constructor(private readonly comments: CommentRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<(PlacedComment | null)[]> {
    return inOrderOf(ids, await this.comments.findByIds(ctx, ids), ({ id }) => id);
  }
}
