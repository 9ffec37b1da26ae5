import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { Access } from '@kundig/platform/server';
import type { Response } from 'express';
import { SiteSettings } from '../settings/site-settings.js';

/** The operator's colours as a style sheet, under an address that is new whenever they are. */
@Controller('site')
export class StylesheetController {
  constructor(private readonly settings: SiteSettings) {}

  /** @param version as the page names it; another instance may know a newer one already, and answers with that */
  @Get(':version.css')
  @Access.public()
  async stylesheet(@Param('version') version: string, @Res() response: Response): Promise<void> {
    await this.settings.latest();
    const { stylesheet } = this.settings;
    if (!stylesheet) throw new NotFoundException();
    const asked = stylesheet.version === version;
    response
      .set('Cache-Control', asked ? 'public, max-age=31536000, immutable' : 'no-cache')
      .type('css')
      .send(stylesheet.css);
  }
}
