import { Injectable } from '@nestjs/common';
import {
  AccessDecided,
  AccessRequestRepository,
  GroupRepository,
  type AccessDecision,
} from '@kundig/groups/server';
import { Clock, Conflict, EventBus, NotFound, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';
import { administrationPolicy } from '../administration.policy.js';

export interface DecideAccess {
  readonly request: string;
  readonly decision: AccessDecision;
  /** Told to whoever asked. */
  readonly answer: string | null;
}

/** Lets somebody who asked into a group, or declines; whoever asked is told. */
@Injectable()
export class DecideAccessService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly requests: AccessRequestRepository,
    private readonly groups: GroupRepository,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat with the same decision.
   * @throws NotFound no such request, or one for a group the actor does not look after
   * @throws Conflict it was decided otherwise meanwhile
   */
  async execute(ctx: RequestContext, { request: id, decision, answer }: DecideAccess): Promise<void> {
    const asked = await this.requests.find(ctx, id);
    const allowed = administrationPolicy.mayLookAfter(ctx.actor, asked?.groupId ?? null);
    const decide = async (tx: RequestContext) => {
      const request = await this.requests.lock(tx, id);
      if (!request) throw new NotFound();
      if (request.decision === decision) return [id, null] as const;
      if (request.decision) throw new Conflict('administration:error.decidedOtherwise');
      const decidedAt = this.clock.now();
      await this.requests.decide(tx, id, { decision, answer, decidedAt });
      if (decision === 'accepted')
        await this.groups.addMember(tx, request.groupId, request.memberId, decidedAt);
      await this.events.emit(tx, decidedAt, new AccessDecided({ requestId: id }));
      const action = decision === 'accepted' ? 'group-request-accepted' : 'group-request-declined';
      const note = { action, subjectType: 'group', subjectId: request.groupId, reason: answer } as const;
      return [id, note] as const;
    };
    await this.act.execute(ctx, decide, allowed);
  }
}
