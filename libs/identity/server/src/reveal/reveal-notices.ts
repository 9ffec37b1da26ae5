import { Injectable } from '@nestjs/common';
import { Clock, daysBefore, IdentityDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { RevealRepository, type RevealRequest } from '../storage/reveal.repository.js';
import { RevealLog } from './reveal-log.js';

/** Until the operator settles it otherwise: time enough for an authority, not enough to be forgotten. */
export const DEFAULT_DELAY_DAYS = 14;

/** When authors are told that somebody looked: after the operator's delay, and not while it is held back for a reason. */
@Injectable()
export class RevealNotices {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly requests: RevealRepository,
    private readonly log: RevealLog,
    private readonly clock: Clock,
  ) {}

  async delayDays(ctx: RequestContext): Promise<number> {
    return (await this.requests.delayDays(ctx)) ?? DEFAULT_DELAY_DAYS;
  }

  /** @returns when the author is told of a look at `now` */
  async dueAfter(ctx: RequestContext, now: Date): Promise<Date> {
    return daysBefore(now, -(await this.delayDays(ctx)));
  }

  /** For looks from now on. */
  async setDelay(ctx: RequestContext, actorId: string, days: number): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      await this.requests.setDelay(tx, days);
      const about = { requestId: null, personaId: null };
      await this.log.record(tx, { actorId, action: 'delay-set', ...about, note: String(days) });
    });
  }

  /**
   * @param until null ends a hold
   * @throws NotFound nobody has looked, or its author is told already, or at this moment
   */
  async hold(
    ctx: RequestContext,
    actorId: string,
    { id, until, reason }: { id: string; until: Date | null; reason: string },
  ): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (request?.state !== 'viewed' || request.tellingSince !== null || request.toldAt !== null)
        throw new NotFound();
      await this.requests.hold(tx, id, until, until && reason);
      const { personaId } = request;
      const action = until ? 'held' : 'hold-ended';
      const note = until && until.toISOString();
      await this.log.record(tx, { actorId, action, requestId: id, personaId, note }, reason);
    });
  }

  /** From then on no hold keeps them from being told. Safe to repeat: what was begun is given back until it is settled. */
  beginTelling(ctx: RequestContext, first: number): Promise<RevealRequest[]> {
    return this.requests.beginTelling(ctx, this.clock.now(), first);
  }

  /** Safe to repeat. */
  async settle(ctx: RequestContext, id: string): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const request = await this.requests.lock(tx, id);
      if (!request || request.toldAt !== null) return;
      await this.requests.settle(tx, id, this.clock.now());
      const { personaId } = request;
      await this.log.record(tx, { actorId: null, action: 'told', requestId: id, personaId, note: null });
    });
  }
}
