import type { ComponentProps, MouseEvent } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { usePageNavigator, type Navigate } from '../page/page-navigator.js';
import { localePrefix, usePageRuntime } from '../page/page-runtime.js';

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href' | 'target' | 'download'> {
  /** Path, without the language prefix, or only what follows the path of this page: `?…` or `#…`. */
  to: string;
  /** Opens beside the page, for texts that are read while a form is filled in. Readers are told. */
  newTab?: boolean;
}

/** A link to a page of the community: an anchor like any other, followed without a reload where scripts run. */
export function Link({ to, newTab = false, onClick, children, ...anchor }: LinkProps) {
  const prefix = localePrefix(usePageRuntime().locale);
  const navigate = usePageNavigator();
  return (
    <a
      {...anchor}
      href={to.startsWith('/') ? prefix + to : to}
      target={newTab ? '_blank' : undefined}
      onClick={
        navigate && !newTab
          ? (event) => {
              onClick?.(event);
              if (isPlainClick(event)) follow(event, prefix, navigate);
            }
          : undefined
      }
    >
      {children}
      {newTab && <NewTabNote />}
    </a>
  );
}

function NewTabNote() {
  const t = useMessages('kit');
  return <span className="visually-hidden"> {t('link.newTab')}</span>;
}

/** Not with a key held, which asks the browser for a new tab, a window or a download. */
const isPlainClick = (event: MouseEvent): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey);

function follow(event: MouseEvent<HTMLAnchorElement>, prefix: string, navigate: Navigate): void {
  const { pathname, search, hash } = event.currentTarget; // resolved against this page by the browser
  const { location } = window;
  if (hash && pathname === location.pathname && search === location.search) return; // the browser goes there itself
  event.preventDefault();
  navigate((pathname.slice(prefix.length) || '/') + search + hash);
}
