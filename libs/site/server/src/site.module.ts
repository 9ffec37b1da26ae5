import { Global, Module } from '@nestjs/common';
import { FilesModule } from '@kundig/files/server';
import { ForumModule } from '@kundig/forum/server';
import { OperatorGuard } from '@kundig/leak-guard/server';
import { ModerationModule } from '@kundig/moderation/server';
import { Features, MailLogo, OperatorRecord, SiteProfile } from '@kundig/platform/server';
import { Difference } from './changes/difference.js';
import { DropPages } from './changes/drop-pages.job.js';
import { SiteChange } from './changes/site-change.js';
import { TextRecord } from './changes/text-record.js';
import { StylesheetController } from './colours/stylesheet.controller.js';
import { Contacts } from './contact/contacts.js';
import { SaveContactService } from './contact/save-contact.service.js';
import {
  BoardContactResolver,
  ContactSettingsResolver,
  SiteContactResolver,
} from './graphql/contact.resolver.js';
import { SwitchFeatureService } from './features/switch-feature.service.js';
import { SwitchedFeatures } from './features/switched-features.js';
import { SecondFactorDemandResolver } from './graphql/second-factor.resolver.js';
import { DemandSecondFactorService } from './second-factor/demand-second-factor.service.js';
import { FeatureResolver } from './graphql/feature.resolver.js';
import { IncidentHintResolver } from './graphql/incident-hint.resolver.js';
import { LeakGuardResolver } from './graphql/leak-guard.resolver.js';
import { LogoResolver } from './graphql/logo.resolver.js';
import { OfferResolver } from './graphql/offer.resolver.js';
import { SetupResolver } from './graphql/setup.resolver.js';
import { SiteInfoResolver } from './graphql/site-info.resolver.js';
import { SiteSettingsResolver } from './graphql/site-settings.resolver.js';
import { AnnounceIncidentService } from './incident/announce-incident.service.js';
import { EndIncidentService } from './incident/end-incident.service.js';
import { IncidentHints } from './incident/incident-hints.js';
import { RescanPostsService } from './leak-guard/rescan-posts.service.js';
import { SaveLeakGuardService } from './leak-guard/save-leak-guard.service.js';
import { SiteLeakGuard } from './leak-guard/site-leak-guard.js';
import { IconsController } from './logo/icons.controller.js';
import { LogoImages } from './logo/logo-images.js';
import { SaveLogoService } from './logo/save-logo.service.js';
import { Offers } from './offer/offers.js';
import { SaveOfferService } from './offer/save-offer.service.js';
import { SitePictures } from './pictures/site-pictures.js';
import { SearchEnginesController } from './search-engines/search-engines.controller.js';
import { SaveSettingsService } from './settings/save-settings.service.js';
import { SharePictures } from './share-pictures/share-pictures.js';
import { SharePicturesController } from './share-pictures/share-pictures.controller.js';
import { SiteSettings } from './settings/site-settings.js';
import { CreateBoardTreeService } from './setup/create-board-tree.service.js';
import { DismissSetupService } from './setup/dismiss-setup.service.js';
import { SetupChecklist } from './setup/setup-checklist.js';
import { LeakCountRepository } from './storage/leak-count.repository.js';
import { LeakRescanRepository } from './storage/leak-rescan.repository.js';
import { SiteRepository } from './storage/site.repository.js';

/** What the operator sets. Gives everybody the `SiteProfile`. */
@Global()
@Module({
  imports: [FilesModule, ForumModule, ModerationModule],
  controllers: [IconsController, SearchEnginesController, SharePicturesController, StylesheetController],
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
    FeatureResolver,
    DemandSecondFactorService,
    SecondFactorDemandResolver,
    IncidentHintResolver,
    IncidentHints,
    LeakCountRepository,
    LeakGuardResolver,
    LeakRescanRepository,
    LogoImages,
    LogoResolver,
    OfferResolver,
    Offers,
    RescanPostsService,
    SaveContactService,
    SaveLeakGuardService,
    SaveLogoService,
    SaveOfferService,
    SaveSettingsService,
    SetupChecklist,
    SetupResolver,
    SharePictures,
    SiteChange,
    SiteContactResolver,
    SiteInfoResolver,
    SitePictures,
    SiteRepository,
    SiteSettings,
    SiteSettingsResolver,
    SwitchedFeatures,
    SwitchFeatureService,
    { provide: Features, useExisting: SwitchedFeatures },
    { provide: OperatorGuard, useClass: SiteLeakGuard },
    { provide: OperatorRecord, useClass: TextRecord },
    { provide: MailLogo, useExisting: LogoImages },
    { provide: SiteProfile, useExisting: SiteSettings },
  ],
  exports: [
    AnnounceIncidentService,
    CreateBoardTreeService,
    DismissSetupService,
    EndIncidentService,
    Features,
    LogoImages,
    MailLogo,
    OperatorGuard,
    OperatorRecord,
    SaveContactService,
    SaveLeakGuardService,
    SaveLogoService,
    SaveOfferService,
    SaveSettingsService,
    SetupChecklist,
    SiteProfile,
    SiteSettings,
    SwitchFeatureService,
  ],
})
export class SiteModule {}
