import { graphql } from '@kundig/api-contract';
import { Checkbox, MutationForm, SubmitButton, TextArea, useMessages } from '@kundig/web-kit';
import { ReasonField } from './care/ReasonField.js';
import styles from './forms.module.css';

const RedactPassageMutation = graphql(`
  mutation RedactPassage($input: RedactPassageInput!) {
    redactPassage(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes a passage out of a post for good. */
export function RedactForm({ postId }: { postId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="redactPassage"
      document={RedactPassageMutation}
      hidden={{ postId }}
      toInput={(fields) => ({
        postId,
        passage: fields.text('passage'),
        reason: fields.optional('reason'),
        acceptLoss: fields.checked('acceptLoss'),
        clientKey: fields.clientKey,
      })}
      className={styles.form}
      label={t('redact.title')}
    >
      <TextArea
        name="passage"
        label={t('redact.passage')}
        hint={t('redact.hint')}
        rows={3}
        maxLength={1000}
        autoComplete="off"
      />
      <ReasonField />
      <Checkbox name="acceptLoss" label={t('redact.acceptLoss')} />
      <SubmitButton look="danger">{t('redact.send')}</SubmitButton>
    </MutationForm>
  );
}
