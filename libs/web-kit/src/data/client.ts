import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { possibleTypes } from '@kundig/api-contract';
import type { DocumentNode, ExecutionResult } from 'graphql';
import type { PageLocale } from '../page/page-contract.js';

/** One operation on its way to the schema in the same process. */
export interface OperationRequest {
  document: DocumentNode;
  /** sha256 of the text in the manifest of persisted documents. */
  documentId?: string;
  variables: Record<string, unknown>;
  operationName: string;
}

/** Runs an operation as the viewer of the page. */
export type Execute = (operation: OperationRequest) => Promise<ExecutionResult>;

const typePolicies = {
  SiteInfo: { keyFields: [] },
  Viewer: { keyFields: [] },
  // The same thing looks different to each audience.
  SeenPost: { keyFields: false },
  SeenProfile: { keyFields: false },
  SeenThread: { keyFields: false },
} as const;

/** @returns the id codegen has put into the document, if any */
export function documentIdOf(document: DocumentNode): string | undefined {
  return (document as DocumentNode & { __meta__?: { hash?: string } }).__meta__?.hash;
}

/** The server's client: pages read their answers directly, so it only stands where components expect one. */
export const idleClient = new ApolloClient({ ssrMode: true, link: ApolloLink.empty(), cache: new InMemoryCache() });

/** Replaces the text of an operation by its id, in the form Apollo calls persisted queries. */
const persistedDocumentsLink = new ApolloLink((operation, forward) => {
  const sha256Hash = documentIdOf(operation.query);
  operation.extensions = { ...operation.extensions, persistedQuery: { version: 1, sha256Hash } };
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  return forward(operation);
});

/** The page that operations come from. */
export interface PageOrigin {
  readonly formToken?: string | undefined;
  readonly locale: PageLocale;
}

/**
 * The browser's client: persisted documents only, the session's cookie, the form token as proof on every request, and
 * the language of the page, in which answers, refusals and mails that follow are written.
 *
 * @param page what the server said of the page; without a token for visitors
 */
export function createBrowserClient({ formToken, locale }: PageOrigin): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([
      persistedDocumentsLink,
      new HttpLink({
        uri: '/graphql',
        credentials: 'same-origin',
        headers: { 'x-kundig-locale': locale, ...(formToken ? { 'x-kundig-form': formToken } : {}) },
      }),
    ]),
    cache: new InMemoryCache({ possibleTypes, typePolicies }),
  });
}
