import { useMutation } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '@kundig/api-contract';

const MarkReadMutation = graphql(`
  mutation MarkRead($input: MarkReadInput!) {
    markRead(input: $input) {
      ... on MutationSuccess {
        path
      }
    }
  }
`);

/**
 * Remembers how far a signed-in person has read. The mark for new posts stays where it is until the next visit.
 *
 * @param threadId the thread in view
 * @param position of the last post on the page; `undefined` for visitors
 */
export function useMarkRead(threadId: string, position: number | undefined): void {
  const [markRead] = useMutation(MarkReadMutation, { refetchQueries: ['PageFrame'] }); // the bell counts anew
  useEffect(() => {
    if (position === undefined) return;
    void markRead({ variables: { input: { threadId, position } } }).catch(() => undefined); // the next page tries again
  }, [markRead, threadId, position]);
}
