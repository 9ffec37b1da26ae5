import type { i18n } from 'i18next';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { messagesOf, type Translate } from './messages.js';

const MessagesContext = createContext<i18n | null>(null);

/** Makes the texts of the page's language known to everything below. */
export function MessagesProvider({ engine, children }: { engine: i18n; children: ReactNode }) {
  return <MessagesContext value={engine}>{children}</MessagesContext>;
}

/**
 * @param namespace whose texts; a domain's parts use their own domain's only
 * @returns the look-up for that namespace, the same function on every rendering
 */
export function useMessages<Namespace extends keyof KundigMessages>(
  namespace: Namespace,
): Translate<Namespace> {
  const engine = use(MessagesContext);
  if (!engine) throw new Error('useMessages needs a MessagesProvider above it');
  return useMemo(() => messagesOf(engine, namespace), [engine, namespace]);
}
