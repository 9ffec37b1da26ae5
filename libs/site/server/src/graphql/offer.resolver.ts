import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, SiteInfo, succeed, type RequestContext } from '@kundig/platform/server';
import { Offers } from '../offer/offers.js';
import { SaveOfferService, type SaveOffer } from '../offer/save-offer.service.js';
import { SiteSettings } from '../settings/site-settings.js';
import {
  OfferObject,
  OfferSettings,
  SaveOfferInput,
  SaveOfferResult,
  saveOfferSchema,
  SaveOfferSuccess,
} from './offer.object.js';

/** The offer on the home page, and its page under *Verwaltung*. */
@Resolver(() => SiteInfo)
export class OfferResolver {
  constructor(
    private readonly offers: Offers,
    private readonly settings: SiteSettings,
    private readonly save: SaveOfferService,
  ) {}

  @ResolveField(() => OfferObject, { nullable: true, description: 'Null unless there is one right now.' })
  async offer(@Ctx() ctx: RequestContext): Promise<OfferObject | null> {
    const offer = await this.offers.current();
    return offer && OfferObject.of(offer, ctx.locale);
  }

  @Query(() => OfferSettings, {
    nullable: true,
    description: 'The offer as it was written, also one not shown.',
  })
  @Access.permission('platform:administer')
  async offerSettings(@Ctx() ctx: RequestContext): Promise<OfferSettings | null> {
    const { offer } = await this.settings.latest();
    return offer && OfferSettings.of(offer, this.offers.isLive(offer), ctx.locale, this.settings.timeZone);
  }

  @Mutation(() => SaveOfferResult, { description: 'The offer of the home page. Safe to repeat.' })
  @Access.permission('platform:administer')
  async saveOffer(
    @Ctx() ctx: RequestContext,
    @Input(saveOfferSchema, () => SaveOfferInput) input: SaveOffer,
  ): Promise<SaveOfferSuccess> {
    await this.save.execute(ctx, input);
    return succeed(SaveOfferSuccess, { path: '/admin/offer?saved=1' });
  }
}
