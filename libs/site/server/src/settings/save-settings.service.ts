import { Injectable } from '@nestjs/common';
import {
  InvalidInput,
  type FormOfAddress,
  type InputFault,
  type RequestContext,
} from '@kundig/platform/server';
import { SiteChange } from '../changes/site-change.js';
import { TEXT_CONTRAST, type Colour } from '../colours/contrast.js';
import { contrastOfAccent, contrastOfBrand, legibleAccent, legibleBrand } from '../colours/palette.js';
import { SiteRepository } from '../storage/site.repository.js';
import { DEFAULT_ACCENT, DEFAULT_BRAND, SiteSettings } from './site-settings.js';

export interface SaveSettings {
  readonly name: string;
  readonly brandColour: Colour;
  readonly accentColour: Colour;
  /** How German texts speak to people; stays as it is when absent. */
  readonly formOfAddress?: FormOfAddress;
}

/** Sets what the community is called, how it looks and how it speaks to people; every page and mail follows at once. */
@Injectable()
export class SaveSettingsService {
  constructor(
    private readonly change: SiteChange,
    private readonly site: SiteRepository,
    private readonly settings: SiteSettings,
  ) {}

  /**
   * Safe to repeat.
   * @throws InvalidInput a colour in which text could not be read, with the nearest one in which it could
   * @throws NotFound     for everybody but administrators
   */
  execute(ctx: RequestContext, input: SaveSettings): Promise<void> {
    return this.change.execute(ctx, async (tx, { settings: before }) => {
      const [first, ...others] = illegible(ctx, input);
      if (first) throw new InvalidInput(first.field, first.messageKey, first.params, others);
      const { name, brandColour, accentColour } = input;
      const address = input.formOfAddress ?? before.address;
      await this.site.saveSettings(tx, {
        ...{ name, address },
        brandColour: brandColour === DEFAULT_BRAND ? null : brandColour,
        accentColour: accentColour === DEFAULT_ACCENT ? null : accentColour,
      });
      return {
        ...{ action: 'site-changed', page: 'site' },
        before: {
          name: before.name ?? this.settings.name,
          brandColour: before.brandColour ?? DEFAULT_BRAND,
          accentColour: before.accentColour ?? DEFAULT_ACCENT,
          formOfAddress: before.address ?? 'sie',
        },
        after: { name, brandColour, accentColour, formOfAddress: address ?? 'sie' },
      };
    });
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
