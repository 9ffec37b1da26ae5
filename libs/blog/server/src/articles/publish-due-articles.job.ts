import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  EventBus,
  Features,
  JobHandler,
  PageInvalidation,
  type RequestContext,
} from '@kundig/platform/server';
import { ArticleChanged } from '../blog.events.js';
import { ArticleRepository } from '../storage/article.repository.js';

/**
 * Puts articles in force whose hour has come. It looks at the articles and not at a job of each: whatever was due while no
 * process ran is published by the first minute in which one does.
 */
@Injectable()
export class PublishDueArticles {
  constructor(
    private readonly database: AppDatabase,
    private readonly articles: ArticleRepository,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
    private readonly features: Features,
  ) {}

  @JobHandler({ task: 'blog.publish-due-articles', cron: '* * * * *' })
  async execute(ctx: RequestContext): Promise<void> {
    if (!this.features.isOn('blog')) return; // whatever is due then is published once it is on again
    await this.database.transaction(ctx, async (tx) => {
      const now = this.clock.now();
      const ids = await this.articles.publishDue(tx, now);
      if (ids.length === 0) return;
      await this.events.emit(tx, now, ...ids.map((articleId) => new ArticleChanged({ articleId })));
      await this.pages.drop(tx, 'blog', ...ids.map((id) => `article:${id}` as const));
    });
  }
}
