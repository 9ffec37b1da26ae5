import { Injectable } from '@nestjs/common';
import { Clock, EventBus, type RequestContext } from '@kundig/platform/server';
import { ObjectionDecided } from '../moderation.events.js';
import { ObjectionRepository, type ObjectionDecision } from '../storage/objection.repository.js';

/** Ends what is open between an author and the moderators; who may is decided by the caller, in their transaction. */
@Injectable()
export class ObjectionSettlement {
  constructor(
    private readonly objections: ObjectionRepository,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * The author is told.
   * @param subjectId primary key of the post or comment
   * @returns false where nobody has objected
   */
  async settle(
    tx: RequestContext,
    subjectId: string,
    verdict: { readonly decision: ObjectionDecision; readonly answer: string },
  ): Promise<boolean> {
    const now = this.clock.now();
    const objectionId = await this.objections.settle(tx, subjectId, verdict, now);
    if (objectionId) await this.events.emit(tx, now, new ObjectionDecided({ objectionId }));
    return objectionId !== null;
  }

  /** Something else is decided about a post or comment: what was decided about objections before is not taken back any more. */
  overtake(tx: RequestContext, subjectId: string): Promise<void> {
    return this.objections.forgetHiding(tx, subjectId);
  }
}
