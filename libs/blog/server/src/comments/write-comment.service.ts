import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  NotFound,
  PageInvalidation,
  Randomness,
  WriteLimits,
  detectLanguage,
  type RequestContext,
} from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { ArticleTexts } from '../articles/article-texts.js';
import { blogPolicy } from '../blog.policy.js';
import { ArticleRepository } from '../storage/article.repository.js';
import { CommentRepository, type PlacedComment } from '../storage/comment.repository.js';

export interface WriteComment {
  /** Public id of an article in force. */
  readonly articleId: string;
  /** Markdown. */
  readonly body: string;
  /** Of staff: not the word of the operator. Says nothing of anybody else. */
  readonly privateOpinion?: boolean;
  readonly clientKey: string;
}

/** A member says something about an article, under the nickname: there is no other voice here. */
@Injectable()
export class WriteCommentService {
  constructor(
    private readonly database: AppDatabase,
    private readonly articles: ArticleRepository,
    private readonly comments: CommentRepository,
    private readonly texts: ArticleTexts,
    private readonly voices: Voices,
    private readonly limits: WriteLimits,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat with the same client key: the second call returns the first comment.
   * @throws NotFound no such article in force
   * @throws SignInRequired, NotAllowed as `Voices.speakOpenly`; TooManyRequests
   */
  async execute(
    ctx: RequestContext,
    { articleId, body, privateOpinion = false, clientKey }: WriteComment,
  ): Promise<PlacedComment> {
    const authorId = await this.voices.speakOpenly(ctx);
    const article = await this.articles.findInForce(ctx, { publicId: articleId });
    if (!article) throw new NotFound();
    await this.limits.consume(ctx, 'post');
    const { html, version } = this.texts.render(body);
    await this.database
      .transaction(ctx, async (tx) => {
        const added = await this.comments.append(tx, {
          id: this.random.uuid(),
          publicId: this.random.publicId(),
          articleId: article.id,
          authorId,
          lang: detectLanguage(body, ctx.locale),
          bodyMd: body,
          bodyHtml: html,
          renderVersion: version,
          privateOpinion: privateOpinion && blogPolicy.maySpeakPrivately(ctx.actor, { authorId }).allowed,
          clientKey,
          createdAt: this.clock.now(),
        });
        if (added) await this.pages.drop(tx, 'blog', `article:${article.id}`);
      })
      .catch((error: unknown) => {
        if (!this.comments.isResend(error)) throw error;
      });
    return (await this.comments.find(ctx, await this.comments.writtenBy(ctx, authorId, clientKey)))!;
  }
}
