import { Injectable } from '@nestjs/common';
import { AccessRequestRepository, GroupRepository, type AccessDecision } from '@kundig/groups/server';
import { Clock, Conflict, NotFound, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

export interface DecideAccess {
  readonly request: string;
  readonly decision: AccessDecision;
  /** Told to whoever asked. */
  readonly answer: string | null;
}

/** Lets somebody who asked into a group, or declines. */
@Injectable()
export class DecideAccessService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly requests: AccessRequestRepository,
    private readonly groups: GroupRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat with the same decision.
   * @throws NotFound no such request
   * @throws Conflict it was decided otherwise meanwhile
   */
  async execute(ctx: RequestContext, { request: id, decision, answer }: DecideAccess): Promise<void> {
    await this.act.execute(ctx, async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (!request) throw new NotFound();
      if (request.decision === decision) return [id, null] as const;
      if (request.decision) throw new Conflict('administration:error.decidedOtherwise');
      const decidedAt = this.clock.now();
      await this.requests.decide(tx, id, { decision, answer, decidedAt });
      if (decision === 'accepted')
        await this.groups.addMember(tx, request.groupId, request.memberId, decidedAt);
      const action = decision === 'accepted' ? 'group-request-accepted' : 'group-request-declined';
      const note = { action, subjectType: 'group', subjectId: request.groupId, reason: answer } as const;
      return [id, note] as const;
    });
  }
}
