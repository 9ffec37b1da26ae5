import type { ApolloClient } from '@apollo/client';
import type { i18n } from 'i18next';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, useTransition } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType, type Location } from 'react-router';
import {
  newClientKey,
  PageNavigatorContext,
  type Navigate,
  type NavigateOptions,
  type PageRuntime,
} from '@kundig/web-kit';
import { PageView } from './App.js';
import { askCacheFirst, askServer } from './ask.js';
import { FrameQuery } from './frame-query.js';
import { loadPage, type LoadedPage } from './load-page.js';

interface Shown {
  location: Location;
  page: LoadedPage;
  runtime: PageRuntime;
  /** What keeps its distance from the top of the window, in CSS pixels, however the page changes above it. */
  kept?: { id: string; top: number };
}

interface NavigationProps {
  first: LoadedPage;
  runtime: PageRuntime;
  client: ApolloClient;
  engine: i18n;
  onHydrated(): void;
}

/**
 * Moves between pages in the browser: the page in view stays until the next one has all its data, so nothing ever
 * flashes empty. Going back is answered from the cache, everything else asks the server.
 */
export function Navigation({ first, runtime, client, engine, onHydrated }: NavigationProps) {
  const location = useLocation();
  const kind = useNavigationType();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>({ location, page: first, runtime });
  const [, startTransition] = useTransition();
  const current = useRef(shown);

  useEffect(onHydrated, [onHydrated]);

  useEffect(() => {
    if (location === current.current.location) return;
    const path = location.pathname + location.search;
    const before = current.current;
    const samePage = path === before.location.pathname + before.location.search;
    const { refresh = false, keepInPlace } = (location.state ?? {}) as NavigateOptions;
    if (samePage && !refresh) {
      current.current = { ...before, location };
      return;
    }
    let overtaken = false;
    document.documentElement.dataset.loading = '';
    const next: PageRuntime = {
      ...runtime,
      refusedForm: undefined,
      links: undefined,
      person: undefined,
      notice: undefined,
      path,
      renderKey: newClientKey(),
    };
    loadPage({
      ask: (kind !== NavigationType.Pop || refresh ? askServer : askCacheFirst)(client),
      engine,
      runtime: next,
      url: new URL(path, window.location.origin),
    }).then(
      (page) => {
        if (overtaken) return;
        if (page.outcome.redirect) return void navigate(page.outcome.redirect.path, { replace: true });
        // The server has the last word: what this browser knows of the community may be out of date.
        if (page.outcome.status === 404) return window.location.reload();
        current.current = { location, page, runtime: next, kept: placeOf(keepInPlace) };
        startTransition(() => setShown(current.current));
        // The header counts anew, without anybody waiting for it.
        if (runtime.viewer === 'signed-in') void askServer(client)(FrameQuery, {}).catch(() => undefined);
      },
      () => window.location.reload(), // the server shows what went wrong
    );
    return () => {
      overtaken = true;
    };
  }, [location, kind, client, engine, runtime, navigate]);

  // Before the new page is painted, so that nothing is seen to jump.
  useLayoutEffect(() => {
    delete document.documentElement.dataset.loading;
    if (shown.page === first) return;
    document.title = `${shown.page.outcome.title} · ${runtime.site.name}`;
    const kept = shown.kept && document.getElementById(shown.kept.id);
    if (kept) {
      const moved = kept.getBoundingClientRect().top - shown.kept!.top;
      window.scrollBy({ top: moved, behavior: 'instant' });
      kept.focus({ preventScroll: true });
      document.dispatchEvent(new Event('kundig:page'));
      return;
    }
    const target =
      shown.location.hash && document.getElementById(decodeURIComponent(shown.location.hash.slice(1)));
    if (target) target.scrollIntoView();
    else if (kind !== NavigationType.Pop) window.scrollTo(0, 0);
    (target || document.getElementById('content'))?.focus({ preventScroll: true });
    document.dispatchEvent(new Event('kundig:page'));
    // The effect follows what is shown; how the reader came here must not repeat it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);

  const go = useCallback<Navigate>(
    (path, options = {}) => void navigate(path, { state: options }),
    [navigate],
  );
  return (
    <PageNavigatorContext value={go}>
      <PageView page={shown.page} runtime={shown.runtime} />
    </PageNavigatorContext>
  );
}

/** @returns where a part of the page in view stands; undefined where there is none of that id */
function placeOf(id?: string): Shown['kept'] {
  const part = id !== undefined && document.getElementById(id);
  return part ? { id: part.id, top: part.getBoundingClientRect().top } : undefined;
}
