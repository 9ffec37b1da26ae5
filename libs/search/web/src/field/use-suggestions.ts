import { useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { graphql, type SearchSuggestionsQuery as Answer } from '@kundig/api-contract';

const SearchSuggestionsQuery = graphql(`
  query SearchSuggestions($query: String!, $boardId: ID) {
    searchSuggestions(query: $query, boardId: $boardId) {
      kind
      title
      path
      lang
      detail
      solved
      host
    }
  }
`);

export type Suggestion = Answer['searchSuggestions'][number];

/** What was found for a text, which may be a few letters behind what stands in the field by now. */
export interface Found {
  readonly query: string;
  readonly suggestions: readonly Suggestion[];
}

/** Characters from which on something is suggested. */
const SHORTEST = 2;
const TYPING_PAUSE_MILLISECONDS = 120;

/**
 * Asks for suggestions after a short pause in typing. The answer to an earlier text never replaces that to a later one, and
 * stays until that is there, so that the list does not flicker; what goes wrong is passed over, as the form works without.
 *
 * @param typed what stands in the field
 * @returns null while nothing is asked or known
 */
export function useSuggestions(typed: string, boardId?: string): Found | null {
  const client = useApolloClient();
  const [found, setFound] = useState<Found | null>(null);
  const query = typed.trim();
  const isLongEnough = query.length >= SHORTEST;

  useEffect(() => {
    if (!isLongEnough) return;
    let overtaken = false;
    const timer = setTimeout(() => {
      client
        .query({
          query: SearchSuggestionsQuery,
          variables: { query, boardId: boardId ?? null },
          fetchPolicy: 'no-cache',
        })
        .then(
          ({ data }) => data && { query, suggestions: data.searchSuggestions },
          () => undefined,
        )
        .then((answer) => {
          if (!overtaken) setFound(answer ?? null);
        });
    }, TYPING_PAUSE_MILLISECONDS);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [client, query, boardId, isLongEnough]);

  return isLongEnough ? found : null;
}
