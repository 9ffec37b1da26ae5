import { Injectable } from '@nestjs/common';
import type { Feature, RequestContext } from '@kundig/platform/server';
import { SiteChange } from '../changes/site-change.js';
import { SiteRepository } from '../storage/site.repository.js';

export interface SwitchFeature {
  readonly feature: Feature;
  readonly on: boolean;
}

/** Switches a part of the community off or on again. What it holds stays, and is back with it. */
@Injectable()
export class SwitchFeatureService {
  constructor(
    private readonly change: SiteChange,
    private readonly site: SiteRepository,
  ) {}

  /** Safe to repeat. @throws NotFound for everybody but administrators */
  execute(ctx: RequestContext, { feature, on }: SwitchFeature): Promise<void> {
    return this.change.execute(ctx, async (tx, { switchedOff }) => {
      await this.site.switchFeature(tx, feature, on);
      return {
        ...{ action: 'feature-switched', page: 'features' },
        ...{ before: { [feature]: !switchedOff.includes(feature) }, after: { [feature]: on } },
      };
    });
  }
}
