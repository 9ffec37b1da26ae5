import { Injectable } from '@nestjs/common';
import {
  Clock,
  EventBus,
  PageInvalidation,
  Redactors,
  type Passage,
  type RedactedArticle,
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
    await this.removeFromSurroundings(tx, passage, { articleId, commentIds: null });
    await this.events.emit(tx, this.clock.now(), new ArticleChanged({ articleId }));
  }

  /**
   * @param everywhere whether it goes from everything below the article, not only from what is said about these comments
   * @returns what is redacted now
   */
  async removeFromComment(
    tx: RequestContext,
    { id, articleId }: { id: string; articleId: string },
    passage: Passage,
    everywhere: boolean,
  ): Promise<RedactedArticle> {
    await this.articles.lock(tx, articleId);
    const commentIds = await this.removeFromComments(tx, articleId, passage, id);
    const redacted = { articleId, commentIds: everywhere ? null : commentIds };
    await this.removeFromSurroundings(tx, passage, redacted);
    return redacted;
  }

  /**
   * @param ownId the comment that loses it wherever it stands; others lose it where they quote
   * @returns keys of the comments that lost it
   */
  private async removeFromComments(
    tx: RequestContext,
    articleId: string,
    passage: Passage,
    ownId: string | null,
  ): Promise<string[]> {
    const redacted: string[] = [];
    for (const { id, bodyMd } of await this.passages.lockComments(tx, articleId, passage.pattern)) {
      const left = id === ownId ? passage.removeFrom(bodyMd) : passage.removeFromQuotes(bodyMd);
      if (left === bodyMd) continue;
      await this.passages.replaceComment(tx, id, { bodyMd: left, ...this.texts.render(left) });
      redacted.push(id);
    }
    return redacted;
  }

  private async removeFromSurroundings(
    tx: RequestContext,
    passage: Passage,
    redacted: RedactedArticle,
  ): Promise<void> {
    const { articleId } = redacted;
    await this.passages.redactHidingReasons(tx, redacted, passage.pattern);
    await this.redactors.redactArticle(tx, passage, redacted);
    await this.pages.drop(tx, 'home', 'blog', 'search', `article:${articleId}`);
  }
}
