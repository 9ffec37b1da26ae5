import { Injectable } from '@nestjs/common';
import { ArticleRepository, commentPath, CommentRepository } from '@kundig/blog/server';
import { Features, type RequestContext } from '@kundig/platform/server';
import { AuditSubjects, type AuditSubjectView } from './audit-subjects.js';

/** What the audit log calls articles and comments below them while there is a blog; two statements at most. */
@Injectable()
export class BlogSubjects {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly comments: CommentRepository,
    features: Features,
    subjects: AuditSubjects,
  ) {
    subjects.register('article', async (ctx, ids) =>
      features.isOn('blog') ? this.ofArticles(ctx, ids) : new Map(),
    );
    subjects.register('comment', async (ctx, ids) =>
      features.isOn('blog') ? this.ofComments(ctx, ids) : new Map(),
    );
  }

  private async ofArticles(
    ctx: RequestContext,
    ids: readonly string[],
  ): Promise<Map<string, AuditSubjectView>> {
    const articles = await this.articles.findAllOnDesk(ctx, ids);
    return new Map(
      articles.map(({ publicId, title }) => [
        publicId,
        { name: title, authorId: null, path: `/desk/blog/${publicId}` },
      ]),
    );
  }

  /** A comment keeps its author on the page, whatever became of its text. */
  private async ofComments(
    ctx: RequestContext,
    ids: readonly string[],
  ): Promise<Map<string, AuditSubjectView>> {
    const comments = await this.comments.findByPublicIds(ctx, ids);
    return new Map(
      comments.map((comment) => [
        comment.publicId,
        { name: comment.article.title, authorId: comment.authorId, path: commentPath(comment) },
      ]),
    );
  }
}
