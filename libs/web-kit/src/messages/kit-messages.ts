import type { MessageLoader } from './messages.js';

/** The texts of buttons, fields and the frame. */
export const kitMessages: MessageLoader = {
  de: () => import('./locales/de.json', { with: { type: 'json' } }),
  du: () => import('./locales/du.json', { with: { type: 'json' } }),
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
};
