import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { DropPages } from '../changes/drop-pages.job.js';
import { readPeriod, type WrittenPeriod } from '../changes/period.js';
import { SiteChange } from '../changes/site-change.js';
import { SitePictures } from '../pictures/site-pictures.js';
import { SiteSettings } from '../settings/site-settings.js';
import { SiteRepository, type StoredOffer } from '../storage/site.repository.js';

/** Shown at once and for good where no times are given. */
export interface SaveOffer extends WrittenPeriod, Omit<StoredOffer, 'startsAt' | 'endsAt'> {}

/** Sets the one offer of the home page, which is always marked as advertising. */
@Injectable()
export class SaveOfferService {
  constructor(
    private readonly change: SiteChange,
    private readonly site: SiteRepository,
    private readonly settings: SiteSettings,
    private readonly pictures: SitePictures,
    private readonly dropPages: DropPages,
  ) {}

  /**
   * Safe to repeat.
   * @throws InvalidInput a time that does not exist, an end before the start, a picture that was not handed in or that
   *   nobody describes
   * @throws NotFound     for everybody but administrators
   */
  async execute(ctx: RequestContext, { startsAt, endsAt, ...input }: SaveOffer): Promise<void> {
    let replaced: string | null = null;
    await this.change.execute(ctx, async (tx, { offer: before }) => {
      const offer = { ...described(input), ...readPeriod({ startsAt, endsAt }, this.settings.timeZone) };
      if (offer.picture !== null && offer.picture !== before?.picture)
        await this.pictures.check(tx, 'picture', offer.picture);
      await this.site.saveOffer(tx, offer);
      await this.dropPages.at(tx, offer.startsAt, offer.endsAt);
      replaced = before && before.picture !== offer.picture ? before.picture : null;
      return { action: 'offer-changed', page: 'offer', before: before && { ...before }, after: { ...offer } };
    });
    await this.pictures.discard(ctx, replaced);
  }
}

/** @throws InvalidInput a picture without words for those who do not see it; without a picture there are none to keep */
function described(
  offer: Omit<StoredOffer, 'startsAt' | 'endsAt'>,
): Omit<StoredOffer, 'startsAt' | 'endsAt'> {
  if (offer.picture === null) return { ...offer, pictureAltDe: null, pictureAltEn: null };
  const [missing, ...others] = (['pictureAltDe', 'pictureAltEn'] as const).filter((field) => !offer[field]);
  if (missing)
    throw new InvalidInput(
      missing,
      'site:error.describePicture',
      {},
      others.map((field) => ({ field, messageKey: 'site:error.describePicture' })),
    );
  return offer;
}
