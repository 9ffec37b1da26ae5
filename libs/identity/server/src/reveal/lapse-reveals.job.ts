import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, JobHandler, type RequestContext } from '@kundig/platform/server';
import { IdentityJobs } from '../identity-jobs.js';
import { TELL_OF_REVEAL } from '../port/reveals.js';
import { RevealRepository } from '../storage/reveal.repository.js';
import { RevealLog } from './reveal-log.js';
import { lapsedBefore } from './reveal.policy.js';
import { RevealSeals } from './reveal-seals.js';

/**
 * Ends requests about which nobody has decided in time: what was asked for long ago is no ground to look today, and another
 * request about the same persona must not wait for it.
 */
@Injectable()
export class LapseReveals {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly requests: RevealRepository,
    private readonly log: RevealLog,
    private readonly seals: RevealSeals,
    private readonly jobs: IdentityJobs,
    private readonly clock: Clock,
  ) {}

  /** Without the key nothing can be written down, and so nothing is ended; nobody can decide then, either. Safe to repeat. */
  @JobHandler({ task: 'identity.lapse-reveals', side: 'identity', cron: '37 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    if (this.seals.possible) await this.database.transaction(ctx, (tx) => this.lapse(tx));
  }

  /** The same within the transaction of somebody else. */
  async lapse(tx: RequestContext): Promise<void> {
    const lapsed = await this.requests.lapse(tx, lapsedBefore(this.clock.now()));
    await this.jobs.add(
      tx,
      ...lapsed.map(({ id }) => ({ task: TELL_OF_REVEAL, payload: { requestId: id } })),
    );
    for (const { id, personaId } of lapsed)
      await this.log.record(tx, { actorId: null, action: 'lapsed', requestId: id, personaId, note: null });
  }
}
