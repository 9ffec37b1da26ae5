import { Injectable } from '@nestjs/common';
import { AppDatabase, Conflict, NotFound, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { ReportedSubjects } from '../reports/reported-subjects.js';
import { ObjectionRepository, type ObjectionDecision } from '../storage/objection.repository.js';
import { objectionPolicy } from './objection.policy.js';
import { ObjectionSettlement } from './objection-settlement.js';
import { OwnNames } from './own-names.js';

export interface DecideObjection {
  readonly objectionId: string;
  readonly decision: ObjectionDecision;
  /** For the author and the log. */
  readonly reason: string;
}

/** Has a second person decide about an author's objection: what was hidden is shown again, or stays as it is. */
@Injectable()
export class DecideObjectionService {
  constructor(
    private readonly database: AppDatabase,
    private readonly subjects: ReportedSubjects,
    private readonly objections: ObjectionRepository,
    private readonly settlement: ObjectionSettlement,
    private readonly names: OwnNames,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Safe to repeat with the same decision.
   * @throws NotFound   no such objection, or it is not the actor's to moderate
   * @throws NotAllowed the actor has hidden it, or written it
   * @throws Conflict   another moderator has decided otherwise, or has shown it again meanwhile
   */
  async execute(ctx: RequestContext, { objectionId, decision, reason }: DecideObjection): Promise<void> {
    const found = await this.objections.find(ctx, objectionId);
    if (!found) throw new NotFound();
    const ownIds = await this.names.in(ctx, found.threadId);
    objectionPolicy.mayDecide(ctx.actor, found, ownIds).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      await this.subjects.lock(tx, found);
      await this.objections.lock(tx, objectionId);
      const held = await this.objections.find(tx, objectionId);
      if (!held) throw new NotFound(); // its thread was moved meanwhile
      if (held.decision === decision) return;
      if (held.decision !== null) throw new Conflict('moderation:error.objectionDecided');
      if (decision === 'granted') {
        await this.objections.noteHiding(tx, objectionId);
        await this.subjects.show(tx, held, reason);
      } else await this.settlement.settle(tx, held.subjectId, { decision, answer: reason });
      await this.audit.record(tx, {
        action: decision === 'granted' ? 'objection-granted' : 'objection-rejected',
        subjectType: held.postId === null ? 'comment' : 'post',
        subjectId: held.publicId,
        reason,
      });
    });
  }
}
