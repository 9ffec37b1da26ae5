import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const UnsubscribeMutation = graphql(`
  mutation Unsubscribe($input: UnsubscribeInput!) {
    unsubscribe(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Ends the mails a link in one of them stands for; no sign-in, and a scanner that follows the link ends nothing. */
export function UnsubscribeForm({ token }: { token: string }) {
  const t = useMessages('notifications');
  return (
    <MutationForm
      mutation="unsubscribe"
      document={UnsubscribeMutation}
      hidden={{ token }}
      toInput={() => ({ token })}
    >
      <SubmitButton>{t('unsubscribe.send')}</SubmitButton>
    </MutationForm>
  );
}
