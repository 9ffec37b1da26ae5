import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { NewPasswordField } from './AccountFields.js';

const ResetPasswordMutation = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Sets a new password with the key from the mail. */
export function ResetPasswordForm({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="resetPassword"
      document={ResetPasswordMutation}
      hidden={{ token }}
      toInput={(fields) => ({ token, password: fields.text('password') })}
      then="reload"
      className={formStyles.form}
      label={t('reset.title')}
    >
      <NewPasswordField label={t('reset.password')} />
      <SubmitButton>{t('reset.send')}</SubmitButton>
    </MutationForm>
  );
}
