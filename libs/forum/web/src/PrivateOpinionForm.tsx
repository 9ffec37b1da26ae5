import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const PrivateOpinionForm_post = graphql(`
  fragment PrivateOpinionForm_post on Post {
    id
    privateOpinion
  }
`);

const MarkPrivateOpinionMutation = graphql(`
  mutation MarkPrivateOpinion($input: MarkPrivateOpinionInput!) {
    markPrivateOpinion(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Staff say of a post that it is their private opinion, or take that back. */
export function PrivateOpinionForm(props: { post: FragmentType<typeof PrivateOpinionForm_post> }) {
  const t = useMessages('forum');
  const { id, privateOpinion } = readFragment(PrivateOpinionForm_post, props.post);
  return (
    <MutationForm
      mutation="markPrivateOpinion"
      document={MarkPrivateOpinionMutation}
      hidden={{ postId: id, privateOpinion: String(!privateOpinion) }}
      toInput={({ clientKey }) => ({ postId: id, privateOpinion: !privateOpinion, clientKey })}
      inline
    >
      <SubmitButton look="quiet" size="small">
        {t(privateOpinion ? 'opinion.unmark' : 'opinion.mark')}
      </SubmitButton>
    </MutationForm>
  );
}
