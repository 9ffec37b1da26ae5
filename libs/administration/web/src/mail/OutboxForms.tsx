import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';

const SendWaitingMailsMutation = graphql(`
  mutation SendWaitingMails($input: SendWaitingMailsInput!) {
    sendWaitingMails(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** In place of the link in the mail. */
export const ConfirmRegistrationMutation = graphql(`
  mutation ConfirmRegistration($input: ConfirmRegistrationInput!) {
    confirmRegistration(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** In characters. */
export const LONGEST = { mail: 254, nickname: 60 } as const;

/** Has the mails that wait tried at once. */
export function SendWaitingMailsForm() {
  const t = useMessages('administration');
  return (
    <MutationForm
      mutation="sendWaitingMails"
      document={SendWaitingMailsMutation}
      toInput={({ clientKey }) => ({ clientKey })}
      inline
    >
      <SubmitButton>{t('outbox.sendNow')}</SubmitButton>
    </MutationForm>
  );
}

/** Lets somebody in whom the administrator knows and no mail reaches. */
export function ConfirmRegistrationForm() {
  const t = useMessages('administration');
  return (
    <MutationForm
      mutation="confirmRegistration"
      document={ConfirmRegistrationMutation}
      toInput={(fields) => ({
        mail: fields.text('mail'),
        nickname: fields.optional('nickname'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('outbox.confirmTitle')}
    >
      <div className={formStyles.two}>
        <TextField
          name="mail"
          type="email"
          label={t('outbox.confirmMail')}
          hint={t('outbox.confirmMailHint')}
          maxLength={LONGEST.mail}
          autoComplete="off"
        />
        <TextField
          name="nickname"
          label={t('outbox.confirmNickname')}
          hint={t('outbox.confirmNicknameHint')}
          optional
          maxLength={LONGEST.nickname}
          autoComplete="off"
        />
      </div>
      <SubmitButton>{t('outbox.confirm')}</SubmitButton>
    </MutationForm>
  );
}
