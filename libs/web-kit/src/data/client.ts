import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import type { NormalizedCacheObject } from '@apollo/client';
import { possibleTypes } from '@kundig/api-contract';
import type { DocumentNode, ExecutionResult } from 'graphql';

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

const typePolicies = { SiteInfo: { keyFields: [] }, Viewer: { keyFields: [] } } as const;

/** @returns the id codegen has put into the document, if any */
export function documentIdOf(document: DocumentNode): string | undefined {
  return (document as DocumentNode & { __meta__?: { hash?: string } }).__meta__?.hash;
}

/**
 * A client for one page on the server: no HTTP hop, and never shared, as the next page has another viewer.
 *
 * @param execute runs an operation as the viewer
 */
export function createServerClient(execute: Execute): ApolloClient {
  const link = new ApolloLink(
    ({ query, variables, operationName }) =>
      new Observable((observer) => {
        execute({ document: query, documentId: documentIdOf(query), variables, operationName: operationName ?? '' }).then(
          (result) => {
            observer.next(result as ApolloLink.Result);
            observer.complete();
          },
          (error: unknown) => observer.error(error),
        );
      }),
  );
  return new ApolloClient({
    ssrMode: true,
    link,
    cache: new InMemoryCache({ possibleTypes, typePolicies, resultCaching: false }), // read once: remembering costs more
  });
}

/** Replaces the text of an operation by its id, in the form Apollo calls persisted queries. */
const persistedDocumentsLink = new ApolloLink((operation, forward) => {
  const sha256Hash = documentIdOf(operation.query);
  operation.extensions = { ...operation.extensions, persistedQuery: { version: 1, sha256Hash } };
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  return forward(operation);
});

/**
 * The browser's client: persisted documents only, the session's cookie, and the form token as proof on every request.
 *
 * @param state what the server's cache held
 * @param formToken the token of the page
 */
export function createBrowserClient(state: NormalizedCacheObject, formToken: string | undefined): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([
      persistedDocumentsLink,
      new HttpLink({
        uri: '/graphql',
        credentials: 'same-origin',
        headers: formToken ? { 'x-kundig-form': formToken } : {},
      }),
    ]),
    cache: new InMemoryCache({ possibleTypes, typePolicies }).restore(state),
  });
}
