import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import { NewPasswordField } from './AccountFields.js';

const ChangePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Asks whoever sits at the open browser to be the member. */
function CurrentPasswordField() {
  const t = useMessages('identity');
  return (
    <TextField
      name="currentPassword"
      type="password"
      label={t('own.currentPassword')}
      autoComplete="current-password"
      maxLength={256}
    />
  );
}

/** Another password in place of the one in force; the session goes on under a new id. */
export function ChangePasswordForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="changePassword"
      document={ChangePasswordMutation}
      toInput={(fields) => ({
        currentPassword: fields.text('currentPassword'),
        password: fields.text('password'),
      })}
      then="reload"
      className={formStyles.form}
      label={t('own.changePassword')}
    >
      <CurrentPasswordField />
      <NewPasswordField label={t('reset.password')} />
      <SubmitButton>{t('own.changePassword')}</SubmitButton>
    </MutationForm>
  );
}
