import { Injectable } from '@nestjs/common';
import { blogPolicy, CommentRepository } from '@kundig/blog/server';
import { forumPolicy, PostRepository, ThreadRepository } from '@kundig/forum/server';
import { NotFound, type Locale, type RequestContext } from '@kundig/platform/server';
import { CommentHiding } from '../comments/comment-hiding.js';
import { ReportRepository, type Report, type ReportSubject } from '../storage/report.repository.js';
import { PostHiding } from '../visibility/post-hiding.js';

/** What a report is about, as far as a decision touches it: one frame for posts and comments. */
@Injectable()
export class ReportedSubjects {
  constructor(
    private readonly reports: ReportRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly postHiding: PostHiding,
    private readonly comments: CommentRepository,
    private readonly commentHiding: CommentHiding,
  ) {}

  /**
   * Lets one moderator after the other decide. The lock of the thread comes first, as with everything about its posts, or
   * that of the comment.
   * @throws NotFound it is not the actor's to moderate
   */
  async lock(tx: RequestContext, { threadId, commentId }: ReportSubject): Promise<void> {
    if (threadId !== null)
      return forumPolicy.mayModerate(tx.actor, await this.threads.lock(tx, threadId)).orThrow();
    blogPolicy.mayModerate(tx.actor).orThrow();
    await this.comments.lock(tx, commentId);
  }

  /**
   * Locks a report with what it is about.
   * @returns the report as it is then
   * @throws NotFound no such report, or its post or comment is not the actor's to moderate
   */
  async hold(tx: RequestContext, reportId: string): Promise<Report> {
    const found = await this.reports.find(tx, reportId);
    if (!found) throw new NotFound();
    await this.lock(tx, found);
    await this.reports.lock(tx, found.subjectId);
    const held = await this.reports.find(tx, reportId);
    if (!held) throw new NotFound(); // its thread was moved meanwhile
    return held;
  }

  /** Takes it out of sight, for which its author is told the reason. @param reason by the language it is written in */
  async hide(tx: RequestContext, report: Report, reason: (locale: Locale) => string): Promise<void> {
    if (report.postId !== null) {
      const [post] = await this.posts.findReadableByIds(tx, [report.postId]);
      await this.postHiding.hide(tx, post!, reason(post!.lang));
      return;
    }
    const [comment] = await this.comments.findByIds(tx, [report.commentId]);
    if (!comment) throw new NotFound(); // its article is not in force any more
    await this.commentHiding.hide(tx, comment, reason(comment.lang));
  }

  /**
   * Takes back that it was shown. @param since when it had been hidden
   * @throws NotFound the article of the comment is not in force any more
   */
  async hideAgain(tx: RequestContext, about: ReportSubject, reason: string, since: Date): Promise<void> {
    if (about.postId !== null) {
      const [post] = await this.posts.findReadableByIds(tx, [about.postId]);
      return this.postHiding.hideAgain(tx, post!, reason, since);
    }
    const [comment] = await this.comments.findByIds(tx, [about.commentId]);
    if (!comment) throw new NotFound();
    await this.commentHiding.hideAgain(tx, comment, reason, since);
  }

  /** Shows it again; nothing where its author has deleted it. */
  async show(tx: RequestContext, report: ReportSubject, reason: string): Promise<void> {
    if (report.postId !== null) {
      const [post] = await this.posts.findReadableByIds(tx, [report.postId]);
      await this.postHiding.show(tx, post!, reason);
      return;
    }
    const [comment] = await this.comments.findByIds(tx, [report.commentId]);
    if (comment) await this.commentHiding.show(tx, comment, reason);
  }
}
