import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { AcceptTexts, NewPasswordField, NicknameField } from './AccountFields.js';

const AcceptInvitationMutation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const TakeUpInvitationMutation = graphql(`
  mutation TakeUpInvitation($input: TakeUpInvitationInput!) {
    takeUpInvitation(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Makes the account of somebody who was invited; the address is known to be theirs. */
export function AcceptInvitationForm({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="acceptInvitation"
      document={AcceptInvitationMutation}
      hidden={{ token }}
      toInput={(fields) => ({
        token,
        nickname: fields.text('nickname'),
        password: fields.text('password'),
        acceptNetiquette: fields.checked('acceptNetiquette'),
        acceptPrivacy: fields.checked('acceptPrivacy'),
      })}
      then="reload"
      className={formStyles.form}
      label={t('invitation.title')}
    >
      <NicknameField hint={t('register.nicknameHint')} />
      <NewPasswordField label={t('field.password')} />
      <AcceptTexts />
      <SubmitButton>{t('register.send')}</SubmitButton>
    </MutationForm>
  );
}

/** For somebody who has an account under the invited address already. */
export function TakeUpInvitationForm({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="takeUpInvitation"
      document={TakeUpInvitationMutation}
      hidden={{ token }}
      toInput={() => ({ token })}
      className={formStyles.form}
      label={t('invitation.title')}
    >
      <SubmitButton>{t('invitation.title')}</SubmitButton>
    </MutationForm>
  );
}
