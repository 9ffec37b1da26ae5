import { Injectable } from '@nestjs/common';
import { Features, type RequestContext } from '@kundig/platform/server';
import type { HeldContent, HeldPostView } from '@kundig/pseudonyms/server';
import { ArticleRepository, type ArticleSummary } from '../storage/article.repository.js';
import { commentPath } from '../graphql/comment.object.js';
import { WriteCommentService, type WriteComment } from './write-comment.service.js';

/** A held comment with the article below which it is meant to stand. */
export interface HeldComment extends Omit<HeldPostView, 'content'> {
  readonly write: WriteComment & { readonly kind: 'comment' };
  readonly article: ArticleSummary;
}

/** What was published, by its public id. */
export interface PublishedComment {
  readonly subjectType: 'comment';
  readonly subjectId: string;
  readonly path: string;
}

/** Comments that wait for a moderator. */
@Injectable()
export class HeldComments {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly writing: WriteCommentService,
    private readonly features: Features,
  ) {}

  /** @returns of what is held the comments, as far as their articles are in force, while there is a blog; at most one statement */
  async of(ctx: RequestContext, views: readonly HeldPostView[]): Promise<HeldComment[]> {
    if (!this.features.isOn('blog')) return [];
    const held = views.flatMap(({ content, ...view }) => {
      const write = heldCommentOf(content);
      return write ? [{ ...view, write }] : [];
    });
    if (held.length === 0) return [];
    const articles = await this.articles.findInForceByPublicIds(
      ctx,
      held.map(({ write }) => write.articleId),
    );
    return held.flatMap((comment) => {
      const article = articles.find(({ publicId }) => publicId === comment.write.articleId);
      return article ? [{ ...comment, article }] : [];
    });
  }

  /**
   * Writes it as if its writer had just sent it; who may let it through is decided by the caller. Safe to repeat.
   * @param writer  as `HeldPosts.publish` makes it
   * @param content of one that `of` has found an article for
   * @throws NotFound its article is gone
   */
  async publish(writer: RequestContext, content: HeldContent): Promise<PublishedComment> {
    const comment = await this.writing.execute(writer, heldCommentOf(content)!);
    return { subjectType: 'comment', subjectId: comment.publicId, path: commentPath(comment) };
  }
}

/** @returns what was kept, as it was sent; null where it is no comment */
const heldCommentOf = (content: HeldContent): HeldComment['write'] | null =>
  content.kind === 'comment' ? (content as unknown as HeldComment['write']) : null;
