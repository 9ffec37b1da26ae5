import { graphql } from '@kundig/api-contract';
import { IconStar, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const ProposeSolutionMutation = graphql(`
  mutation ProposeSolution($input: PostInput!) {
    proposeSolution(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** An expert holds an answer for the solution; moderators decide. */
export function ProposeForm({ postId }: { postId: string }) {
  const t = useMessages('forum');
  return (
    <MutationForm
      mutation="proposeSolution"
      document={ProposeSolutionMutation}
      hidden={{ postId }}
      toInput={({ clientKey }) => ({ postId, clientKey })}
      inline
    >
      <SubmitButton look="outline" size="small" icon={<IconStar size={16} aria-hidden />}>
        {t('propose.send')}
      </SubmitButton>
    </MutationForm>
  );
}
