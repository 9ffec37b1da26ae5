import { Link } from 'react-router';
import { graphql } from '@kundig/api-contract';
import { Checkbox, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const RegisterMutation = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
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

/** A name to be known by, a mail to be reached at, a password, and the two texts to be agreed to. */
export function RegisterForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="register"
      document={RegisterMutation}
      toInput={(fields) => ({
        nickname: fields.text('nickname'),
        mail: fields.text('mail'),
        password: fields.text('password'),
        acceptNetiquette: fields.checked('acceptNetiquette'),
        acceptPrivacy: fields.checked('acceptPrivacy'),
      })}
      className={styles.form}
      label={t('register.title')}
    >
      <TextField
        name="nickname"
        label={t('field.nickname')}
        hint={t('register.nicknameHint')}
        autoComplete="off"
        minLength={3}
        maxLength={30}
      />
      <TextField
        name="mail"
        type="email"
        label={t('field.businessMail')}
        hint={t('register.mailHint')}
        autoComplete="email"
        maxLength={254}
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
      <Checkbox
        name="acceptNetiquette"
        label={
          <>
            {t('register.acceptNetiquette')} <Link to="/netiquette">{t('register.netiquette')}</Link>
          </>
        }
      />
      <Checkbox
        name="acceptPrivacy"
        label={
          <>
            {t('register.acceptPrivacy')} <Link to="/privacy">{t('register.privacy')}</Link>
          </>
        }
      />
      <SubmitButton>{t('register.send')}</SubmitButton>
    </MutationForm>
  );
}
