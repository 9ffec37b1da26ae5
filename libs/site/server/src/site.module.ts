import { Global, Module } from '@nestjs/common';
import { FilesModule } from '@kundig/files/server';
import { ForumModule } from '@kundig/forum/server';
import { ModerationModule } from '@kundig/moderation/server';
import { SiteProfile } from '@kundig/platform/server';
import { Difference } from './changes/difference.js';
import { DropPages } from './changes/drop-pages.job.js';
import { SiteChange } from './changes/site-change.js';
import { StylesheetController } from './colours/stylesheet.controller.js';
import { Contacts } from './contact/contacts.js';
import { SaveContactService } from './contact/save-contact.service.js';
import {
  BoardContactResolver,
  ContactSettingsResolver,
  SiteContactResolver,
} from './graphql/contact.resolver.js';
import { OfferResolver } from './graphql/offer.resolver.js';
import { SetupResolver } from './graphql/setup.resolver.js';
import { SiteInfoResolver } from './graphql/site-info.resolver.js';
import { SiteSettingsResolver } from './graphql/site-settings.resolver.js';
import { AnnounceIncidentService } from './incident/announce-incident.service.js';
import { EndIncidentService } from './incident/end-incident.service.js';
import { Offers } from './offer/offers.js';
import { SaveOfferService } from './offer/save-offer.service.js';
import { SitePictures } from './pictures/site-pictures.js';
import { SaveSettingsService } from './settings/save-settings.service.js';
import { SiteSettings } from './settings/site-settings.js';
import { CreateBoardTreeService } from './setup/create-board-tree.service.js';
import { DismissSetupService } from './setup/dismiss-setup.service.js';
import { SetupChecklist } from './setup/setup-checklist.js';
import { SiteRepository } from './storage/site.repository.js';

/** What the operator sets. Gives everybody the `SiteProfile`. */
@Global()
@Module({
  imports: [FilesModule, ForumModule, ModerationModule],
  controllers: [StylesheetController],
  providers: [
    AnnounceIncidentService,
    BoardContactResolver,
    Contacts,
    ContactSettingsResolver,
    CreateBoardTreeService,
    Difference,
    DismissSetupService,
    DropPages,
    EndIncidentService,
    OfferResolver,
    Offers,
    SaveContactService,
    SaveOfferService,
    SaveSettingsService,
    SetupChecklist,
    SetupResolver,
    SiteChange,
    SiteContactResolver,
    SiteInfoResolver,
    SitePictures,
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
    SaveOfferService,
    SaveSettingsService,
    SetupChecklist,
    SiteProfile,
    SiteSettings,
  ],
})
export class SiteModule {}
