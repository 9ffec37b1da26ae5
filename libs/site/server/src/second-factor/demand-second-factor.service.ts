import { Injectable } from '@nestjs/common';
import { Clock, Conflict, hasFreshFactor, type RequestContext } from '@kundig/platform/server';
import { SiteChange } from '../changes/site-change.js';
import { SiteRepository } from '../storage/site.repository.js';

/** Demands a second factor of whoever holds an office, or leaves it to them. Offices without one rest until there is one. */
@Injectable()
export class DemandSecondFactorService {
  constructor(
    private readonly change: SiteChange,
    private readonly site: SiteRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @throws Conflict   the administrator who demands it has none, and would be the first to stand outside
   * @throws NotAllowed the administrator has one and has not given it within the last minutes
   * @throws NotFound   for everybody but administrators
   */
  execute(ctx: RequestContext, demanded: boolean): Promise<void> {
    return this.change.execute(ctx, async (tx, { settings: before }) => {
      if (ctx.secondFactor.on) hasFreshFactor(ctx, this.clock.now()).orThrow();
      else if (demanded) throw new Conflict('site:error.ownFactorFirst');
      await this.site.demandSecondFactor(tx, demanded);
      return {
        ...{ action: 'site-changed', page: 'roles' },
        before: { secondFactorDemanded: before.secondFactorDemanded },
        after: { secondFactorDemanded: demanded },
      };
    });
  }
}
