import { graphql } from '@kundig/api-contract';
import { LinkButton, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const DeletePostMutation = graphql(`
  mutation DeletePost($input: PostInput!) {
    deletePost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Asks once more before a post becomes a stub. */
export function DeletePostForm({ post }: { post: { id: string; path: string } }) {
  const t = useMessages('forum');
  return (
    <MutationForm
      mutation="deletePost"
      document={DeletePostMutation}
      hidden={{ postId: post.id }}
      toInput={({ clientKey }) => ({ postId: post.id, clientKey })}
      className={styles.form}
    >
      <div className={styles.actions}>
        <SubmitButton look="danger">{t('delete.send')}</SubmitButton>
        <LinkButton to={post.path} look="quiet">
          {t('edit.cancel')}
        </LinkButton>
      </div>
    </MutationForm>
  );
}
