import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { SiteChange } from '../changes/site-change.js';
import { SitePictures } from '../pictures/site-pictures.js';
import { SiteRepository, type StoredLogo } from '../storage/site.repository.js';

/** The grounds a logo stands on. */
export const LOGO_GROUNDS = ['light', 'dark'] as const;
export type LogoGround = (typeof LOGO_GROUNDS)[number];

export interface SaveLogo {
  readonly ground: LogoGround;
  /** Path of a picture handed in for the site; null takes the logo away, and with the one for light grounds the other. */
  readonly picture: string | null;
}

/** Sets the logo in header, mails and icons, which bears the community's name for those who do not see it. */
@Injectable()
export class SaveLogoService {
  constructor(
    private readonly change: SiteChange,
    private readonly site: SiteRepository,
    private readonly pictures: SitePictures,
  ) {}

  /**
   * Safe to repeat.
   * @throws InvalidInput a picture that was not handed in for the site, or one for dark grounds before there is another
   * @throws NotFound     for everybody but administrators
   */
  async execute(ctx: RequestContext, { ground, picture }: SaveLogo): Promise<void> {
    const replaced: string[] = [];
    await this.change.execute(ctx, async (tx, { settings: before }) => {
      const after = withLogo(before, ground, picture);
      const known = [before.logo, before.logoDark];
      if (picture !== null && !known.includes(picture)) await this.pictures.check(tx, 'picture', picture);
      await this.site.saveLogo(tx, after);
      const shown = [after.logo, after.logoDark];
      replaced.push(...known.filter((path) => path !== null && !shown.includes(path)).map(String));
      return {
        ...{ action: 'logo-changed', page: 'logo' },
        before: { logo: before.logo, logoDark: before.logoDark },
        after: { ...after },
      };
    });
    for (const path of replaced) await this.pictures.discard(ctx, path);
  }
}

function withLogo({ logo, logoDark }: StoredLogo, ground: LogoGround, picture: string | null): StoredLogo {
  if (ground === 'light') return { logo: picture, logoDark: picture === null ? null : logoDark };
  if (logo === null && picture !== null) throw new InvalidInput('picture', 'site:error.logoFirst');
  return { logo, logoDark: picture };
}
