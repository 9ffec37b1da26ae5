import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  Conflict,
  EventBus,
  NotFound,
  type RequestContext,
} from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { ObjectionReopened } from '../moderation.events.js';
import { ReportedSubjects } from '../reports/reported-subjects.js';
import { ObjectionRepository, type Objection } from '../storage/objection.repository.js';
import { ContentNoticeRepository } from '../unlawful/content-notice.repository.js';
import { ShownContent } from '../unlawful/shown-content.js';
import { objectionPolicy } from './objection.policy.js';
import { OwnNames } from './own-names.js';

export interface ReopenObjection {
  readonly objectionId: string;
  /** For the author and the log. */
  readonly reason: string;
}

/**
 * Takes the decision about an objection back: what it has shown is hidden again as it was, for the same reason and since the
 * same time, and the objection waits once more. Its author is told.
 */
@Injectable()
export class ReopenObjectionService {
  constructor(
    private readonly database: AppDatabase,
    private readonly subjects: ReportedSubjects,
    private readonly objections: ObjectionRepository,
    private readonly notices: ContentNoticeRepository,
    private readonly noticed: ShownContent,
    private readonly names: OwnNames,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @throws NotFound   no such objection, or it is not the actor's to moderate
   * @throws NotAllowed the actor has hidden what it is about, or written it
   * @throws Conflict   something else was decided since about what it is about
   */
  async execute(ctx: RequestContext, { objectionId, reason }: ReopenObjection): Promise<void> {
    const found = await this.objections.find(ctx, objectionId);
    if (!found) throw new NotFound();
    const ownIds = await this.names.in(ctx, found.threadId);
    objectionPolicy.mayDecide(ctx.actor, found, ownIds).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      if (found.noticeId !== null) await this.notices.keepDecision(tx, found.noticeId); // before the thread, as where notices are decided
      await this.subjects.lock(tx, found);
      await this.objections.lock(tx, objectionId);
      const held = await this.objections.find(tx, objectionId);
      if (!held) throw new NotFound(); // its thread was moved meanwhile
      if (held.decision === null) return;
      if (!held.isRevocable || held.noticeId !== found.noticeId)
        throw new Conflict('moderation:error.objectionOvertaken');
      await this.undo(tx, held, reason);
    });
  }

  private async undo(tx: RequestContext, objection: Objection, reason: string): Promise<void> {
    const { id, subjectId, publicId, noticeId, resolvedAt } = objection;
    const now = this.clock.now();
    if (objection.decision === 'granted') {
      await this.subjects.hideAgain(tx, objection, objection.hiddenReason!, objection.hiddenAt);
      await this.noticed.takeBack(tx, subjectId, noticeId);
    }
    await this.objections.reopen(tx, id, reason, now);
    await this.events.emit(
      tx,
      now,
      new ObjectionReopened({ objectionId: id, decidedAt: resolvedAt!.toISOString(), at: now.toISOString() }),
    );
    await this.audit.record(tx, {
      action: 'objection-reopened',
      subjectType: objection.postId === null ? 'comment' : 'post',
      subjectId: publicId,
      reason,
    });
  }
}
