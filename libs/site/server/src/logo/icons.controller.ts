import { Controller, Get, Param, Res } from '@nestjs/common';
import { Access, NotFound } from '@kundig/platform/server';
import type { Response } from 'express';
import { SiteSettings } from '../settings/site-settings.js';
import { ICON_SIZES, LogoImages } from './logo-images.js';

/** The logo as icon, under an address that is new whenever it is, and the manifest that names it. */
@Controller()
export class IconsController {
  constructor(
    private readonly images: LogoImages,
    private readonly settings: SiteSettings,
  ) {}

  /** @param version as the page names it; another instance may know a newer logo already, and answers with that */
  @Get('site/icon/:version/:size.png')
  @Access.public()
  async icon(
    @Param('version') version: string,
    @Param('size') wanted: string,
    @Res() response: Response,
  ): Promise<void> {
    const size = ICON_SIZES.find((known) => String(known) === wanted);
    const image = size === undefined ? null : await this.images.icon(size);
    if (!image) throw new NotFound();
    const asked = this.settings.iconVersion === version;
    response
      .set('Cache-Control', asked ? 'public, max-age=31536000, immutable' : 'no-cache')
      .type('png')
      .send(image);
  }

  @Get('site.webmanifest')
  @Access.public()
  async manifest(@Res() response: Response): Promise<void> {
    await this.settings.latest();
    const { name, iconVersion, brandColour } = this.settings;
    const icons = iconVersion
      ? [192, 512].map((size) => ({
          src: `/site/icon/${iconVersion}/${size}.png`,
          sizes: `${size}x${size}`,
          type: 'image/png',
        }))
      : [{ src: '/assets/favicon.svg', sizes: 'any', type: 'image/svg+xml' }];
    response
      .set('Cache-Control', 'no-cache')
      .type('application/manifest+json')
      .send(JSON.stringify({ name, start_url: '/', display: 'browser', theme_color: brandColour, icons }));
  }
}
