import { graphql, type ObjectionDecision } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';

const DecideObjectionMutation = graphql(`
  mutation DecideObjection($input: DecideObjectionInput!) {
    decideObjection(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Shows again what was hidden, or lets it stay hidden, with the reason its author is told. */
export function DecideObjectionForm({ objectionId }: { objectionId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="decideObjection"
      document={DecideObjectionMutation}
      hidden={{ objectionId }}
      toInput={(fields) => ({
        objectionId,
        decision: fields.text('decision') as ObjectionDecision,
        reason: fields.text('reason'),
        clientKey: fields.clientKey,
      })}
      then="reload"
      className={formStyles.form}
    >
      <TextField
        name="reason"
        label={t('objection.answer')}
        hint={t('objection.answerHint')}
        minLength={3}
        maxLength={500}
        autoComplete="off"
      />
      <div className={formStyles.buttons}>
        <SubmitButton name="decision" value="GRANTED" look="outline">
          {t('objection.grant')}
        </SubmitButton>
        <SubmitButton name="decision" value="REJECTED" look="danger">
          {t('objection.reject')}
        </SubmitButton>
      </div>
    </MutationForm>
  );
}
