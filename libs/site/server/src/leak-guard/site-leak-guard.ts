import { Injectable } from '@nestjs/common';
import type { LeakKind } from '@kundig/leak-guard/rules';
import { OperatorGuard, type LeakAnswer, type OperatorGuardSettings } from '@kundig/leak-guard/server';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';
import { LeakCountRepository } from '../storage/leak-count.repository.js';

/** What the operator has set of the leak guard, which costs no statement, and what it found, which costs one. */
@Injectable()
export class SiteLeakGuard extends OperatorGuard {
  constructor(
    private readonly site: SiteSettings,
    private readonly counts: LeakCountRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  get settings(): OperatorGuardSettings {
    return this.site.current.leakGuard;
  }

  async count(ctx: RequestContext, answer: LeakAnswer, kinds: readonly LeakKind[]): Promise<void> {
    if (kinds.length > 0) await this.counts.add(ctx, this.clock.now(), answer, kinds);
  }
}
