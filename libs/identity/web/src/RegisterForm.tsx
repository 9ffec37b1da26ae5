import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, Trap, useMessages } from '@kundig/web-kit';
import { AcceptTexts, MailField, NewPasswordField, NicknameField } from './AccountFields.js';

const RegisterMutation = graphql(`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/**
 * A name to be known by, a mail to be reached at, a password, and the texts to be agreed to.
 *
 * @param props.next path to go on to once the mail is confirmed, without the language prefix
 */
export function RegisterForm({ next }: { next?: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="register"
      document={RegisterMutation}
      hidden={next ? { next } : undefined}
      toInput={(fields) => ({
        nickname: fields.text('nickname'),
        mail: fields.text('mail'),
        password: fields.text('password'),
        acceptNetiquette: fields.checked('acceptNetiquette'),
        acceptPrivacy: fields.checked('acceptPrivacy'),
        website: fields.optional('website'),
        next,
      })}
      className={formStyles.form}
      label={t('register.title')}
    >
      <NicknameField hint={t('register.nicknameHint')} />
      <MailField label={t('field.businessMail')} hint={t('register.mailHint')} />
      <NewPasswordField label={t('field.password')} />
      <AcceptTexts />
      <SubmitButton>{t('register.send')}</SubmitButton>
      <Trap />
    </MutationForm>
  );
}
