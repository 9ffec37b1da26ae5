import { Injectable } from '@nestjs/common';
import {
  ArticlePassageRemoval,
  blogPolicy,
  CommentRepository,
  type PlacedComment,
} from '@kundig/blog/server';
import { AppDatabase, NotFound, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { ThreadTraces } from '@kundig/pseudonyms/server';
import { AuditLog } from '../audit/audit-log.js';
import { redactablePassage, type PassageToRedact } from './redactable-passage.js';

export interface RedactComment extends PassageToRedact {
  /** Public id of the comment. */
  readonly commentId: string;
}

/** Takes a passage out of a comment of the blog for good, and out of what others quoted of it. */
@Injectable()
export class RedactCommentService {
  constructor(
    private readonly database: AppDatabase,
    private readonly comments: CommentRepository,
    private readonly removal: ArticlePassageRemoval,
    private readonly traces: ThreadTraces,
    private readonly audit: AuditLog,
    private readonly limits: WriteLimits,
  ) {}

  /**
   * @throws NotFound no such comment, or deleted, or neither the actor's own nor moderated by the actor
   * @throws InvalidInput the passage is too short or not in the comment, or the reason says it
   * @throws SignInRequired, TooManyRequests
   */
  async execute(ctx: RequestContext, input: RedactComment): Promise<PlacedComment> {
    const comment = await this.comments.find(ctx, input.commentId);
    if (!comment) throw new NotFound();
    blogPolicy.mayRedactComment(ctx.actor, comment).orThrow();
    await this.limits.consume(ctx, 'edit');
    const passage = await redactablePassage(input, (words) =>
      this.removal.isInComment(ctx, comment.id, words),
    );
    const everywhere = blogPolicy.mayModerate(ctx.actor).allowed;
    const commenters = everywhere ? await this.comments.commenters(ctx, comment.articleId) : [];
    await this.traces.redactArticle(comment.articleId, input.passage, commenters); // first, as in threads
    await this.database.transaction(ctx, async (tx) => {
      const redacted = await this.removal.removeFromComment(tx, comment, passage, everywhere);
      await this.audit.redact(tx, redacted, passage);
      await this.audit.record(tx, {
        action: 'passage-redacted',
        subjectType: 'comment',
        subjectId: comment.publicId,
        reason: input.reason,
      });
    });
    return (await this.comments.find(ctx, input.commentId))!;
  }
}
