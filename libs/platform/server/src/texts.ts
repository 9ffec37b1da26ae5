import type { LocaleTexts } from './i18n/translator.js';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

/** Server-side texts of the platform. */
export const platformTexts: LocaleTexts = { de, du, en };
