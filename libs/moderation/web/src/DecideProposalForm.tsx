import { graphql } from '@kundig/api-contract';
import { IconCheck, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const DecideProposalMutation = graphql(`
  mutation DecideProposal($input: DecideProposalInput!) {
    decideProposal(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Moderators make a proposed answer the solution, or decline it. */
export function DecideProposalForm({ postId }: { postId: string }) {
  const t = useMessages('moderation');
  const form = (accepted: boolean) => ({
    mutation: 'decideProposal' as const,
    document: DecideProposalMutation,
    hidden: { postId, accepted: String(accepted) },
    toInput: () => ({ postId, accepted }),
    inline: true,
  });
  return (
    <>
      <MutationForm {...form(true)}>
        <SubmitButton look="outline" size="small" icon={<IconCheck size={16} stroke={2.5} aria-hidden />}>
          {t('proposal.accept')}
        </SubmitButton>
      </MutationForm>
      <MutationForm {...form(false)}>
        <SubmitButton look="quiet" size="small">
          {t('proposal.decline')}
        </SubmitButton>
      </MutationForm>
    </>
  );
}
