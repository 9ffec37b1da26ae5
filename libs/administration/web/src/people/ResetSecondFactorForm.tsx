import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';

const ResetMemberSecondFactorMutation = graphql(`
  mutation ResetMemberSecondFactor($input: ResetMemberSecondFactorInput!) {
    resetMemberSecondFactor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes the second factor from somebody who has lost it; the audit log keeps the reason. */
export function ResetSecondFactorForm({ nickname }: { nickname: string }) {
  const t = useMessages('administration');
  return (
    <MutationForm
      mutation="resetMemberSecondFactor"
      document={ResetMemberSecondFactorMutation}
      hidden={{ nickname }}
      toInput={(fields) => ({ nickname, reason: fields.text('reason'), clientKey: fields.clientKey })}
      then="reload"
      className={formStyles.form}
      label={t('factor.reset')}
    >
      <p>{t('factor.why')}</p>
      <TextField name="reason" label={t('mail.reason')} minLength={3} maxLength={300} autoComplete="off" />
      <SubmitButton look="danger">{t('factor.reset')}</SubmitButton>
    </MutationForm>
  );
}
