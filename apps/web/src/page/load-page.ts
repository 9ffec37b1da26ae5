import { CombinedGraphQLErrors, type ApolloClient, type OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { i18n } from 'i18next';
import {
  messagesOf,
  PageNotFound,
  SignInNeeded,
  type PageModule,
  type PageOutcome,
  type PageRuntime,
} from '@kundig/web-kit';
import * as NotFoundPage from '../routes/errors/NotFoundPage.js';
import { matchRoute } from './routes.js';

/** A page with all its data in the client's cache, ready to be rendered. */
export interface LoadedPage {
  module: PageModule;
  outcome: PageOutcome;
  params: Record<string, string>;
  url: URL;
}

/**
 * Finds the page of an address and fetches what it shows.
 *
 * @param request.fresh asks the server again for what the cache holds already
 * @throws Error for defects; what is missing or needs a signed-in person ends in an outcome
 */
export async function loadPage(request: {
  client: ApolloClient;
  engine: i18n;
  runtime: PageRuntime;
  url: URL;
  fresh: boolean;
}): Promise<LoadedPage> {
  const { client, engine, runtime, url } = request;
  const { load, params } = matchRoute(url);
  const context: Parameters<PageModule['prefetch']>[0] = {
    params,
    url,
    locale: runtime.locale,
    viewer: runtime.viewer,
    siteName: runtime.site.name,
    messages: (namespace) => messagesOf(engine, namespace),
    query: async (document, variables) => {
      try {
        const { data } = await client.query({
          query: document as TypedDocumentNode<unknown, OperationVariables>,
          variables: variables as OperationVariables,
          fetchPolicy: request.fresh ? 'network-only' : 'cache-first',
        });
        return data as never;
      } catch (error) {
        throw asPageError(error);
      }
    },
  };
  try {
    const module = await load();
    return { module, outcome: await module.prefetch(context), params, url };
  } catch (error) {
    if (error instanceof SignInNeeded) {
      const path = `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
      return {
        module: NotFoundPage,
        outcome: { redirect: { path, permanent: false }, title: '' },
        params,
        url,
      };
    }
    if (error instanceof PageNotFound) {
      return { module: NotFoundPage, outcome: await NotFoundPage.prefetch(context), params, url };
    }
    throw error;
  }
}

function asPageError(error: unknown): unknown {
  const codes = CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.code) : [];
  if (codes.includes('UNAUTHENTICATED')) return new SignInNeeded();
  if (codes.includes('FORBIDDEN') || codes.includes('NOT_FOUND')) return new PageNotFound();
  return error;
}
