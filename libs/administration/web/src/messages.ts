import type { MessageLoader } from '@kundig/web-kit';

declare global {
  interface KundigMessages {
    administration: typeof import('./locales/de.json');
  }
}

/** The texts of this domain's parts. */
export const administrationMessages: MessageLoader = {
  de: () => import('./locales/de.json', { with: { type: 'json' } }),
  du: () => import('./locales/du.json', { with: { type: 'json' } }),
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
};
