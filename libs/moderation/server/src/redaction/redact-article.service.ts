import { Injectable } from '@nestjs/common';
import { ArticlePassageRemoval, ArticleRepository, blogPolicy, CommentRepository } from '@kundig/blog/server';
import { AppDatabase, NotFound, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { ThreadTraces } from '@kundig/pseudonyms/server';
import { AuditLog } from '../audit/audit-log.js';
import { redactablePassage, type PassageToRedact } from './redactable-passage.js';

export interface RedactArticle extends PassageToRedact {
  /** Public id of the article. */
  readonly articleId: string;
}

/** Takes a passage out of every version of an article for good, released or not. */
@Injectable()
export class RedactArticleService {
  constructor(
    private readonly database: AppDatabase,
    private readonly articles: ArticleRepository,
    private readonly comments: CommentRepository,
    private readonly removal: ArticlePassageRemoval,
    private readonly traces: ThreadTraces,
    private readonly audit: AuditLog,
    private readonly limits: WriteLimits,
  ) {}

  /**
   * @throws NotFound no such article, or not one the actor may work on
   * @throws InvalidInput the passage is too short or in no version, or the reason says it
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, input: RedactArticle): Promise<void> {
    const article = await this.articles.findOnDesk(ctx, input.articleId);
    if (!article) throw new NotFound();
    blogPolicy.mayEdit(ctx.actor, article).orThrow();
    await this.limits.consume(ctx, 'edit');
    const passage = await redactablePassage(input, (words) =>
      this.removal.isInArticle(ctx, article.id, words),
    );
    const commenters = await this.comments.commenters(ctx, article.id);
    await this.traces.redactArticle(article.id, input.passage, commenters); // first, as in threads
    await this.database.transaction(ctx, async (tx) => {
      await this.removal.removeFromArticle(tx, article.id, passage);
      await this.audit.redact(tx, { articleId: article.id, commentIds: null }, passage);
      await this.audit.record(tx, {
        action: 'passage-redacted',
        subjectType: 'article',
        subjectId: article.publicId,
        reason: input.reason,
      });
    });
  }
}
