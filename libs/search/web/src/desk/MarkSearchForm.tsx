import { graphql, type SearchMark } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const MarkMissedSearchMutation = graphql(`
  mutation MarkMissedSearch($input: MarkMissedSearchInput!) {
    markMissedSearch(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const TEXTS = { DONE: 'missed.done', IGNORED: 'missed.ignore' } as const;

interface MarkSearchFormProps {
  searchId: string;
  /** Null takes the search up again. */
  mark: SearchMark | null;
  /** Of the search, which the form is about. */
  words: string;
}

/** Lays a search aside, or takes it up again. */
export function MarkSearchForm({ searchId, mark, words }: MarkSearchFormProps) {
  const t = useMessages('search');
  const text = t(mark ? TEXTS[mark] : 'missed.reopen');
  return (
    <MutationForm
      mutation="markMissedSearch"
      document={MarkMissedSearchMutation}
      hidden={{ searchId, ...(mark && { mark }) }}
      toInput={({ clientKey }) => ({ searchId, mark, clientKey })}
      label={`${text}: ${words}`}
      inline
    >
      <SubmitButton look="outline" size="small">
        {text}
      </SubmitButton>
    </MutationForm>
  );
}
