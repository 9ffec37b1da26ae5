import { Injectable } from '@nestjs/common';
import { PictureCopies, type CopyShape } from '@kundig/files/server';
import { MailLogo, RequestContext } from '@kundig/platform/server';
import { SiteSettings } from '../settings/site-settings.js';

/** Widths of the icons browsers ask for, in pixels. */
export const ICON_SIZES = [32, 180, 192, 512] as const;
export type IconSize = (typeof ICON_SIZES)[number];

/** Twice what is shown, for fine screens. */
const IN_MAILS: CopyShape = { width: 480, height: 96, fill: false };

/** The logo where WebP is not understood: as icon, and in mails. Drawn once per process and logo. */
@Injectable()
export class LogoImages extends MailLogo {
  private drawn = new Map<string, Promise<Buffer | null>>();
  private drawnFrom: string | null = null;

  constructor(
    private readonly settings: SiteSettings,
    private readonly copies: PictureCopies,
  ) {
    super();
  }

  /** @returns a square PNG on white; null without a logo */
  icon(size: IconSize): Promise<Buffer | null> {
    return this.draw({ width: size, height: size, fill: true });
  }

  png(): Promise<Buffer | null> {
    return this.draw(IN_MAILS);
  }

  private async draw(shape: CopyShape): Promise<Buffer | null> {
    const { settings } = await this.settings.latest();
    const { logo } = settings;
    if (logo === null) return null;
    if (logo !== this.drawnFrom) [this.drawn, this.drawnFrom] = [new Map(), logo];
    const key = `${shape.width}x${shape.height}`;
    const image = this.drawn.get(key) ?? this.copies.png(RequestContext.system(), 'site', logo, shape);
    this.drawn.set(key, image);
    image.catch(() => this.drawn.delete(key)); // the storage may be back next time
    return image;
  }
}
