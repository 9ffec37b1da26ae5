import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const ConfirmMailMutation = graphql(`
  mutation ConfirmMail($input: ConfirmMailInput!) {
    confirmMail(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Confirms a mail address by a click on the page: mail scanners follow links, but they send no forms. */
export function ConfirmMailForm({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="confirmMail"
      document={ConfirmMailMutation}
      hidden={{ token }}
      toInput={() => ({ token })}
      then="reload"
      className={formStyles.form}
    >
      <SubmitButton>{t('confirm.send')}</SubmitButton>
    </MutationForm>
  );
}
