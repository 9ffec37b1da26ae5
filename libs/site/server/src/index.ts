import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { AnnounceIncidentService, type AnnounceIncident } from './incident/announce-incident.service.js';
export { EndIncidentService } from './incident/end-incident.service.js';
export { CreateSite1795000200000 } from './migrations/1795000200000-create-site.js';
export { SaveSettingsService, type SaveSettings } from './settings/save-settings.service.js';
export { SiteSettings } from './settings/site-settings.js';
export { SiteModule } from './site.module.js';

/** Server-side texts about the operator's settings. */
export const siteTexts: LocaleTexts = { de, en };
