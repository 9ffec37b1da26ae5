import type { OperationVariables } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useContext } from 'react';
import { PageAnswersContext, PreparedAnswersContext } from '../data/page-answers.js';

/**
 * Reads what the page's `prefetch` has asked, and in the browser again whenever a mutation changes it.
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
  const shown = usePreparedQuery(document, variables);
  if (!shown) throw new Error('the page was rendered without its data');
  return shown;
}

/**
 * The same for data a page may do without.
 *
 * @param skip asks nothing
 */
export function usePreparedQuery<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  { skip = false }: { skip?: boolean } = {},
): Result | undefined {
  const answers = useContext(PageAnswersContext);
  const prepared = useContext(PreparedAnswersContext);
  const onServer = answers?.find(document, variables as Record<string, unknown>);
  const { data, previousData } = useQuery<unknown, OperationVariables>(
    document as TypedDocumentNode<unknown, OperationVariables>,
    { variables: variables as OperationVariables, skip: skip || answers !== null },
  );
  // A mutation may evict a field for a moment: keep what was there.
  if (answers) return onServer as Result | undefined;
  const known = data ?? previousData;
  if (known !== undefined || skip) return known as Result | undefined;
  return prepared?.find(document, variables as Record<string, unknown>) as Result | undefined;
}
