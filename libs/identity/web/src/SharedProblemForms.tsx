import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { MailField } from './AccountFields.js';

const AskToShareProblemMutation = graphql(`
  mutation AskToShareProblem($input: AskToShareProblemInput!) {
    askToShareProblem(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Where the mail goes that confirms, and later tells of the solution. */
export function AskToShareProblemForm({ threadId }: { threadId: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="askToShareProblem"
      document={AskToShareProblemMutation}
      hidden={{ threadId }}
      toInput={(fields) => ({ threadId, mail: fields.text('mail') })}
      className={formStyles.form}
      label={t('shared.title')}
    >
      <MailField label={t('field.mail')} hint={t('shared.mailHint')} />
      <SubmitButton>{t('shared.send')}</SubmitButton>
    </MutationForm>
  );
}

const ShareProblemAsGuestMutation = graphql(`
  mutation ShareProblemAsGuest($input: ShareProblemAsGuestInput!) {
    shareProblemAsGuest(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Counts by a click on the page: mail scanners follow links, but they send no forms. */
export function ShareProblemAsGuestForm({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="shareProblemAsGuest"
      document={ShareProblemAsGuestMutation}
      hidden={{ token }}
      toInput={() => ({ token })}
      className={formStyles.form}
    >
      <SubmitButton>{t('shared.confirm')}</SubmitButton>
    </MutationForm>
  );
}
