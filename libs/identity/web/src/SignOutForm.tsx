import { graphql } from '@kundig/api-contract';
import { MutationForm, useMessages } from '@kundig/web-kit';

const SignOutMutation = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Ends the session; a post, as a link could be followed by anything that prefetches. */
export function SignOutForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="signOut"
      document={SignOutMutation}
      toInput={({ clientKey }) => ({ clientKey })}
      then="reload"
      inline
    >
      <button type="submit">{t('signOut')}</button>
    </MutationForm>
  );
}
