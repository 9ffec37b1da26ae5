import { matchPath } from 'react-router';
import type { PageModule } from '@kundig/web-kit';
import * as NotFoundPage from '../routes/errors/NotFoundPage.js';

interface Route {
  path: string;
  load(): Promise<PageModule>;
}

/** Every address of the community; the language prefix is not part of it. */
const routes: readonly Route[] = [{ path: '/', load: () => import('../routes/home/HomePage.js') }];

const notFound: Route = { path: '*', load: () => Promise.resolve(NotFoundPage) };

const LONGEST_PARAM = 200;

/**
 * @param url address without the language prefix
 * @returns the route of that address with its decoded parameters; the not-found page for an unknown one
 */
export function matchRoute(url: URL): { load(): Promise<PageModule>; params: Record<string, string> } {
  for (const route of routes) {
    const match = matchPath(route.path, url.pathname);
    if (!match) continue;
    const params = Object.entries(match.params).map(([name, value]) => [name, value ?? ''] as const);
    if (params.some(([, value]) => value.length > LONGEST_PARAM)) break;
    return { load: route.load, params: Object.fromEntries(params) };
  }
  return { load: notFound.load, params: {} };
}
