import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { MailField, NewPasswordField, NicknameField } from './AccountFields.js';

const BecomeFirstAdministratorMutation = graphql(`
  mutation BecomeFirstAdministrator($input: BecomeFirstAdministratorInput!) {
    becomeFirstAdministrator(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
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
      className={formStyles.form}
      label={t('firstAdministrator.title')}
    >
      <MailField label={t('field.mail')} hint={t('firstAdministrator.mailHint')} />
      <NicknameField hint={t('firstAdministrator.nicknameHint')} />
      <NewPasswordField label={t('field.password')} />
      <SubmitButton>{t('firstAdministrator.send')}</SubmitButton>
    </MutationForm>
  );
}
