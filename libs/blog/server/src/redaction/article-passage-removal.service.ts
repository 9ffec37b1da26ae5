import { Injectable } from '@nestjs/common';
import {
  Clock,
  EventBus,
  PageInvalidation,
  Redactors,
  type Passage,
  type RequestContext,
} from '@kundig/platform/server';
import { ArticleTexts } from '../articles/article-texts.js';
import { ArticleChanged } from '../blog.events.js';
import { ArticleRepository } from '../storage/article.repository.js';
import { ArticleRedactionRepository } from './article-redaction.repository.js';

/**
 * Takes a passage out of an article or of a comment below it for good: out of every version, out of what others quoted of
 * it in comments, and out of every copy the domains keep. Who may do so is decided by the caller, in the caller's
 * transaction.
 */
@Injectable()
export class ArticlePassageRemoval {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly passages: ArticleRedactionRepository,
    private readonly texts: ArticleTexts,
    private readonly redactors: Redactors,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /** @returns whether any version of the article says the passage */
  async isInArticle(ctx: RequestContext, articleId: string, passage: Passage): Promise<boolean> {
    return (await this.passages.revisionsWithout(ctx, articleId, passage.pattern)).length > 0;
  }

  /** @returns whether the comment says the passage */
  async isInComment(ctx: RequestContext, commentId: string, passage: Passage): Promise<boolean> {
    return passage.isIn((await this.passages.commentText(ctx, commentId)) ?? '');
  }

  async removeFromArticle(tx: RequestContext, articleId: string, passage: Passage): Promise<void> {
    await this.articles.lock(tx, articleId);
    for (const { number, ...text } of await this.passages.revisionsWithout(tx, articleId, passage.pattern))
      await this.passages.redactRevision(tx, articleId, number, passage.pattern, this.texts.of(text));
    await this.passages.redactDrafts(tx, articleId, passage.pattern);
    await this.removeFromComments(tx, articleId, passage, null);
    await this.events.emit(tx, this.clock.now(), new ArticleChanged({ articleId }));
  }

  async removeFromComment(
    tx: RequestContext,
    { id, articleId }: { id: string; articleId: string },
    passage: Passage,
  ): Promise<void> {
    await this.articles.lock(tx, articleId);
    await this.removeFromComments(tx, articleId, passage, id);
  }

  /** @param ownId the comment that loses it wherever it stands; others lose it where they quote */
  private async removeFromComments(
    tx: RequestContext,
    articleId: string,
    passage: Passage,
    ownId: string | null,
  ): Promise<void> {
    for (const { id, bodyMd } of await this.passages.lockComments(tx, articleId, passage.pattern)) {
      const left = id === ownId ? passage.removeFrom(bodyMd) : passage.removeFromQuotes(bodyMd);
      if (left !== bodyMd)
        await this.passages.replaceComment(tx, id, { bodyMd: left, ...this.texts.render(left) });
    }
    await this.passages.redactHidingReasons(tx, articleId, passage.pattern);
    await this.redactors.redactArticle(tx, passage, articleId);
    await this.pages.drop(tx, 'home', 'blog', 'search', `article:${articleId}`);
  }
}
