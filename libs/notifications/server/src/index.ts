import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { Notices, type ShownNotice } from './notices.js';
export { NotificationsModule } from './notifications.module.js';
export { SendDigests } from './send-digests.job.js';
export { Subscriptions } from './subscriptions.js';
export { TellThanked } from './tell-thanked.job.js';

/** Texts of the mails. */
export const notificationsTexts: LocaleTexts = { de, du, en };
