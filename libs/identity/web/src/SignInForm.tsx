import { graphql } from '@kundig/api-contract';
import { formStyles, Link, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const SignInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/**
 * Mail and password.
 *
 * @param props.next path to go on to, without the language prefix
 */
export function SignInForm({ next }: { next?: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="signIn"
      document={SignInMutation}
      hidden={next ? { next } : undefined}
      toInput={(fields) => ({ mail: fields.text('mail'), password: fields.text('password'), next })}
      then="reload"
      className={formStyles.form}
      label={t('signIn.title')}
    >
      <TextField name="mail" type="email" label={t('field.mail')} autoComplete="username" maxLength={254} />
      <TextField
        name="password"
        type="password"
        label={t('field.password')}
        autoComplete="current-password"
        maxLength={256}
      />
      <SubmitButton>{t('signIn.send')}</SubmitButton>
      <p className={styles.aside}>
        <Link to="/forgot-password">{t('signIn.forgot')}</Link>
      </p>
    </MutationForm>
  );
}
