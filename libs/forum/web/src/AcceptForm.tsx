import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconCheck, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const AcceptForm_post = graphql(`
  fragment AcceptForm_post on Post {
    id
    solution
  }
`);

const AcceptSolutionMutation = graphql(`
  mutation AcceptSolution($input: PostInput!) {
    acceptSolution(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

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

/** Marks an answer as what solved the question, or takes the mark back. */
export function AcceptForm(props: { post: FragmentType<typeof AcceptForm_post> }) {
  const t = useMessages('forum');
  const post = readFragment(AcceptForm_post, props.post);
  const form = {
    hidden: { postId: post.id },
    toInput: ({ clientKey }: { clientKey: string }) => ({ postId: post.id, clientKey }),
    inline: true,
  };
  if (post.solution) {
    return (
      <MutationForm {...form} mutation="withdrawSolution" document={WithdrawSolutionMutation}>
        <SubmitButton look="quiet" size="small">
          {t('accept.withdraw')}
        </SubmitButton>
      </MutationForm>
    );
  }
  return (
    <MutationForm {...form} mutation="acceptSolution" document={AcceptSolutionMutation}>
      <SubmitButton look="outline" size="small" icon={<IconCheck size={16} stroke={2.5} aria-hidden />}>
        {t('accept.give')}
      </SubmitButton>
    </MutationForm>
  );
}
