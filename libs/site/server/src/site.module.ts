import { Global, Module } from '@nestjs/common';
import { SiteProfile } from '@kundig/platform/server';
import { StylesheetController } from './colours/stylesheet.controller.js';
import { SiteInfoResolver } from './graphql/site-info.resolver.js';
import { SiteSettingsResolver } from './graphql/site-settings.resolver.js';
import { AnnounceIncidentService } from './incident/announce-incident.service.js';
import { DropPages } from './incident/drop-pages.job.js';
import { EndIncidentService } from './incident/end-incident.service.js';
import { SaveSettingsService } from './settings/save-settings.service.js';
import { SiteSettings } from './settings/site-settings.js';
import { SiteRepository } from './storage/site.repository.js';

/** What the operator sets. Gives everybody the `SiteProfile`. */
@Global()
@Module({
  controllers: [StylesheetController],
  providers: [
    AnnounceIncidentService,
    DropPages,
    EndIncidentService,
    SaveSettingsService,
    SiteInfoResolver,
    SiteRepository,
    SiteSettings,
    SiteSettingsResolver,
    { provide: SiteProfile, useExisting: SiteSettings },
  ],
  exports: [AnnounceIncidentService, EndIncidentService, SaveSettingsService, SiteProfile, SiteSettings],
})
export class SiteModule {}
