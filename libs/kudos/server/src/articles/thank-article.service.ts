import { Injectable } from '@nestjs/common';
import { ArticleRepository, CommentRepository, type Article, type PlacedComment } from '@kundig/blog/server';
import {
  AppDatabase,
  Clock,
  NotFound,
  PageInvalidation,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { kudosPolicy } from '../kudos.policy.js';
import { ArticleKudosRepository, type BlogSubject } from './article-kudos.repository.js';

export interface ThankForBlog {
  /** Public id of the article or comment. */
  readonly id: string;
  /** False takes the thanks back. */
  readonly given: boolean;
}

/** Thanks for articles and for comments on them: one per member, or none. */
@Injectable()
export class ThankArticleService {
  constructor(
    private readonly database: AppDatabase,
    private readonly articles: ArticleRepository,
    private readonly comments: CommentRepository,
    private readonly kudos: ArticleKudosRepository,
    private readonly limits: WriteLimits,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @throws NotFound   no such article in force
   * @throws NotAllowed the actor wrote it
   * @throws SignInRequired, TooManyRequests
   */
  async article(ctx: RequestContext, { id, given }: ThankForBlog): Promise<Article> {
    const article = await this.articles.findInForce(ctx, { publicId: id });
    if (!article) throw new NotFound();
    await this.set(ctx, 'article', article, article.id, given);
    return article;
  }

  /**
   * Safe to repeat.
   * @throws NotFound   no such comment, or it was taken away
   * @throws NotAllowed the actor wrote it
   * @throws SignInRequired, TooManyRequests
   */
  async comment(ctx: RequestContext, { id, given }: ThankForBlog): Promise<PlacedComment> {
    const comment = await this.comments.find(ctx, id);
    if (!comment || comment.deletedAt || comment.hiddenAt) throw new NotFound();
    await this.set(ctx, 'comment', comment, comment.articleId, given);
    return comment;
  }

  private async set(
    ctx: RequestContext,
    subject: BlogSubject,
    { id, authorId }: { id: string; authorId: string },
    articleId: string,
    given: boolean,
  ): Promise<void> {
    kudosPolicy.mayThankMember(ctx.actor, authorId).orThrow();
    await this.limits.consume(ctx, 'kudos');
    const giverId = ctx.actor.memberId!;
    await this.database.transaction(ctx, async (tx) => {
      const changed = given
        ? await this.kudos.give(tx, subject, id, giverId, this.clock.now())
        : await this.kudos.withdraw(tx, subject, id, giverId);
      if (changed) await this.pages.drop(tx, `article:${articleId}`);
    });
  }
}
