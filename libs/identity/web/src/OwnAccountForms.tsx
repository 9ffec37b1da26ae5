import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { CurrentPasswordField, MailField, NewPasswordField } from './AccountFields.js';

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

const RequestMailChangeMutation = graphql(`
  mutation RequestMailChange($input: RequestMailChangeInput!) {
    requestMailChange(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const ConfirmMailChangeMutation = graphql(`
  mutation ConfirmMailChange($input: ConfirmMailChangeInput!) {
    confirmMailChange(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const DeleteAccountMutation = graphql(`
  mutation DeleteAccount($input: DeleteAccountInput!) {
    deleteAccount(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const ClaimPersonaMutation = graphql(`
  mutation ClaimPersona($input: ClaimPersonaInput!) {
    claimPersona(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const GiveUpPersonaMutation = graphql(`
  mutation GiveUpPersona($input: GiveUpPersonaInput!) {
    giveUpPersona(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const UnlockOwnDataMutation = graphql(`
  mutation UnlockOwnData($input: UnlockOwnDataInput!) {
    unlockOwnData(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

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

/** Asks for another address, which a mail must prove first. */
export function ChangeMailForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="requestMailChange"
      document={RequestMailChangeMutation}
      toInput={(fields) => ({
        currentPassword: fields.text('currentPassword'),
        mail: fields.text('mail'),
      })}
      className={formStyles.form}
      label={t('own.changeMail')}
    >
      <MailField label={t('own.newMail')} hint={t('own.newMailHint')} />
      <CurrentPasswordField />
      <SubmitButton>{t('own.changeMail')}</SubmitButton>
    </MutationForm>
  );
}

/** Takes the new address by a click on the page: mail scanners follow links, but they send no forms. */
export function ConfirmNewMailForm({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="confirmMailChange"
      document={ConfirmMailChangeMutation}
      hidden={{ token }}
      toInput={() => ({ token })}
      then="reload"
      className={formStyles.form}
      label={t('own.confirmMail')}
    >
      <SubmitButton>{t('own.confirmMail')}</SubmitButton>
    </MutationForm>
  );
}

/** Ends the account for good. */
export function DeleteAccountForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="deleteAccount"
      document={DeleteAccountMutation}
      toInput={(fields) => ({ currentPassword: fields.text('currentPassword') })}
      then="reload"
      className={formStyles.form}
      label={t('own.delete')}
    >
      <CurrentPasswordField />
      <SubmitButton look="danger">{t('own.delete')}</SubmitButton>
    </MutationForm>
  );
}

/** Says in public that a persona was oneself. */
export function ClaimPersonaForm({ personaId }: { personaId: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="claimPersona"
      document={ClaimPersonaMutation}
      hidden={{ personaId }}
      toInput={(fields) => ({ personaId, currentPassword: fields.text('currentPassword') })}
      then="reload"
      className={formStyles.form}
      label={t('own.claimPersona')}
    >
      <CurrentPasswordField />
      <SubmitButton look="danger">{t('own.claimPersona')}</SubmitButton>
    </MutationForm>
  );
}

/** Takes the account and one of its personas apart for good. */
export function GiveUpPersonaForm({ personaId }: { personaId: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="giveUpPersona"
      document={GiveUpPersonaMutation}
      hidden={{ personaId }}
      toInput={(fields) => ({ personaId, currentPassword: fields.text('currentPassword') })}
      then="reload"
      className={formStyles.form}
      label={t('own.giveUpPersona')}
    >
      <CurrentPasswordField />
      <SubmitButton look="danger">{t('own.giveUpPersona')}</SubmitButton>
    </MutationForm>
  );
}

/** Leads to the file of everything that is kept about the member; the page stays where it is. */
export function DownloadOwnDataForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="unlockOwnData"
      document={UnlockOwnDataMutation}
      toInput={(fields) => ({ currentPassword: fields.text('currentPassword') })}
      then="reload"
      className={formStyles.form}
      label={t('own.download')}
    >
      <CurrentPasswordField />
      <SubmitButton>{t('own.download')}</SubmitButton>
    </MutationForm>
  );
}
