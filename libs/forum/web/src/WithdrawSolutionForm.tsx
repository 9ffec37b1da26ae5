import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { acceptancePlace } from './AcceptForm.js';

const WithdrawSolutionMutation = graphql(`
  mutation WithdrawSolution($input: PostInput!) {
    withdrawSolution(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes the mark of a solution back. */
export function WithdrawSolutionForm({ postId }: { postId: string }) {
  const t = useMessages('forum');
  return (
    <MutationForm
      mutation="withdrawSolution"
      document={WithdrawSolutionMutation}
      hidden={{ postId }}
      toInput={({ clientKey }) => ({ postId, clientKey })}
      keepInPlace={acceptancePlace(postId)}
      inline
    >
      <SubmitButton look="quiet" size="small">
        {t('accept.withdraw')}
      </SubmitButton>
    </MutationForm>
  );
}
