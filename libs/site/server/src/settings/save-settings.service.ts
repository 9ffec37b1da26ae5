import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  InvalidInput,
  PageInvalidation,
  type InputFault,
  type RequestContext,
} from '@kundig/platform/server';
import { TEXT_CONTRAST, type Colour } from '../colours/contrast.js';
import { contrastOfAccent, contrastOfBrand, legibleAccent, legibleBrand } from '../colours/palette.js';
import { sitePolicy } from '../site.policy.js';
import { SiteRepository } from '../storage/site.repository.js';
import { DEFAULT_ACCENT, DEFAULT_BRAND, SiteSettings } from './site-settings.js';

export interface SaveSettings {
  readonly name: string;
  readonly brandColour: Colour;
  readonly accentColour: Colour;
}

/** Sets what the community is called and how it looks; every page shows it at once. */
@Injectable()
export class SaveSettingsService {
  constructor(
    private readonly database: AppDatabase,
    private readonly site: SiteRepository,
    private readonly settings: SiteSettings,
    private readonly pages: PageInvalidation,
  ) {}

  /**
   * Safe to repeat.
   * @throws InvalidInput a colour in which text could not be read, with the nearest one in which it could
   * @throws NotFound     for everybody but administrators
   */
  async execute(ctx: RequestContext, input: SaveSettings): Promise<void> {
    sitePolicy.mayAdminister(ctx.actor).orThrow();
    const [first, ...others] = illegible(ctx, input);
    if (first) throw new InvalidInput(first.field, first.messageKey, first.params, others);
    await this.database.transaction(ctx, async (tx) => {
      await this.site.saveSettings(tx, {
        ...input,
        brandColour: input.brandColour === DEFAULT_BRAND ? null : input.brandColour,
        accentColour: input.accentColour === DEFAULT_ACCENT ? null : input.accentColour,
      });
      await this.pages.drop(tx, 'site', 'everything');
    });
    await this.settings.renew();
  }
}

function illegible({ locale }: RequestContext, { brandColour, accentColour }: SaveSettings): InputFault[] {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, roundingMode: 'floor' });
  const fault = (field: string, contrast: number, proposal: Colour): InputFault[] =>
    contrast >= TEXT_CONTRAST
      ? []
      : [
          {
            field,
            messageKey: `site:error.${field}`,
            params: { contrast: number.format(contrast), needed: number.format(TEXT_CONTRAST), proposal },
          },
        ];
  return [
    ...fault('brandColour', contrastOfBrand(brandColour), legibleBrand(brandColour)),
    ...fault('accentColour', contrastOfAccent(accentColour), legibleAccent(accentColour)),
  ];
}
