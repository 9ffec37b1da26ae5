import { Injectable } from '@nestjs/common';
import { PostVisibility, type Post } from '@kundig/forum/server';
import { Clock, EventBus, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { PostHidden, PostShownAgain, ReportsDecided } from '../moderation.events.js';
import { ObjectionSettlement } from '../objections/objection-settlement.js';
import { ReportRepository } from '../storage/report.repository.js';
import { ShownContent } from '../unlawful/shown-content.js';

/** Hides and shows a post with everything that belongs to it; who may is decided by the caller, in their transaction. */
@Injectable()
export class PostHiding {
  constructor(
    private readonly visibility: PostVisibility,
    private readonly reports: ReportRepository,
    private readonly noticed: ShownContent,
    private readonly objections: ObjectionSettlement,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * The stub shows the reason, the author is told, open reports on the post are upheld and their reporters told. Nothing of it
   * where the post was a stub already, except that no report stays open.
   * @returns false in that case
   */
  async hide(tx: RequestContext, post: Post, reason: string): Promise<boolean> {
    const hidden = await this.visibility.withdraw(tx, post.id, { hiddenReason: reason });
    await this.upholdReports(tx, post);
    if (!hidden) return false;
    await this.objections.overtake(tx, post.id);
    await this.events.emit(
      tx,
      this.clock.now(),
      new PostHidden({ threadId: post.threadId, postId: post.id }),
    );
    await this.record(tx, 'post-hidden', post, reason);
    return true;
  }

  /** The same where the decision to show it is taken back; what its author is told of that is the caller's. @param since as it was */
  async hideAgain(tx: RequestContext, post: Post, reason: string, since: Date): Promise<void> {
    if (!(await this.visibility.withdraw(tx, post.id, { hiddenReason: reason, hiddenAt: since }))) return;
    await this.upholdReports(tx, post);
    await this.record(tx, 'post-hidden', post, reason);
  }

  /** Its author is told, as an answer where they have objected. What its author deleted does not come back. */
  async show(tx: RequestContext, post: Post, reason: string): Promise<void> {
    if (!(await this.visibility.restore(tx, post.id))) return this.objections.overtake(tx, post.id);
    await this.noticed.note(tx, post.id);
    if (!(await this.objections.settle(tx, post.id, { decision: 'granted', answer: reason })))
      await this.tellShown(tx, post);
    await this.record(tx, 'post-restored', post, reason);
  }

  private async upholdReports(tx: RequestContext, { id: postId, threadId }: Post): Promise<void> {
    const now = this.clock.now();
    if (await this.reports.upholdAllOn(tx, postId, now))
      await this.events.emit(tx, now, new ReportsDecided({ threadId, postId, at: now.toISOString() }));
  }

  private async tellShown(tx: RequestContext, { threadId, id: postId, hiddenAt }: Post): Promise<void> {
    const now = this.clock.now();
    const since = (hiddenAt ?? now).toISOString();
    const shown = new PostShownAgain({ threadId, postId, hiddenAt: since, at: now.toISOString() });
    await this.events.emit(tx, now, shown);
  }

  private record(
    tx: RequestContext,
    action: 'post-hidden' | 'post-restored',
    { publicId }: Post,
    reason: string,
  ): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'post', subjectId: publicId, reason });
  }
}
