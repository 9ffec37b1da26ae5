import { administrationMessages } from '@kundig/administration/web';
import { blogMessages } from '@kundig/blog/web';
import { faqMessages } from '@kundig/faq/web';
import { filesMessages } from '@kundig/files/web';
import { forumMessages } from '@kundig/forum/web';
import { identityMessages } from '@kundig/identity/web';
import { kudosMessages } from '@kundig/kudos/web';
import { leakGuardMessages } from '@kundig/leak-guard/web';
import { meritsMessages } from '@kundig/merits/web';
import { moderationMessages } from '@kundig/moderation/web';
import { notificationsMessages } from '@kundig/notifications/web';
import { pseudonymsMessages } from '@kundig/pseudonyms/web';
import { searchMessages } from '@kundig/search/web';
import { siteMessages } from '@kundig/site/web';
import { kitMessages, type MessageLoader } from '@kundig/web-kit';

declare global {
  interface KundigMessages {
    pages: typeof import('../locales/de.json');
  }
}

/** The texts of all namespaces; the build joins one language's files into one chunk. */
export const messageLoaders: Record<keyof KundigMessages, MessageLoader> = {
  kit: kitMessages,
  pages: {
    de: () => import('../locales/de.json', { with: { type: 'json' } }),
    du: () => import('../locales/du.json', { with: { type: 'json' } }),
    en: () => import('../locales/en.json', { with: { type: 'json' } }),
  },
  administration: administrationMessages,
  blog: blogMessages,
  faq: faqMessages,
  files: filesMessages,
  forum: forumMessages,
  identity: identityMessages,
  kudos: kudosMessages,
  'leak-guard': leakGuardMessages,
  merits: meritsMessages,
  moderation: moderationMessages,
  notifications: notificationsMessages,
  pseudonyms: pseudonymsMessages,
  search: searchMessages,
  site: siteMessages,
};
