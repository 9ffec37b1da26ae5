import { CombinedGraphQLErrors, type OperationVariables } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import type { i18n } from 'i18next';
import {
  isOn,
  localePrefix,
  messagesOf,
  PageAnswers,
  PageNotFound,
  SignInNeeded,
  type PageModule,
  type PageOutcome,
  type PageRuntime,
} from '@kundig/web-kit';
import * as NotFoundPage from '../routes/errors/NotFoundPage.js';
import { matchRoute } from './routes.js';

/** Asks the schema: on the server in the same process, in the browser through Apollo's cache. */
export type Ask = (document: DocumentNode, variables: OperationVariables) => Promise<unknown>;

/** A page with all its data at hand, ready to be rendered. */
export interface LoadedPage {
  module: PageModule;
  outcome: PageOutcome;
  params: Record<string, string>;
  url: URL;
  /** What `prefetch` was answered. */
  answers: PageAnswers;
}

/**
 * Finds the page of an address and fetches what it shows.
 *
 * @throws Error for defects; what is missing or needs a signed-in person ends in an outcome
 */
export async function loadPage(request: {
  engine: i18n;
  runtime: PageRuntime;
  url: URL;
  ask: Ask;
}): Promise<LoadedPage> {
  const { ask, engine, runtime, url } = request;
  const { load, params } = matchRoute(url, runtime.site);
  const answers = new PageAnswers();
  const context: Parameters<PageModule['prefetch']>[0] = {
    params,
    url,
    locale: runtime.locale,
    viewer: runtime.viewer,
    siteName: runtime.site.name,
    isOn: (feature) => isOn(runtime.site, feature),
    mailless: runtime.site.mailless ?? false,
    absolute: (path) => {
      const home = runtime.site.baseUrl.replace(/\/$/, '') + localePrefix(runtime.locale);
      return path === '/' && runtime.locale !== 'de' ? home : home + path;
    },
    messages: (namespace) => messagesOf(engine, namespace),
    query: async (document, variables) => {
      try {
        const data = await ask(document, variables as OperationVariables);
        answers.add(document, variables as OperationVariables, data);
        return data as never;
      } catch (error) {
        throw asPageError(error);
      }
    },
  };
  try {
    const module = await load();
    return { module, outcome: await module.prefetch(context), params, url, answers };
  } catch (error) {
    if (error instanceof SignInNeeded) {
      const path = `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
      return {
        module: NotFoundPage,
        outcome: { redirect: { path, permanent: false }, title: '' },
        params,
        url,
        answers,
      };
    }
    if (error instanceof PageNotFound) {
      return { module: NotFoundPage, outcome: await NotFoundPage.prefetch(context), params, url, answers };
    }
    throw error;
  }
}

function asPageError(error: unknown): unknown {
  const codes = CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.code) : [];
  if (codes.includes('SignInRequiredError')) return new SignInNeeded();
  // An address may ask for what there cannot be, such as a page behind the last one of any list.
  if (codes.includes('NotFoundError') || codes.includes('InvalidInputError')) return new PageNotFound();
  return error;
}
