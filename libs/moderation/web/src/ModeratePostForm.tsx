import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, TextField, useMessages, type FormFields } from '@kundig/web-kit';
import styles from './forms.module.css';

const HidePostMutation = graphql(`
  mutation HidePost($input: ModeratePostInput!) {
    hidePost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const RestorePostMutation = graphql(`
  mutation RestorePost($input: ModeratePostInput!) {
    restorePost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface ModeratePostFormProps {
  postId: string;
  /** Hidden already: the form brings the post back. */
  hidden: boolean;
}

/** Takes a post out of sight, or back; the reason is shown with the stub and kept in the audit log. */
export function ModeratePostForm({ postId, hidden }: ModeratePostFormProps) {
  const t = useMessages('moderation');
  const form = {
    hidden: { postId },
    toInput: (fields: FormFields) => ({ postId, reason: fields.text('reason'), clientKey: fields.clientKey }),
    className: styles.form,
  };
  const reason = {
    name: 'reason',
    label: t('hide.reason'),
    minLength: 3,
    maxLength: 300,
    autoComplete: 'off',
  };
  return hidden ? (
    <MutationForm {...form} mutation="restorePost" document={RestorePostMutation}>
      <TextField {...reason} hint={t('restore.hint')} />
      <SubmitButton>{t('restore.send')}</SubmitButton>
    </MutationForm>
  ) : (
    <MutationForm {...form} mutation="hidePost" document={HidePostMutation}>
      <TextField {...reason} hint={t('hide.hint')} />
      <SubmitButton look="danger">{t('hide.send')}</SubmitButton>
    </MutationForm>
  );
}
