import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const PrivateCommentForm_comment = graphql(`
  fragment PrivateCommentForm_comment on ArticleComment {
    id
    privateOpinion
  }
`);

const MarkPrivateCommentMutation = graphql(`
  mutation MarkPrivateComment($input: MarkPrivateCommentInput!) {
    markPrivateComment(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Staff say of a comment that it is their private opinion, or take that back. */
export function PrivateCommentForm(props: { comment: FragmentType<typeof PrivateCommentForm_comment> }) {
  const t = useMessages('blog');
  const { id, privateOpinion } = readFragment(PrivateCommentForm_comment, props.comment);
  return (
    <MutationForm
      mutation="markPrivateComment"
      document={MarkPrivateCommentMutation}
      hidden={{ commentId: id, privateOpinion: String(!privateOpinion) }}
      toInput={({ clientKey }) => ({ commentId: id, privateOpinion: !privateOpinion, clientKey })}
      inline
    >
      <SubmitButton look="quiet" size="small">
        {t(privateOpinion ? 'comment.opinionUnmark' : 'comment.opinionMark')}
      </SubmitButton>
    </MutationForm>
  );
}
