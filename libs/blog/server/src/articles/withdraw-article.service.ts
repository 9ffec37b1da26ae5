import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  EventBus,
  NotFound,
  PageInvalidation,
  type RequestContext,
} from '@kundig/platform/server';
import { ArticleChanged } from '../blog.events.js';
import { blogPolicy } from '../blog.policy.js';
import { ArticleRepository, type DeskArticle } from '../storage/article.repository.js';
import { ArticleRecord } from './article-record.js';

/** Takes an article out of force, or off the schedule. Its versions stay. */
@Injectable()
export class WithdrawArticleService {
  constructor(
    private readonly database: AppDatabase,
    private readonly articles: ArticleRepository,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly record: ArticleRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @param publicId of the article
   * @throws NotFound no such article, or not one the actor may work on
   */
  async execute(ctx: RequestContext, publicId: string): Promise<DeskArticle> {
    const found = await this.articles.findOnDesk(ctx, publicId);
    if (!found) throw new NotFound();
    blogPolicy.mayEdit(ctx.actor, found).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      await this.articles.lock(tx, found.id);
      const article = (await this.articles.findOnDesk(tx, publicId))!;
      if (article.withdrawnAt) return;
      const now = this.clock.now();
      await this.articles.update(tx, article.id, {
        releasedNumber: null,
        scheduledNumber: null,
        scheduledAt: null,
        submittedNumber: null,
        withdrawnAt: now,
      });
      if (article.releasedNumber !== null) {
        await this.events.emit(tx, now, new ArticleChanged({ articleId: article.id }));
        await this.pages.drop(tx, 'blog', `article:${article.id}`);
      }
      await this.record.note(tx, 'withdrawn', publicId);
    });
    return (await this.articles.findOnDesk(ctx, publicId))!;
  }
}
