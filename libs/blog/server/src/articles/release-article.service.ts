import { Injectable } from '@nestjs/common';
import { Actors } from '@kundig/groups/server';
import {
  AppDatabase,
  Clock,
  Conflict,
  EventBus,
  InvalidInput,
  NotFound,
  PageInvalidation,
  type RequestContext,
} from '@kundig/platform/server';
import { StaffNames } from '@kundig/pseudonyms/server';
import { ArticleChanged } from '../blog.events.js';
import { blogPolicy } from '../blog.policy.js';
import { ArticleRepository, type DeskArticle } from '../storage/article.repository.js';
import { ArticleRecord } from './article-record.js';
import { OnlyEditor } from './only-editor.js';

export interface ReleaseArticle {
  /** Public id. */
  readonly articleId: string;
  /** Number of the version that was read. */
  readonly revision: number;
  /** Instant at which it goes public; at once when absent. */
  readonly publishAt?: Date;
}

/** Puts the newest version of an article in force, at once or at an hour: the second pair of eyes. */
@Injectable()
export class ReleaseArticleService {
  constructor(
    private readonly database: AppDatabase,
    private readonly articles: ArticleRepository,
    private readonly onlyEditor: OnlyEditor,
    private readonly actors: Actors,
    private readonly staffNames: StaffNames,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly record: ArticleRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @throws NotFound     no such article, or the actor is no editor
   * @throws NotAllowed   the actor wrote it, and somebody else could release it
   * @throws Conflict     it was saved again after it was read, or withdrawn, or its author is staff and has no real name yet
   * @throws InvalidInput the hour is not in the future
   */
  async execute(
    ctx: RequestContext,
    { articleId, revision, publishAt }: ReleaseArticle,
  ): Promise<DeskArticle> {
    const found = await this.articles.findOnDesk(ctx, articleId);
    if (!found) throw new NotFound();
    const isOnlyEditor = await this.onlyEditor.is(ctx);
    const now = this.clock.now();
    if (publishAt && publishAt <= now) throw new InvalidInput('publishAt', 'blog:error.past');
    await this.database.transaction(ctx, async (tx) => {
      await this.articles.lock(tx, found.id);
      const article = (await this.articles.findOnDesk(tx, articleId))!;
      blogPolicy.mayRelease(ctx.actor, article, isOnlyEditor).orThrow();
      if (revision !== article.number) throw new Conflict('blog:error.savedMeanwhile');
      if (article.releasedNumber === article.number) return;
      if (await this.staffNames.isMissing(tx, await this.actors.of(article.authorId)))
        throw new Conflict('blog:error.authorNameless');
      const approvedBy = ctx.actor.memberId!;
      await this.articles.addApproval(tx, {
        articleId: article.id,
        number: article.number,
        editedBy: article.editedBy,
        approvedBy,
        approvedAt: now,
        byOnlyEditor: [article.authorId, article.editedBy].includes(approvedBy),
      });
      if (publishAt) {
        await this.articles.update(tx, article.id, {
          scheduledNumber: article.number,
          scheduledAt: publishAt,
          submittedNumber: null,
        });
        return this.record.note(tx, 'scheduled', articleId);
      }
      await this.articles.update(tx, article.id, {
        releasedNumber: article.number,
        publishedAt: article.publishedAt ?? now,
        scheduledNumber: null,
        scheduledAt: null,
        submittedNumber: null,
      });
      await this.events.emit(tx, now, new ArticleChanged({ articleId: article.id }));
      await this.pages.drop(tx, 'blog', `article:${article.id}`);
      await this.record.note(tx, 'released', articleId);
    });
    return (await this.articles.findOnDesk(ctx, articleId))!;
  }
}
