import { Injectable } from '@nestjs/common';
import { Clock, NotFound, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { blogPolicy } from '../blog.policy.js';
import { ArticleRepository } from '../storage/article.repository.js';
import { ArticleDraftRepository, type ArticleDraft } from '../storage/draft.repository.js';

export interface KeepArticleDraft extends Omit<ArticleDraft, 'savedAt'> {
  /** Public id; absent for an article that is not there yet. */
  readonly articleId?: string;
}

/** Keeps what somebody types before it is a version, so that it can be finished on another device. */
@Injectable()
export class KeepArticleDraftService {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly drafts: ArticleDraftRepository,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound no such article, or not one the actor may work on; TooManyRequests */
  async execute(ctx: RequestContext, { articleId, ...text }: KeepArticleDraft): Promise<void> {
    blogPolicy.mayWrite(ctx.actor).orThrow();
    const article = articleId ? await this.articles.findOnDesk(ctx, articleId) : null;
    if (articleId && !article) throw new NotFound();
    await this.limits.consume(ctx, 'draft');
    await this.drafts.save(ctx, ctx.actor.memberId!, article?.id ?? null, {
      ...text,
      savedAt: this.clock.now(),
    });
  }
}
