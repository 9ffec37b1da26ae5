import { Global, Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { SiteProfile } from '@kundig/platform/server';
import { StylesheetController } from './colours/stylesheet.controller.js';
import { Contacts } from './contact/contacts.js';
import { SaveContactService } from './contact/save-contact.service.js';
import {
  BoardContactResolver,
  ContactSettingsResolver,
  SiteContactResolver,
} from './graphql/contact.resolver.js';
import { SetupResolver } from './graphql/setup.resolver.js';
import { SiteInfoResolver } from './graphql/site-info.resolver.js';
import { SiteSettingsResolver } from './graphql/site-settings.resolver.js';
import { AnnounceIncidentService } from './incident/announce-incident.service.js';
import { DropPages } from './incident/drop-pages.job.js';
import { EndIncidentService } from './incident/end-incident.service.js';
import { SaveSettingsService } from './settings/save-settings.service.js';
import { SiteSettings } from './settings/site-settings.js';
import { CreateBoardTreeService } from './setup/create-board-tree.service.js';
import { DismissSetupService } from './setup/dismiss-setup.service.js';
import { SetupChecklist } from './setup/setup-checklist.js';
import { SiteRepository } from './storage/site.repository.js';

/** What the operator sets. Gives everybody the `SiteProfile`. */
@Global()
@Module({
  imports: [ForumModule],
  controllers: [StylesheetController],
  providers: [
    AnnounceIncidentService,
    BoardContactResolver,
    Contacts,
    ContactSettingsResolver,
    CreateBoardTreeService,
    DismissSetupService,
    DropPages,
    EndIncidentService,
    SaveContactService,
    SaveSettingsService,
    SetupChecklist,
    SetupResolver,
    SiteContactResolver,
    SiteInfoResolver,
    SiteRepository,
    SiteSettings,
    SiteSettingsResolver,
    { provide: SiteProfile, useExisting: SiteSettings },
  ],
  exports: [
    AnnounceIncidentService,
    CreateBoardTreeService,
    DismissSetupService,
    EndIncidentService,
    SaveContactService,
    SaveSettingsService,
    SetupChecklist,
    SiteProfile,
    SiteSettings,
  ],
})
export class SiteModule {}
