import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useFeature, useMessages } from '@kundig/web-kit';

const IndexingForm_thread = graphql(`
  fragment IndexingForm_thread on Thread {
    id
    unindexed
    hidden
    board {
      id
      visibility
    }
    viewer {
      isAuthor
    }
  }
`);

const ChooseIndexingMutation = graphql(`
  mutation ChooseIndexing($input: ChooseIndexingInput!) {
    chooseIndexing(input: $input) {
      ... on ChooseIndexingSuccess {
        path
        thread {
          id
          unindexed
        }
      }
      ...Refusal_error
    }
  }
`);

/** Whoever began a public thread keeps it out of search engines, or lets it in again. */
export function IndexingForm(props: { thread: FragmentType<typeof IndexingForm_thread> }) {
  const t = useMessages('forum');
  const open = useFeature('search-engines');
  const { id: threadId, unindexed, hidden, board, viewer } = readFragment(IndexingForm_thread, props.thread);
  if (!open || !viewer.isAuthor || hidden || board.visibility !== 'PUBLIC') return null;
  return (
    <MutationForm
      mutation="chooseIndexing"
      document={ChooseIndexingMutation}
      hidden={{ threadId, unindexed: String(!unindexed) }}
      toInput={({ clientKey }) => ({ threadId, unindexed: !unindexed, clientKey })}
      inline
    >
      <SubmitButton look="quiet" size="small">
        {t(unindexed ? 'indexing.letIn' : 'indexing.keepOut')}
      </SubmitButton>
    </MutationForm>
  );
}
