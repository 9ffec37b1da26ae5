import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { NotificationsModule } from './notifications.module.js';

/** Texts of the mails. */
export const notificationsTexts: LocaleTexts = { de, en };
