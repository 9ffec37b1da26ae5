import type { OperationVariables } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/**
 * Reads what the page's `prefetch` has put into the cache, and again whenever a mutation changes it.
 *
 * @param document the page's one query
 * @param variables the same as in `prefetch`
 * @returns the data, always complete
 * @throws Error when `prefetch` did not run this query
 */
export function usePageQuery<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Result {
  const { data, previousData } = useQuery<unknown, OperationVariables>(
    document as TypedDocumentNode<unknown, OperationVariables>,
    { variables: variables as OperationVariables },
  );
  const shown = data ?? previousData; // a mutation may evict a field for a moment: keep what was there
  if (!shown) throw new Error('the page was rendered without its data');
  return shown as Result;
}
