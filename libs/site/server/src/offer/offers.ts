import { Injectable } from '@nestjs/common';
import { Clock } from '@kundig/platform/server';
import { isWithin } from '../changes/period.js';
import { SiteSettings } from '../settings/site-settings.js';
import type { StoredOffer } from '../storage/site.repository.js';

/** The operator's offer on the home page. */
@Injectable()
export class Offers {
  constructor(
    private readonly settings: SiteSettings,
    private readonly clock: Clock,
  ) {}

  /** No statement. @returns null unless there is one that is switched on, has begun and has not ended */
  async current(): Promise<StoredOffer | null> {
    const { offer } = await this.settings.latest();
    return offer && this.isLive(offer) ? offer : null;
  }

  isLive(offer: StoredOffer): boolean {
    return offer.shown && isWithin(this.clock.now(), offer);
  }
}
