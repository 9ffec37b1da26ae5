import type { ReactNode } from 'react';
import { EmptyState, useMessages, type MessageKey } from '@kundig/web-kit';

interface DeskListProps<Item> {
  items: readonly Item[];
  /** What is said where there are none. */
  none: MessageKey<'pages'>;
  /** One of them, with its key. */
  children(item: Item, index: number): ReactNode;
}

/** What lies on a desk, or that nothing does. */
export function DeskList<Item>({ items, none, children }: DeskListProps<Item>) {
  const t = useMessages('pages');
  return items.length > 0 ? <div>{items.map(children)}</div> : <EmptyState text={t(none)} />;
}
