import type { MessageLoader } from '@kundig/web-kit';

declare global {
  interface KundigMessages {
    'leak-guard': typeof import('./locales/de.json');
  }
}

/** The texts of this domain's parts. */
export const leakGuardMessages: MessageLoader = {
  de: () => import('./locales/de.json', { with: { type: 'json' } }),
  du: () => import('./locales/du.json', { with: { type: 'json' } }),
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
};
