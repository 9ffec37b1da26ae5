import { Injectable } from '@nestjs/common';
import { Clock, Conflict, IdentityDatabase, Randomness, type RequestContext } from '@kundig/platform/server';
import { IdentityJobs } from '../identity-jobs.js';
import { TELL_OF_REVEAL, type RevealWish } from '../port/reveals.js';
import { RevealRepository } from '../storage/reveal.repository.js';
import { LapseReveals } from './lapse-reveals.job.js';
import { RevealLog } from './reveal-log.js';

/** Writes down that a moderator asks who stands behind a persona. Whether they may ask is settled by the caller. */
@Injectable()
export class RequestRevealService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly requests: RevealRepository,
    private readonly log: RevealLog,
    private readonly lapsing: LapseReveals,
    private readonly jobs: IdentityJobs,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @throws Conflict there is no key for reveals, or a request about this persona waits */
  async execute(ctx: RequestContext, wish: RevealWish): Promise<void> {
    const id = this.randomness.uuid();
    await this.database.transaction(ctx, async (tx) => {
      await this.lapsing.lapse(tx); // one that has just run its time must not stand in the way
      if (!(await this.requests.add(tx, { ...wish, id, requestedAt: this.clock.now() })))
        throw new Conflict('identity:error.revealWaits');
      await this.jobs.add(tx, { task: TELL_OF_REVEAL, payload: { requestId: id } });
      const { requestedBy, personaId, ground, caseNumber, explanation } = wish;
      const entry = { actorId: requestedBy, action: 'requested', requestId: id, personaId } as const;
      await this.log.record(tx, { ...entry, note: `${ground} · ${caseNumber}` }, explanation);
    });
  }
}
