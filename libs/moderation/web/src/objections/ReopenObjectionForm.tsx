import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';

const ReopenObjectionMutation = graphql(`
  mutation ReopenObjection($input: ReopenObjectionInput!) {
    reopenObjection(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes the decision about an objection back: what it has shown is hidden again, and it waits once more. */
export function ReopenObjectionForm({ objectionId }: { objectionId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="reopenObjection"
      document={ReopenObjectionMutation}
      hidden={{ objectionId }}
      toInput={(fields) => ({ objectionId, reason: fields.text('reason'), clientKey: fields.clientKey })}
      then="reload"
      className={formStyles.form}
    >
      <TextField
        name="reason"
        label={t('objection.undoReason')}
        hint={t('objection.answerHint')}
        minLength={3}
        maxLength={500}
        autoComplete="off"
      />
      <div className={formStyles.buttons}>
        <SubmitButton look="outline" size="small">
          {t('queue.undo')}
        </SubmitButton>
      </div>
    </MutationForm>
  );
}
