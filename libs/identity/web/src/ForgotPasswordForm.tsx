import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';

const RequestPasswordResetMutation = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Asks for a mail with a way to a new password; the answer is the same whether or not the address is known. */
export function ForgotPasswordForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="requestPasswordReset"
      document={RequestPasswordResetMutation}
      toInput={(fields) => ({ mail: fields.text('mail') })}
      className={formStyles.form}
      label={t('forgot.title')}
    >
      <TextField name="mail" type="email" label={t('field.mail')} autoComplete="username" maxLength={254} />
      <SubmitButton>{t('forgot.send')}</SubmitButton>
    </MutationForm>
  );
}
