import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

/** Server-side texts of groups and roles. */
export const groupsTexts: LocaleTexts = { de, du, en };
