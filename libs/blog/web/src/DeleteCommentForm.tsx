import { graphql } from '@kundig/api-contract';
import { LinkButton, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const DeleteCommentMutation = graphql(`
  mutation DeleteComment($input: CommentInput!) {
    deleteComment(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Asks once more before a comment becomes a stub. @param path where it stands */
export function DeleteCommentForm({ commentId, path }: { commentId: string; path: string }) {
  const t = useMessages('blog');
  return (
    <MutationForm
      mutation="deleteComment"
      document={DeleteCommentMutation}
      hidden={{ commentId }}
      toInput={({ clientKey }) => ({ commentId, clientKey })}
      className={styles.form}
    >
      <div className={styles.actions}>
        <SubmitButton look="danger">{t('comment.delete')}</SubmitButton>
        <LinkButton to={path} look="quiet">
          {t('comment.cancel')}
        </LinkButton>
      </div>
    </MutationForm>
  );
}
