import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const BecomeFirstAdministratorMutation = graphql(`
  mutation BecomeFirstAdministrator($input: BecomeFirstAdministratorInput!) {
    becomeFirstAdministrator(input: $input) {
      ... on MutationSuccess {
        path
      }
      ... on UserError {
        message
        field
      }
    }
  }
`);

/** Makes the account that administers the community, with the key from the start log. */
export function FirstAdministratorForm({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="becomeFirstAdministrator"
      document={BecomeFirstAdministratorMutation}
      hidden={{ token }}
      toInput={(fields) => ({
        token,
        mail: fields.text('mail'),
        nickname: fields.text('nickname'),
        password: fields.text('password'),
      })}
      then="reload"
      className={styles.form}
      label={t('firstAdministrator.title')}
    >
      <TextField
        name="mail"
        type="email"
        label={t('field.mail')}
        hint={t('firstAdministrator.mailHint')}
        autoComplete="email"
        maxLength={254}
      />
      <TextField
        name="nickname"
        label={t('field.nickname')}
        hint={t('firstAdministrator.nicknameHint')}
        autoComplete="off"
        minLength={3}
        maxLength={30}
      />
      <TextField
        name="password"
        type="password"
        label={t('field.password')}
        hint={t('register.passwordHint')}
        autoComplete="new-password"
        minLength={8}
        maxLength={256}
      />
      <SubmitButton>{t('firstAdministrator.send')}</SubmitButton>
    </MutationForm>
  );
}
