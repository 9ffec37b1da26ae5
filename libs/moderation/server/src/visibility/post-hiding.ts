import { Injectable } from '@nestjs/common';
import { PostVisibility, type Post } from '@kundig/forum/server';
import { Clock, EventBus, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { PostHidden, ReportsDecided } from '../moderation.events.js';
import { ObjectionSettlement } from '../objections/objection-settlement.js';
import { ReportRepository } from '../storage/report.repository.js';

/** Hides and shows a post with everything that belongs to it; who may is decided by the caller, in their transaction. */
@Injectable()
export class PostHiding {
  constructor(
    private readonly visibility: PostVisibility,
    private readonly reports: ReportRepository,
    private readonly objections: ObjectionSettlement,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * The stub shows the reason, the author is told, open reports on the post are upheld and their reporters told. Nothing of it where the post was a
   * stub already, except that no report stays open.
   */
  async hide(tx: RequestContext, post: Post, reason: string): Promise<void> {
    const now = this.clock.now();
    const hidden = await this.visibility.withdraw(tx, post.id, { hiddenReason: reason });
    if (await this.reports.upholdAllOn(tx, post.id, now))
      await this.events.emit(
        tx,
        now,
        new ReportsDecided({ threadId: post.threadId, postId: post.id, at: now.toISOString() }),
      );
    if (!hidden) return;
    await this.events.emit(tx, now, new PostHidden({ threadId: post.threadId, postId: post.id }));
    await this.record(tx, 'post-hidden', post, reason);
  }

  /** Grants its author's objection, too. What its author deleted does not come back. */
  async show(tx: RequestContext, post: Post, reason: string): Promise<void> {
    if (!(await this.visibility.restore(tx, post.id))) return;
    await this.objections.settle(tx, post.id, { decision: 'granted', answer: reason });
    await this.record(tx, 'post-restored', post, reason);
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
