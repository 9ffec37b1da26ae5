import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import {
  LIMITED_ACTIONS,
  WriteLimits,
  type LimitedAction,
  type RequestContext,
} from '@kundig/platform/server';
import { ALLOWANCES } from './limit-table.js';
import { consumeFrom, Limiters } from './limiters.js';

/** Counts writes in PostgreSQL, for all instances together; searches and previews in the process, where they cost no statement. */
@Injectable()
export class PersonLimits extends WriteLimits {
  private readonly limiters: Map<LimitedAction, RateLimiterAbstract>;

  constructor(limiters: Limiters) {
    super();
    this.limiters = new Map(
      LIMITED_ACTIONS.map((action) => [action, limiters.shared(action, ALLOWANCES[action])]),
    );
    for (const action of ['search', 'preview'] as const)
      this.limiters.set(action, limiters.ofThisProcess(ALLOWANCES[action]));
  }

  async consume({ actor, clientAddress }: RequestContext, action: LimitedAction): Promise<void> {
    if (actor.kind === 'system') return;
    await consumeFrom(this.limiters.get(action)!, actor.memberId ?? clientAddress ?? 'unknown');
  }
}
