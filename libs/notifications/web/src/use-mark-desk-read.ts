import { useMutation } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql, type Desk } from '@kundig/api-contract';

const MarkDeskReadMutation = graphql(`
  mutation MarkDeskRead($input: MarkNoticesReadInput!) {
    markNoticesRead(input: $input) {
      ... on MutationSuccess {
        path
      }
    }
  }
`);

/** Remembers that a moderator has seen what waits at a desk: the bell told of it. */
export function useMarkDeskRead(desk: Desk): void {
  const [markRead] = useMutation(MarkDeskReadMutation, { refetchQueries: ['PageFrame'] }); // the bell counts anew
  useEffect(() => {
    void markRead({ variables: { input: { desk } } }).catch(() => undefined); // the next visit tries again
  }, [markRead, desk]);
}
