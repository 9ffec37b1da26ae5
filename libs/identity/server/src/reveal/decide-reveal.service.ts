import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { IdentityJobs } from '../identity-jobs.js';
import { TELL_OF_REVEAL, type RevealActor } from '../port/reveals.js';
import { RevealRepository } from '../storage/reveal.repository.js';
import { FreshFactors } from './fresh-factors.js';
import { RevealLog } from './reveal-log.js';
import { RevealSeals } from './reveal-seals.js';
import { revealPolicy } from './reveal.policy.js';

/** Approves or refuses a request. Whether the actor is a custodian is settled by the caller. */
@Injectable()
export class DecideRevealService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly requests: RevealRepository,
    private readonly log: RevealLog,
    private readonly seals: RevealSeals,
    private readonly factors: FreshFactors,
    private readonly jobs: IdentityJobs,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NotAllowed, Conflict as `RevealPort.decide` says */
  async execute(
    ctx: RequestContext,
    actor: RevealActor,
    { id, approve, reason }: { id: string; approve: boolean; reason: string },
  ): Promise<void> {
    this.factors.require(actor);
    await this.database.transaction(ctx, async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (!request) throw new NotFound();
      const now = this.clock.now();
      revealPolicy.mayDecide(actor.memberId, request, now).orThrow();
      const decided = { ...request, decidedBy: actor.memberId, decidedAt: now };
      await this.requests.decide(tx, id, {
        ...decided,
        state: approve ? 'approved' : 'refused',
        decisionReason: reason,
        approval: approve ? this.seals.approval(decided) : null,
      });
      await this.jobs.add(tx, { task: TELL_OF_REVEAL, payload: { requestId: id } });
      const action = approve ? 'approved' : 'refused';
      const { personaId } = request;
      await this.log.record(
        tx,
        { actorId: actor.memberId, action, requestId: id, personaId, note: null },
        reason,
      );
    });
  }
}
