import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, TextField, useMessages, type FormFields } from '@kundig/web-kit';
import styles from './forms.module.css';

const HideCommentMutation = graphql(`
  mutation HideComment($input: ModerateCommentInput!) {
    hideComment(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const RestoreCommentMutation = graphql(`
  mutation RestoreComment($input: ModerateCommentInput!) {
    restoreComment(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface ModerateCommentFormProps {
  commentId: string;
  /** Hidden already: the form brings the comment back. */
  hidden: boolean;
}

/** Takes a comment out of sight, or back; the reason is shown with the stub and kept in the audit log. */
export function ModerateCommentForm({ commentId, hidden }: ModerateCommentFormProps) {
  const t = useMessages('moderation');
  const form = {
    hidden: { commentId },
    toInput: (fields: FormFields) => ({
      commentId,
      reason: fields.text('reason'),
      clientKey: fields.clientKey,
    }),
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
    <MutationForm {...form} mutation="restoreComment" document={RestoreCommentMutation}>
      <TextField {...reason} hint={t('restore.hint')} />
      <SubmitButton>{t('restore.comment')}</SubmitButton>
    </MutationForm>
  ) : (
    <MutationForm {...form} mutation="hideComment" document={HideCommentMutation}>
      <TextField {...reason} hint={t('hide.commentHint')} />
      <SubmitButton look="danger">{t('hide.comment')}</SubmitButton>
    </MutationForm>
  );
}
