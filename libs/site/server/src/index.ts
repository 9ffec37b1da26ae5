import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { AnnounceIncidentService, type AnnounceIncident } from './incident/announce-incident.service.js';
export { SaveContactService, type SaveContact } from './contact/save-contact.service.js';
export { EndIncidentService } from './incident/end-incident.service.js';
export { DemandSecondFactorService } from './second-factor/demand-second-factor.service.js';
export { SwitchFeatureService, type SwitchFeature } from './features/switch-feature.service.js';
export { SaveLeakGuardService, type SaveLeakGuard } from './leak-guard/save-leak-guard.service.js';
export { LogoImages } from './logo/logo-images.js';
export { SaveLogoService, type SaveLogo } from './logo/save-logo.service.js';
export { SaveOfferService, type SaveOffer } from './offer/save-offer.service.js';
export { siteMigrations } from './site.migrations.js';
export { SaveSettingsService, type SaveSettings } from './settings/save-settings.service.js';
export { SiteSettings } from './settings/site-settings.js';
export {
  BOARD_TEMPLATES,
  CreateBoardTreeService,
  type BoardTemplate,
} from './setup/create-board-tree.service.js';
export { DismissSetupService } from './setup/dismiss-setup.service.js';
export { SetupChecklist } from './setup/setup-checklist.js';
export { SiteModule } from './site.module.js';

/** Server-side texts about the operator's settings. */
export const siteTexts: LocaleTexts = { de, du, en };
