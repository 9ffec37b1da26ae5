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
  return useAnswer(document as Prepared, variables as OperationVariables, skip) as Result | undefined;
}

type Prepared = TypedDocumentNode<unknown, OperationVariables>;
type UseAnswer = (document: Prepared, variables: OperationVariables, skip: boolean) => unknown;

/** What the page is rendered from. */
const useAnswerOfRendering: UseAnswer = (document, variables) =>
  useContext(PageAnswersContext)?.find(document, variables);

/** What Apollo's cache says now. */
const useAnswerInView: UseAnswer = (document, variables, skip) => {
  const prepared = useContext(PreparedAnswersContext);
  const { data, previousData } = useQuery(document, { variables, skip });
  // A mutation may evict a field for a moment: keep what was there.
  const known = data ?? previousData;
  return known !== undefined || skip ? known : prepared?.find(document, variables);
};

/** The server watches nothing: Apollo's hook took a twentieth of rendering a long page there, for an answer at hand. */
const useAnswer = typeof window === 'undefined' ? useAnswerOfRendering : useAnswerInView;
