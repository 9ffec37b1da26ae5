import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { SaveLogoService, type SaveLogo } from '../logo/save-logo.service.js';
import { SiteSettings } from '../settings/site-settings.js';
import {
  LogoSettings,
  SaveLogoInput,
  SaveLogoResult,
  saveLogoSchema,
  SaveLogoSuccess,
} from './logo.object.js';

/** The logo, under *Verwaltung*. Pages learn of it with the site's name. */
@Resolver()
export class LogoResolver {
  constructor(
    private readonly settings: SiteSettings,
    private readonly save: SaveLogoService,
  ) {}

  @Query(() => LogoSettings, { description: 'The logo as it was set.' })
  @Access.permission('platform:administer')
  async logoSettings(): Promise<LogoSettings> {
    const { logo, logoDark } = (await this.settings.latest()).settings;
    return { light: logo, dark: logoDark };
  }

  @Mutation(() => SaveLogoResult, { description: 'Sets the logo or takes it away. Safe to repeat.' })
  @Access.permission('platform:administer')
  async saveLogo(
    @Ctx() ctx: RequestContext,
    @Input(saveLogoSchema, () => SaveLogoInput) input: SaveLogo,
  ): Promise<SaveLogoSuccess> {
    await this.save.execute(ctx, input);
    return succeed(SaveLogoSuccess, { path: '/admin/logo?saved=1' });
  }
}
